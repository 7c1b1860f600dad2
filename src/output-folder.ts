import { join, resolve } from 'node:path'
import { checkWritable, writeFileAtomically } from './atomic-write.js'
import type { Report } from './core/report/model.js'
import { UserError } from './core/values/failure.js'
import { enumerated } from './core/values/joined.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { forTerminal } from './core/values/text.js'
import { exists, isFolder } from './file-facts.js'
import { dataFolder, listDirectory, makePrivateFolder } from './files.js'
import type { Io } from './io.js'
import { isOwnWork, rememberOwnWork } from './written.js'

const words = bilingual(
  {
    written: (count: number, folder: string) => `Written: ${count} csv files in ${folder}`,
    others: (count: number, names: string) =>
      `The folder also holds ${count === 1 ? 'a csv file' : `${count} csv files`} that this report has not written: ${names}`,
  },
  {
    written: (count, folder) => `已写好：${folder} 里的${count}个 csv 文件`,
    others: (count, names) => `这个文件夹里还有${count}个不是这份报告写的 csv 文件：${names}`,
  },
)

/** Names told of a long list. */
const MOST_NAMED = 5

/** What writing into a folder takes of a command's context. */
interface Filling {
  readonly io: Io
  readonly lang: Lang
  readonly options: {
    readonly output?: string | undefined
    readonly raw?: boolean | undefined
    readonly encoding?: 'utf-8' | 'gbk' | 'gb18030' | undefined
    readonly force?: boolean | undefined
  }
  say(sentence: string): void
}

/** Whether `-o` names a folder to be filled: a path that ends in a slash. */
export function isFolderName(file: string): boolean {
  return /[\\/]$/.test(file)
}

/** Writes a report into a folder, made where there is none, one csv file a table; none of them is begun before all can be written. Errors those of writing. */
export async function writeFolder(report: Report, context: Filling, keep: readonly string[]): Promise<void> {
  const { io, lang, options } = context
  const folder = resolve(io.cwd, options.output!)
  if (exists(folder) && !isFolder(folder)) throw new UserError('cannot-write', 'write.exists', { file: folder })
  const { csvFiles } = await import('./render/csv-files.js')
  const files = await csvFiles(report, { lang, raw: options.raw === true, encoding: options.encoding ?? 'utf-8' })
  const own = dataFolder(io)
  makePrivateFolder(folder)
  const placed = files.map(({ name, bytes }) => {
    const path = join(folder, name)
    return { path, bytes, rules: { force: options.force === true || isOwnWork(path, own), keep } }
  })
  for (const { path, rules } of placed) checkWritable(path, rules)
  for (const { path, bytes, rules } of placed) {
    await writeFileAtomically(path, bytes, rules)
    await rememberOwnWork(path, own)
  }
  context.say(words[lang].written(files.length, forTerminal(options.output!)))
  const others = strangers(folder, new Set(files.map(({ name }) => name)))
  if (others.length === 0) return
  const named = enumerated([...others.slice(0, MOST_NAMED), ...(others.length > MOST_NAMED ? ['…'] : [])], lang)
  context.say(forTerminal(words[lang].others(others.length, named)))
}

/** csv files in the folder besides those just written: of an earlier report, perhaps, and easily taken for this one's. */
function strangers(folder: string, written: ReadonlySet<string>): readonly string[] {
  return listDirectory(folder).filter((name) => /\.csv$/i.test(name) && !written.has(name))
}
