import { type Decimal, parseAmount } from '../values/money.js'
import type { Field } from './field.js'
import type { StatusClass } from './record.js'

const yes = new Set(
  'yes y true t ok done 是 对 有 已 1 √ ✓ ✔ ✅ ☑ ● ○ 〇 x ja j oui o sí si s sim はい 済 済み 네 ya ใช่'.split(' '),
)
const no = new Set(
  'no n false f 否 不 不是 无 無 没 没有 沒有 未 0 × ✗ ✘ ✖ ❌ ☐ □ - – — / nein non não いいえ 未済 아니요 tidak belum ไม่'.split(
    ' ',
  ),
)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.!。]$/, '')

/** What a cell that answers a question says; null where it does not answer it. */
export function saysYes(text: string): boolean | null {
  const word = plain(text)
  return yes.has(word) ? true : no.has(word) ? false : null
}

/** Whether all the values of a column are answers. A cross is a yes, but beside ticks nobody can tell. */
export function isYesNo(values: readonly string[]): boolean {
  if (values.length === 0 || !values.every((text) => saysYes(text) !== null)) return false
  const isMixed =
    values.some((text) => plain(text) === 'x') && values.some((text) => plain(text) !== 'x' && saysYes(text))
  return !isMixed
}

/** What a cell of a column for what was paid says: an answer, an amount of which 0 is a no, or the day it was paid. */
export function saysPaid(text: string): boolean | null {
  const answer = saysYes(text)
  if (answer !== null) return answer
  const amount = parseAmount(text, '.')
  return amount === null ? /\d/.test(text) || null : amount.units !== 0
}

/** What of an order was paid, where its cell says so; null where it is an answer. */
export function paidPart(text: string): Decimal | null {
  return saysYes(text) === null ? parseAmount(text, '.') : null
}

/** Fields of an order that a column answers by yes or no. */
export type AnswerField = Extract<Field, 'isPaid' | 'isRefunded' | 'isCancelled'>

const names: Readonly<Record<AnswerField, RegExp>> = {
  isPaid:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:付款|支付|付|付清|付讫|收款|收|到账|到帳|到款|结清|結清|结款|结账|回款|付錢|付钱)(?:了)?$|^(?:is |was |has )?(?:been )?(?:fully )?(?:paid|settled|(?:payment|money) (?:received|in))(?: in full| up)?$|^(?:bezahlt|payée?|pagad[oa]|pag[oa]|pagato|支払済み?|入金済み?|支払い済み|입금|lunas|dibayar|ชำระแล้ว)$/,
  isRefunded:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:退款|退货|退貨|退货退款|退)(?:了)?$|^(?:is |was |has )?(?:been )?(?:fully )?(?:refund(?:ed)?|returned|returns?|refund issued)$|^(?:erstattet|zurückgesendet|retourniert|remboursée?|retournée?|reembolsad[oa]|devuelt[oa]|devolvid[oa]|返金済み?|返品)$/,
  isCancelled:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:取消|作废|作廢|关闭|關閉)(?:了)?$|^(?:is |was |has )?(?:been )?(?:cancell?ed|cancel|void(?:ed)?)$|^(?:storniert|annulée?|cancelad[oa]|anulad[oa]|キャンセル|dibatalkan|ยกเลิก)$/,
}

/** The question a normalised header asks; null for none. */
export function questionOf(key: string): AnswerField | null {
  const asked = key
    .replace(/\s*(?:\(?\s*(?:y ?\/? ?n|yes ?\/? ?no|是 ?\/? ?否)\s*\)?)$/, '')
    .replace(/[\s?？]+$|吗[?？]?$|嗎[?？]?$|没[?？]?$/u, '')
  const found = Object.entries(names).find(([, name]) => name.test(asked))
  return found === undefined ? null : (found[0] as AnswerField)
}

/** What is answered of an order; null where there is no such column or it does not answer. */
export type Answers = Readonly<Record<AnswerField, boolean | null>>

/** The fields a sheet answers. */
export const answerFields: readonly AnswerField[] = ['isPaid', 'isRefunded', 'isCancelled']

/** The answers in the cells of a row; null where the sheet asks nothing. */
export function answersIn(has: (field: AnswerField) => boolean, text: (field: AnswerField) => string): Answers | null {
  if (!answerFields.some(has)) return null
  const [isRefunded, isCancelled] = [saysYes(text('isRefunded')), saysYes(text('isCancelled'))]
  return { isPaid: saysPaid(text('isPaid')), isRefunded, isCancelled }
}

/** The same of a whole order: one that leaves open whether it was paid was not. */
export function orderAnswers(
  has: (field: AnswerField) => boolean,
  text: (field: AnswerField) => string,
): Answers | null {
  const answers = answersIn(has, text)
  return answers !== null && has('isPaid') && text('isPaid') === '' ? { ...answers, isPaid: false } : answers
}

/** The state of an order as the answers have it: a yes or no says more than a word that may be of its parcel. */
export function answeredState<State extends StatusClass | null>(
  state: State,
  { isPaid, isRefunded, isCancelled }: Answers,
): State | StatusClass {
  if (isCancelled === true) return 'cancelled'
  if (isPaid === false && (state === 'paid' || state === 'unknown' || state === null)) return 'pending'
  const own = isPaid === true && (state === 'pending' || state === 'unknown' || state === null) ? 'paid' : state
  return isRefunded === true && own !== 'pending' && own !== 'cancelled' ? 'refunded' : own
}
