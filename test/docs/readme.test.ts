import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/main.js'
import { projectFolder, splitWords } from '../cli/transcript.js'
import { fakeIo } from '../fake-io.js'

/*
 * The README shows what the program prints: every ```console block is a command and its answer. A line `…` stands for lines
 * left out. `<!-- NAME is PATH -->` puts a file of the project into the folder the commands run in, one after the other.
 */

const path = join(projectFolder, 'README.md')
const readme = readFileSync(path, 'utf8')
const blocks = [...readme.matchAll(/```console\n\$ (crm .*)\n([\s\S]*?)```/g)].map(([, command, shown]) => ({
  command: command!,
  shown: shown!.trimEnd().split('\n'),
}))

/** `README=full npx vitest run test/docs/readme` writes the whole answers in, to be shortened by hand. */
const isWriting = process.env.README === 'full'

describe('the README', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'crm-readme-'))
    for (const [, name, from] of readme.matchAll(/<!-- (\S+) is (\S+) -->/g)) {
      copyFileSync(join(projectFolder, from!), join(dir, name!))
    }
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('shows the three loops', () => {
    const commands = blocks.map(({ command }) => command.split(' ')[1])
    for (const name of ['demo', 'import', 'undo', 'due', 'log', 'tier', 'why']) expect(commands).toContain(name)
  })

  for (const { command, shown } of blocks) {
    test(command, async () => {
      const answer = await answerOf(command, dir)
      if (isWriting) return writeIn(command, answer)
      expect(shownOf(answer, shown)).toEqual(shown)
      expect(shown.filter((line) => line !== '…').length, 'something is shown').toBeGreaterThan(0)
    })
  }

  test('every promise has its test', () => {
    const promises = readFileSync(join(projectFolder, 'docs', 'promises.md'), 'utf8')
    const rows = [...promises.matchAll(/^\|.*\| `(\S+)` › (.+) \|$/gm)]
    expect(rows).toHaveLength(promises.split('\n').filter((line) => line.startsWith('| ')).length - 2)
    for (const [, file, title] of rows) expect(readFileSync(join(projectFolder, file!), 'utf8'), file).toContain(title)
  })

  test('links lead somewhere', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to]) => to!)
    expect(links.length).toBeGreaterThan(5)
    for (const to of links) expect(() => readFileSync(join(projectFolder, to)), to).not.toThrow()
  })
})

/** What the command says, sentences before and after the data where they stand on a screen. */
async function answerOf(command: string, cwd: string): Promise<string[]> {
  const io = fakeIo({ cwd, env: { CRM_LANG: 'en' } })
  let said = ''
  const write = (chunk: string | Uint8Array) => {
    said += chunk
  }
  const screen = { isTTY: false, columns: null, rows: null, write }
  const code = await run(splitWords(command).slice(1), { ...io, stdout: screen, stderr: screen })
  expect(code).toBe(0)
  return said
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
}

/** The answer with the lines left out where the README leaves them out. */
function shownOf(answer: readonly string[], shown: readonly string[]): string[] {
  const lines: string[] = []
  let at = 0
  for (const [index, line] of shown.entries()) {
    if (line !== '…') {
      lines.push(answer[at] ?? '(nothing more)')
      at++
      continue
    }
    lines.push(line)
    const next = shown[index + 1]
    const found = next === undefined ? answer.length : answer.indexOf(next, at)
    at = found < 0 ? at : found
  }
  return at < answer.length ? [...lines, ...answer.slice(at)] : lines
}

function writeIn(command: string, answer: readonly string[]): void {
  const now = readFileSync(path, 'utf8')
  const start = now.indexOf(`$ ${command}\n`) + command.length + 3
  writeFileSync(path, `${now.slice(0, start)}${answer.join('\n')}\n${now.slice(now.indexOf('```', start))}`)
}
