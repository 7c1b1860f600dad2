import { monthOfWord } from '../../values/month-names.js'
import { cellText } from '../cells.js'
import type { Cell } from '../sheet.js'

const number = '[0-9０-９一二三四五六七八九十百]+'

/** The number of a page, as programs print it below each: `Page 2 of 3`, 第 2 页 共 3 页. */
const pages = [
  /^(?:page|pg\.?|seite|side|sida|página|pagina|strona)\s*:?\s*\d+(?:\s*(?:of|\/|von|af|av|de|di|van|z)\s*\d+)?$/i,
  new RegExp(
    `^[-—– ]*(?:第\\s*${number}\\s*[页頁]|共\\s*${number}\\s*[页頁]|[页頁][码碼次]\\s*[:：]?\\s*\\d+(?:\\s*/\\s*\\d+)?)` +
      `(?:\\s*[,，/、;；(（]?\\s*(?:第\\s*${number}\\s*[页頁]|共\\s*${number}\\s*[页頁])\\s*[)）]?)?[-—– ]*$`,
  ),
]

/** When a list was printed, as programs write it under one. */
const printed = [
  /^(?:printed|exported|generated)\s*(?:on|at|date|:)\s*:?\s*.*\d/i,
  /^(?:(?:print|export) (?:date|time))\s*:?\s*.*\d/i,
  /^(?:打印|列印|导出|導出|匯出|制表|製表|生成)(?:日期|时间|時間)\s*[:：]?\s*.*\d/,
]

/** A month as the title of the rows below; one without a year or a sign may be somebody's name. */
const months = [
  /^(?:19|20)\d\d\s*年\s*(?:0?[1-9]|1[0-2]|十?[一二三四五六七八九十])\s*月份?$/,
  /^(?:0?[1-9]|1[0-2]|十?[一二三四五六七八九十])\s*月份?$/,
]

/** Orders may be numbered so. */
const bareMonth = /^(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])$/

const namedMonth = /^(\p{L}{3,10})\.?,?\s+(?:19|20)\d\d$/u

/** A remark of any length may stand in a cell. */
const longestLine = 60

function isPageLine(text: string): boolean {
  if (text.length > longestLine) return false
  return pages.some((form) => form.test(text)) || printed.some((form) => form.test(text))
}

function isMonthTitle(text: string, isNumber: boolean): boolean {
  if (text.length > longestLine) return false
  const [, word = ''] = namedMonth.exec(text) ?? []
  if (!isNumber && bareMonth.test(text)) return true
  return months.some((form) => form.test(text)) || (word !== '' && monthOfWord(word) !== null)
}

/** Columns of a sheet of orders in which a month is what was sold, or a number of an order. */
export interface OwnMonths {
  readonly products: readonly number[]
  readonly id: readonly number[]
}

const none: OwnMonths = { products: [], id: [] }

/** A page number may have when it was printed, or by whom, beside it. */
const MOST_CELLS = 2

/**
 * Whether a row is a line of a printed list and no row of it: the number of a page, when it was printed, or the month of the
 * rows below it, alone in its row. Where items stand a month is one of them: calendars are sold.
 */
export function isSideLine(cells: readonly Cell[], { products, id }: OwnMonths = none): boolean {
  const filled: number[] = []
  for (let at = 0; at < cells.length; at++) {
    if (cells[at] === '') continue
    // Asked for each row of a file: nearly all have more cells than a line.
    if (filled.push(at) > MOST_CELLS) return false
  }
  const texts = filled.map((at) => (typeof cells[at] === 'string' ? cellText(cells[at]).trim() : ''))
  if (texts.length === 0) return false
  if (texts.every(isPageLine)) return true
  const [at] = filled
  return texts.length === 1 && !products.includes(at!) && isMonthTitle(texts[0]!, id.includes(at!))
}
