import type { ColumnLook } from './column-look.js'
import { commonStatus, statusKey } from './status-words.js'
import { amountIn, answerTo } from './yes-no.js'

const deposit =
  /^(?:已[付收])?(?:定金|订金|訂金|预付|預付|首付)(?:款|金|金额)?$|^(?:deposit(?: (?:paid|received|amount))?|down ?payment|advance(?: payment)?|prepayment|anzahlung|acompte|anticipo|señal|sinal|acconto|前金|内金|手付金|계약금|선금|uang muka|dp|มัดจำ)$/
const rest =
  /^(?:尾款|余款|餘款|剩余(?:尾|余)?款|后款)(?:金额)?$|^(?:final payment|balance (?:due|payment)|remaining(?: (?:balance|payment|amount))?|remainder|restzahlung|restbetrag|schlusszahlung|残金|잔금|pelunasan)$/

/** A cell of what is due after a deposit that says in words that it was not paid. */
export const isUnpaid = (text: string): boolean =>
  text !== '' &&
  amountIn(text) === null &&
  (answerTo('isPaid', text) === false || commonStatus(statusKey(text)) === 'pending')

/** The columns of a deposit and of what is due after it, by their normalised headers and what they hold; null where not both are there. */
export function depositColumns(
  keys: readonly string[],
  looks: readonly ColumnLook[],
): readonly [number, number] | null {
  const only = (name: RegExp) => {
    const found = keys.flatMap((key, at) => (name.test(key) ? [at] : []))
    return found.length === 1 ? found[0]! : -1
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
