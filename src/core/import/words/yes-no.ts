import { type Decimal, type DecimalMark, parseAmount } from '../../values/money.js'
import type { Field } from '../field.js'
import { isWayOfPaying } from './payment-ways.js'
import { isStatusText } from './status-words.js'

const words = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split('|')))

const yes = words(
  'yes|y|true|t|ok|done|sì|tak|是|是的|对|有|已|1|√|✓|✔|✅|☑|●|○|〇|x|ja|j|oui|o|sí|si|s|sim|はい|済|済み|네|ya|ใช่|full|fully|in full|all|全退|全部|全额|全款|全付',
)
const no = words(
  'no|n|false|f|否|不|不是|无|無|没|没有|沒有|未|0|×|✗|✘|✖|❌|☐|□|-|–|—|/|nein|nej|nei|nee|nie|non|não|いいえ|未済|아니요|tidak|belum|ไม่',
  'not yet|none|还没|还没有|還沒|暂无|暂未',
)
const wholeRefund = words(
  '全部退|全部退款|全额退款|全款退|全额退|已全退|已全额退款|全退了|退全款|全部退了|全部退还|whole|entire|full refund|fully refunded|refunded in full|all of it|everything',
)
const partRefund = words(
  '部分|部分退|部分退款|部分退货|退部分|退一部分|一部分|已部分退款|部分已退|partial|partially|partly|part|in part|partial refund|partially refunded|partly refunded|teilweise|partiel|parcial|一部',
)
const paidWords = words('已收|已收到|收到|已结|已回款|到账|已到账|付了|付清了|收了|received|settled')
const unpaidWords = words(
  '未结|未结清|未回款|未到账|没收|没收到|没给|未给|欠|欠费|赊|赊账|赊欠|挂账|记账|货到付款|到付|cod|cash on delivery|on account|owed|owes|later|待定|待付|待收|auf rechnung|on invoice',
)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[.!。]$/, '')

