import type { Issue } from '../../core/values/issue.js'
import type { Lang } from '../../core/values/lang.js'

export type Params = Issue['params']

/** The finding in words, and what to do about it. */
type Saying = (p: Params) => readonly [sentence: string, hint: string]

/** Sayings by the code of the finding. */
export type Sayings = Readonly<Record<string, Readonly<Record<Lang, Saying>>>>

/** One saying in both languages. */
export const both = (en: Saying, zh: Saying): Readonly<Record<Lang, Saying>> => ({ en, zh })

/** An order by its number; one without is the row's. */
export const orderEn = ({ number }: Params): string => (number === '' ? 'this order' : `order ${number}`)
export const orderZh = ({ number }: Params): string => (number === '' ? '这笔订单' : `订单 ${number} `)

/** Both, with the customer of the row in front where he is known. */
export const ofRow = (en: Saying, zh: Saying): Readonly<Record<Lang, Saying>> => {
  const named =
    (saying: Saying, colon: string): Saying =>
    (p) => {
      const [sentence, hint] = saying(p)
      return [(p.who ?? '') === '' ? sentence : `${p.who}${colon}${sentence}`, hint]
    }
  return both(named(en, ': '), named(zh, '：'))
}
