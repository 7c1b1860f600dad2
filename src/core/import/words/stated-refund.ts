import type { Decimal } from '../../values/decimal.js'
import { parseAmount } from '../../values/money.js'
import { type StatusWords, statusWord } from '../orders/status.js'

const longestState = 60
const withAmount = /^(.*?)[\s(:：（]*((?:[¥￥$€£]\s*)?\d[\d,]*(?:\.\d+)?\s*元?)[)）]?$/

/** What a state says was given back: the words of `已退款(￥12.00)` and the amount in them; null for any other text. */
export function refundInStatus(
  text: string,
  words: StatusWords,
): { readonly text: string; readonly amount: Decimal } | null {
  if (text.length > longestState || !/\d/.test(text)) return null
  const [, said = '', written = ''] = withAmount.exec(text.trim()) ?? []
  // A bare number counts pieces, or is a day.
  const isMoney = /[¥￥$€£元]/.test(written) || /[(（]\s*\d[\d,]*\.\d\d\s*[)）]$/.test(text.trim())
  if (said === '' || !isMoney) return null
  const word = statusWord({ text: said, hasStatusColumn: true, hasPaidColumn: false, isPaidDated: false }, words)
  const amount = word === 'refunded' || word === 'partially_refunded' ? parseAmount(written, '.') : null
  return amount && { text: said, amount }
}

/** Whether a state says that all of it was given back, whatever rows say of a part. */
export function isWholeRefund(text: string): boolean {
  return /全额|全部|\bfully\b|\bfull\b/i.test(text) && /退|refund/i.test(text) && !/未|没|\bnot\b/i.test(text)
}
