import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import { run } from '../../src/main.js'
import { fakeIo } from '../fake-io.js'

/*
 * A transcript is a text file:
 *
 *   What it shows, in a sentence or more.
 *
 *   @ lang zh                              language of the commands that follow (en)
 *   @ tty 100                              a terminal of that width; `@ tty off` is a pipe (off)
 *   @ now 2026-09-01T01:00:00Z             the clock
 *   @ env PAGER=less                       a variable of the environment; `@ env PAGER` takes it away
 *   @ fresh                                an empty folder again, without a ledger
 *   @ copy fixtures/x.csv orders.csv       a file of the project, into the empty folder the commands run in
 *   @ write bad.csv a,b\n1,2\n             a file with this text
 *   @ encode gb18030 bad.csv a,b\n         the same in another encoding
 *   $ crm import orders.csv                a command, run in process; `< FILE` is its standard input
 *   $ cat report.csv                       shows a file
 *   | a line of stdout
 *   ! a line of stderr
 *   = 3                                    exit code, when it is not 0
 *
 * `<dir>` stands for the folder.
 */

interface World {
  lang: string
  tty: number | undefined
  now: string | undefined
  env: Record<string, string>
}

/** Runs the commands of a transcript in a fresh folder and returns it with what they really said. */
export async function replay(transcript: string, project: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'crm-transcript-'))
  const world: World = { lang: 'en', tty: undefined, now: undefined, env: {} }
  const lines: string[] = []
  try {
    for (const line of transcript.trimEnd().split('\n')) {
      if (/^[|!=] |^[|!]$/.test(line)) continue
      lines.push(line)
      if (line.startsWith('@ ')) direct(line.slice(2), world, dir, project)
      else if (line.startsWith('$ ')) lines.push(...(await perform(line.slice(2), world, dir)))
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  return `${lines.join('\n')}\n`
}

function direct(directive: string, world: World, dir: string, project: string): void {
  const [name = '', first = '', ...rest] = directive.split(' ')
  if (name === 'lang') world.lang = first
  else if (name === 'tty') world.tty = first === 'off' ? undefined : Number(first)
  else if (name === 'now') world.now = first
  else if (name === 'env') setVariable([first, ...rest].join(' '), world)
  else if (name === 'fresh') empty(dir)
  else if (name === 'copy') place(join(dir, rest[0] ?? ''), (path) => copyFileSync(resolve(project, first), path))
  else if (name === 'write') place(join(dir, first), (path) => writeFileSync(path, unescaped(rest.join(' '))))
  else if (name === 'encode') {
    const [file = '', ...text] = rest
    place(join(dir, file), (path) =>
      writeFileSync(path, iconv.encode(unescaped(text.join(' ')), first, { addBOM: first.startsWith('utf-16') })),
    )
  } else throw new Error(`unknown directive: ${directive}`)
}

function setVariable(said: string, world: World): void {
  const [name = '', value] = said.split(/=(.*)/s)
  if (value === undefined) delete world.env[name]
  else world.env[name] = value
}

function empty(dir: string): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir)
}

function place(path: string, make: (path: string) => void): void {
  mkdirSync(dirname(path), { recursive: true })
  make(path)
}

async function perform(line: string, world: World, dir: string): Promise<string[]> {
  const [program, ...words] = splitWords(line)
  if (program === 'cat') return said('| ', readFileSync(join(dir, words[0] ?? ''), 'utf8').replaceAll('\r', '␍'), dir)
  if (program !== 'crm') throw new Error(`not a command of transcripts: ${line}`)
  const from = words.indexOf('<')
  const stdin = from < 0 ? {} : { stdin: readFileSync(join(dir, words[from + 1] ?? '')) }
  const io = fakeIo({
    cwd: dir,
    env: { CRM_LANG: world.lang, ...world.env },
    ...stdin,
    ...(world.tty === undefined ? {} : { tty: world.tty }),
    ...(world.now === undefined ? {} : { now: world.now }),
  })
  const exitCode = await run(from < 0 ? words : words.slice(0, from), io)
  return [
    ...said('| ', io.stdoutText(), dir),
    ...said('! ', io.stderrText(), dir),
    ...(exitCode === 0 ? [] : [`= ${exitCode}`]),
  ]
}

function said(sign: string, text: string, dir: string): string[] {
  if (text === '') return []
  const lines = text.replaceAll(dir, '<dir>').replaceAll('\u001b', '␛').replace(/\n$/, '').split('\n')
  return lines.map((line) => (sign + line).trimEnd())
}

/** Words as a shell takes them, with single and double quotes. */
export function splitWords(line: string): string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g))
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
  return words
}

function unescaped(text: string): string {
  return text.replace(/\\([nrt\\])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign)
}

/** Where the project stands. */
export const projectFolder = resolve(import.meta.dirname, '..', '..')
