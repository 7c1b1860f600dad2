import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bilingual, type Lang } from '../../src/core/values/lang.js'
import { docs } from './pages.js'

/** `UPDATE=1` writes the blocks of both pages anew. */
export const isUpdating = process.env.UPDATE === '1'

/** The languages the page stands in. */
export const LANGS: readonly Lang[] = ['en', 'zh']

/** What a block holds: what the program works out of something made up, or of a public data set. */
export type BlockKind = 'example' | 'measured'

const names = bilingual('analytics.md', 'analytics.zh.md')

/** The text of the page on the figures in a language. */
export function analyticsPage(lang: Lang): string {
  return readFileSync(join(docs, names[lang]), 'utf8')
}

/** Every block of a kind with its name, in the order of the page: a comment `<!-- example: NAME -->`, then a fence of text. */
export function blocksIn(lang: Lang, kind: BlockKind): readonly (readonly [name: string, text: string])[] {
  return [...analyticsPage(lang).matchAll(blockOf(kind))].map(([, name, text]) => [name!, text!])
}

/** Writes the lines of the blocks that `linesOf` knows; the others stay as they are. */
export function writeBlocks(lang: Lang, kind: BlockKind, linesOf: (name: string) => readonly string[] | null): void {
  const page = analyticsPage(lang).replace(blockOf(kind), (all, name: string) => {
    const lines = linesOf(name)
    return lines === null ? all : `<!-- ${kind}: ${name} -->\n\`\`\`text\n${lines.join('\n')}\n\`\`\``
  })
  writeFileSync(join(docs, names[lang]), page)
}

function blockOf(kind: BlockKind): RegExp {
  return new RegExp(`<!-- ${kind}: ([\\w-]+) -->\\n\`\`\`text\\n([\\s\\S]*?)\\n?\`\`\``, 'g')
}
