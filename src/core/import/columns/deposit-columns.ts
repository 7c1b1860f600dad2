import type { Field } from '../field.js'
import { commonStatus, statusKey } from '../words/status-words.js'
import { amountIn, answerTo } from '../words/yes-no.js'
import type { ColumnLook } from './column-look.js'
import { writtenAmount } from './written-number.js'

const deposit =
  /^(?:已[付收])?(?:定金|订金|訂金|预付|預付|首付)(?:款|金|金额)?$|^(?:deposit(?: (?:paid|received|amount))?|down ?payment|advance(?: payment)?|prepayment|anzahlung|acompte|anticipo|señal|sinal|acconto|前金|内金|手付金|계약금|선금|uang muka|dp|มัดจำ)$/
const rest =
  /^(?:尾款|余款|餘款|剩余(?:尾|余)?款|后款)(?:金额)?$|^(?:final payment|balance (?:due|payment)|remaining(?: (?:balance|payment|amount))?|remainder|restzahlung|restbetrag|schlusszahlung|残金|잔금|pelunasan)$/

/** A cell of what is due after a deposit that says in words that it was not paid. */
export const isUnpaid = (text: string): boolean =>
  text !== '' &&
  amountIn(text) === null &&
  (answerTo('isPaid', text) === false || commonStatus(statusKey(text)) === 'pending')

/** The columns of a deposit and of what is due after it, by their normalised headers and what they hold, where no field claims them; null where not both are there. */
export function depositColumns(
  keys: readonly string[],
  looks: readonly ColumnLook[],
  claimed: readonly (Field | null)[],
): readonly [number, number] | null {
  const only = (name: RegExp) => {
    const found = keys.flatMap((key, at) => (name.test(key) ? [at] : []))
    return found.length === 1 && claimed[found[0]!] === null ? found[0]! : -1
  }
  const [first, second] = [only(deposit), only(rest)]
  const areAmounts = (at: number) => {
    const values = looks[at]?.texts.filter((text) => text !== '') ?? []
    // The few that say neither how much nor that nothing was paid are named one by one.
    return values.filter((text) => isUnpaid(text) || answerTo('isPaid', text) !== null).length * 2 >= values.length
  }
  return looks[first]?.isBlank === false && looks[second] !== undefined && areAmounts(first) && areAmounts(second)
    ? [first, second]
    : null
}

/** What an order comes to, in words that are as often those of a row of sums: beside a deposit and a rest they are clear. */
const total =
  /^(?:合计|合計|总计|總計|总共|共计|总款|总款项|总货款|总额|應收|应收|应收款|应收合计|应付|全款|total|sum)$/

/**
 * The column of what the orders come to, beside their deposit and what is due after it; -1 where there is none, or where it only
 * adds up what has been paid: then it grows with the rest.
 */
export function totalBeside(
  keys: readonly string[],
  looks: readonly ColumnLook[],
  [first, second]: readonly [number, number],
): number {
  const at = keys.findIndex((key, column) => total.test(key) && (looks[column]?.amount ?? 0) > 0.5)
  if (at < 0) return -1
  const amount = (column: number, row: number) => writtenAmount(looks[column]?.texts[row] ?? '')
  const open = [...(looks[at]?.texts.keys() ?? [])].flatMap((row) => {
    const [deposit, all] = [amount(first, row), amount(at, row)]
    return amount(second, row) !== null || deposit === null || all === null ? [] : [{ deposit, all }]
  })
  const added = open.filter(({ deposit, all }) => deposit.units * 10 ** all.scale === all.units * 10 ** deposit.scale)
  return open.length > 0 && added.length * 2 > open.length ? -1 : at
}
