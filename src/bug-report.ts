import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeFileAtomically } from './atomic-write.js'
import { commands } from './cli.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { forTerminal } from './core/values/text.js'
import { dataFolder, makePrivateFolder } from './files.js'
import type { Io } from './io.js'
import { version } from './version.js'

const words = bilingual(
  {
    kept: (id: string, file: string) =>
      `Fault ${id} is written down without any of your data; hand this file on to whom you have crm from: ${file}`,
  },
  {
    kept: (id, file) => `故障 ${id} 已记下，里面没有您的任何数据；请把这个文件交给提供 crm 的人：${file}`,
  },
)

/** What is kept of a bug: a number equal for equal bugs, and the file that can be handed on. */
interface BugReport {
  readonly id: string
  readonly file: string
}

/** Letters of the number: enough to tell the bugs of a program apart. */
const ID_LENGTH = 8

/** Keeps what can be told of a bug and says where. */
export async function tellBug(error: unknown, argv: readonly string[], io: Io, lang: Lang): Promise<void> {
  const kept = await keepBugReport(error, argv, io)
  if (kept !== null) io.stderr.write(`  ${forTerminal(words[lang].kept(kept.id, kept.file))}\n`)
}

/**
 * Writes down where a bug struck, without a word of the seller's data: versions, the command's name and the places in the program, neither the
 * message nor what was typed. Null where it cannot be written.
 */
async function keepBugReport(error: unknown, argv: readonly string[], io: Io): Promise<BugReport | null> {
  const places = placesOf(error)
  const id = createHash('sha256').update(places.join('\n')).digest('hex').slice(0, ID_LENGTH)
  const command = argv.find((word) => commands.some(({ name }) => name === word)) ?? '-'
  const kind = error instanceof Error ? error.name : typeof error
  const text = [`crm ${version} · Node ${io.runtime}`, `crm ${command}`, kind, ...places, ''].join('\n')
  const folder = join(dataFolder(io), 'errors')
  const file = join(folder, `${id}.txt`)
  try {
    makePrivateFolder(folder)
    await writeFileAtomically(file, text, { force: true })
    return { id, file }
  } catch {
    return null
  }
}

/** The frames of the stack with files by their last name: folders are named after people. */
function placesOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .filter((line) => /^ +at /.test(line))
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s()]*[/\\]/g, ''))
}