/** What stands behind an answer, as in `是（微信）`, says how or why; behind a digit it is the rest of a number. */
const behind = /^([^\s\d(,:;]+)\s*[(,:;]/

const isIn = (set: ReadonlySet<string>, word: string): boolean => set.has(word) || set.has(behind.exec(word)?.[1] ?? '')

/** What a cell that answers a question says; null where it does not answer it. */
export function saysYes(text: string): boolean | null {
  const word = plain(text)
  return isIn(yes, word) ? true : isIn(no, word) ? false : null
}

/** Whether all the values of a column are answers. A cross is a yes, but beside ticks nobody can tell. */
export function isYesNo(values: readonly string[]): boolean {
  return values.length > 0 && values.every((text) => saysYes(text) !== null) && !hasTicksAndCrosses(values)
}

function hasTicksAndCrosses(values: readonly string[]): boolean {
  return values.some((text) => plain(text) === 'x') && values.some((text) => plain(text) !== 'x' && saysYes(text))
}

/** What a cell holds as an amount, under either decimal mark. */
export const amountIn = (text: string): Decimal | null => parseAmount(text, '.') ?? parseAmount(text, ',')

/** A day, also with a time or a word beside; a number alone is none. */
const isDated = (text: string): boolean => /\d{1,4}\s*[-./年月]\s*\d{1,2}/.test(text) && amountIn(text) === null

/** What a cell answers to a question: yes, no, when, or of what was paid how much, of which 0 is a no; null for anything else. */
export function answerTo(question: AnswerField, text: string): boolean | null {
  const answer = saysYes(text)
  if (answer !== null) return answer
  const word = plain(text)
  if (question === 'isRefunded' && isIn(wholeRefund, word)) return true
  if (question !== 'isPaid') return isDated(text) || null
  if (isIn(paidWords, word) || isPaidHow(text)) return true
  if (isIn(unpaidWords, word)) return false
  const amount = amountIn(text)
  return amount === null ? isDated(text) || null : amount.units !== 0
}

/** Whether a cell says how something was paid, as in `微信（张姐）`, and thereby that it was. */
export function isPaidHow(text: string): boolean {
  const word = plain(text)
  const [, before = ''] = /^([^(:：]+?)\s*[(:：]/.exec(word) ?? []
  return isWayOfPaying(word) || isWayOfPaying(before)
}

/** Whether a cell says that a part was given back, and not how much. */
export function isPartOf(text: string): boolean {
  return isIn(partRefund, plain(text))
}

/** Whether the values of a column are answers that only say how orders were paid. */
export function areWaysOfPaying(values: readonly string[]): boolean {
  return values.some(isPaidHow) && values.every((text) => isPaidHow(text) || saysYes(text) === null)
}

/** Whether a column of refunds says of some orders how much was given back and of others whether it was. */
export function mixesAmountsAndAnswers(values: readonly string[]): boolean {
  const isAmount = (text: string) => amountIn(text) !== null
  const isAnswer = (text: string) => answerTo('isRefunded', text) !== null || isPartOf(text)
  const [amounts, others] = [values.filter(isAmount), values.filter((text) => !isAmount(text))]
  // Only 1 and 0 are ticks of their own kind.
  const isMoney = amounts.some((text) => saysYes(text) === null)
  return isMoney && others.some(isAnswer) && (amounts.length + others.filter(isAnswer).length) * 2 >= values.length
}

/** Whether the values of a column mostly answer a question; the others are told one by one. */
export function mostlyAnswers(question: AnswerField, values: readonly string[]): boolean {
  const isAnswer = (text: string) => answerTo(question, text) !== null || isStatusText(text)
  return values.length > 0 && !hasTicksAndCrosses(values) && values.filter(isAnswer).length * 2 >= values.length
}

/** Whether the values of a column are mostly amounts, noughts and ones among them. */
export function mostlyAmounts(values: readonly string[]): boolean {
  return values.length > 0 && values.filter((text) => amountIn(text) !== null).length * 2 > values.length
}

/** What of an order was paid, where its cell says so; null where it is an answer. */
export function paidPart(text: string, mark: DecimalMark): Decimal | null {
  return saysYes(text) === null ? parseAmount(text, mark) : null
}

/** Fields of an order that a column answers by yes or no. */
export type AnswerField = Extract<Field, 'isPaid' | 'isRefunded' | 'isCancelled'>

const names: Readonly<Record<AnswerField, RegExp>> = {
  isPaid:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:付款|支付|付|付清|付讫|收款|收|到账|到帳|到款|结清|結清|结款|结账|回款|付錢|付钱)(?:了|情况|状态|與否|与否)?$|^(?:is |was |has )?(?:been )?(?:fully )?(?:paid|settled|(?:payment|money) (?:received|in))(?: in full| up)?$|^(?:bezahlt|payée?|pagad[oa]|pag[oa]|pagat[oa]|betalt|betald|betaald|zapłacon[eoya]|opłacon[eoya]|支払済み?|入金済み?|支払い済み|입금|lunas|dibayar|ชำระแล้ว)$/,
  isRefunded:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:退款|退货|退貨|退货退款|退换货|退換貨|售后|售後|退)(?:了|情况|与否|日期|时间|時間)?$|^(?:is |was |has )?(?:been )?(?:fully )?(?:refund(?:ed)?|returned|returns?|refund issued)(?: (?:on|at|date))?$|^date of (?:refund|return)$|^(?:erstattet|zurückgesendet|retourniert|remboursée?|retournée?|reembolsad[oa]|devuelt[oa]|devolvid[oa]|refunderet|refundert|återbetal[dt]|tilbagebetalt|tilbakebetalt|terugbetaald|geretourneerd|rimborsat[oa]|rimborso|zwrócon[eoya]|zwrot|retur|returneret|returnert|returnerad|返金済み?|返品)$/,
  isCancelled:
    /^(?:是否|有没有|有無)?(?:已经|已經|已)?(?:取消|作废|作廢|关闭|關閉)(?:了|情况|状态|与否|日期|时间|時間)?$|^(?:is |was |has )?(?:been )?(?:cancell?ed|cancel|void(?:ed)?)(?: (?:on|at|date))?$|^(?:storniert|annulée?|cancelad[oa]|anulad[oa]|annulleret|kansellert|annullerad|geannuleerd|annullat[oa]|anulowan[eoya]|キャンセル|dibatalkan|ยกเลิก)$/,
}

/** The question a normalised header asks; null for none. */
export function questionOf(key: string): AnswerField | null {
  const asked = key
    .replace(/\s*(?:\(?\s*(?:y ?\/? ?n|yes ?\/? ?no|是 ?\/? ?否)\s*\)?)$/, '')
    .replace(/[\s?？]+$|吗[?？]?$|嗎[?？]?$|没[?？]?$/u, '')
  const found = Object.entries(names).find(([, name]) => name.test(asked))
  return found === undefined ? null : (found[0] as AnswerField)
}

/** The fields a sheet answers. */
export const answerFields: readonly AnswerField[] = ['isPaid', 'isRefunded', 'isCancelled']
