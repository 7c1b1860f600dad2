import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Lang } from '../../src/core/values/lang.js'
import { run } from '../../src/main.js'
import { projectFolder, splitWords } from '../cli/transcript.js'
import { fakeIo } from '../fake-io.js'

/*
 * A page shows what the program prints: every ```console block is a command and its answer. A line `…` stands for lines
 * left out. `<!-- NAME is PATH -->` puts a file of the project into the folder the commands run in, one after the other.
 */

/** A command and the answer a page shows. */
export interface ConsoleBlock {
  readonly command: string
  readonly shown: readonly string[]
}

/** The world the commands of a page run in. */
export interface ConsoleWorld {
  readonly cwd: string
  readonly lang: Lang
  readonly env?: Readonly<Record<string, string>>
}

const LEFT_OUT = '…'

/** The console blocks of a page, in its order. */
export function consoleBlocks(page: string): readonly ConsoleBlock[] {
  return [...page.matchAll(/```console\n\$ (crm .*)\n([\s\S]*?)```/g)].map(([, command, shown]) => ({
    command: command!,
    shown: shown!.trimEnd().split('\n'),
  }))
}

/** Puts the files a page names into the folder its commands run in. */
export function placeFiles(page: string, folder: string): void {
  for (const [, name, from] of page.matchAll(/<!-- (\S+) is (\S+) -->/g))
    copyFileSync(join(projectFolder, from!), join(folder, name!))
}

/** What the command says, sentences before and after the data where they stand on a screen. */
export async function answerOf(command: string, { cwd, lang, env = {} }: ConsoleWorld): Promise<string[]> {
  const io = fakeIo({ cwd, env: { CRM_LANG: lang, ...env } })
  let said = ''
  const write = (chunk: string | Uint8Array) => {
    said += chunk
  }
  const screen = { isTTY: false, columns: null, rows: null, write }
  const code = await run(splitWords(command).slice(1), { ...io, stdout: screen, stderr: screen })
  expect(code, said).toBe(0)
  return said
    .replaceAll(cwd, '~')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
}

/** The answer with the lines left out where the page leaves them out. */
export function shownOf(answer: readonly string[], shown: readonly string[]): string[] {
  const lines: string[] = []
  let at = 0
  for (const [index, line] of shown.entries()) {
    if (line !== LEFT_OUT) {
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

/** How many lines of the answer a page shows. */
export function shownLines({ shown }: ConsoleBlock): number {
  return shown.filter((line) => line !== LEFT_OUT).length
}

/** The page with another answer to a command. */
export function withAnswer(page: string, command: string, answer: readonly string[]): string {
  const start = page.indexOf(`$ ${command}\n`) + command.length + 3
  return `${page.slice(0, start)}${answer.join('\n')}\n${page.slice(page.indexOf('```', start))}`
}
