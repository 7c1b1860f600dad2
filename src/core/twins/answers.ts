import { cellText } from '../import/cells.js'
import type { Cell, RowBatch } from '../import/sheet.js'
import { bilingual, LANGS } from '../values/lang.js'
import { normaliseHeader } from '../values/text.js'

/** The two columns by which a sheet of twins is known when it comes back, as its headers say them. */
export const answerLabels = bilingual({ pair: 'Pair', same: 'Same person?' }, { pair: '配对编号', same: '同一人？' })

const keyOf = (label: string): string => normaliseHeader(label).key
const pairKeys = LANGS.map((lang) => keyOf(answerLabels[lang].pair))
const sameKeys = LANGS.map((lang) => keyOf(answerLabels[lang].same))

/** Where the pair and the answer stand in a sheet of twins. */
export interface AnswerColumns {
  /** The row of the headers as the file counts. */
  readonly row: number
  readonly pair: number
  readonly same: number
}

/** The header of a sheet of twins among the first rows of a sheet, wherever its columns stand; null in any other sheet. */
export function answerColumns({ numbers, rows }: RowBatch): AnswerColumns | null {
  for (const [at, row] of rows.entries()) {
    const keys = row.map((cell) => keyOf(cellText(cell)))
    const pair = keys.findIndex((key) => pairKeys.includes(key))
    const same = keys.findIndex((key) => sameKeys.includes(key))
    if (pair >= 0 && same >= 0) return { row: numbers[at]!, pair, same }
  }
  return null
}

/** The visible key of a pair: both customers' ids. */
export function pairText(customer: string, other: string): string {
  return `${customer}+${other}`
}

/** The two ids of a pair's key; null when it is none. */
export function idsOfPair(text: string): readonly [string, string] | null {
  const found = /^\s*(c[0-9a-z]+)\s*\+\s*(c[0-9a-z]+)\s*$/i.exec(text.normalize('NFKC'))
  return found === null ? null : [found[1]!.toLowerCase(), found[2]!.toLowerCase()]
}

const yes = new Set('yes y true 1 same √ ✓ ✔ 是 是的 对 對 同 同一人 是同一人 同一个人'.split(' '))
const no = new Set('no n false 0 different × ✗ ✘ x 否 不 不是 不对 不同 不是同一人 两个人 不同的人'.split(' '))

/** What a cell of the answer column says; null for words that are neither yes nor no. */
export function readAnswer(cell: Cell): 'yes' | 'no' | 'blank' | null {
  const word = cellText(cell)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.!。！]+$/, '')
  if (word === '') return 'blank'
  return yes.has(word) ? 'yes' : no.has(word) ? 'no' : null
}
