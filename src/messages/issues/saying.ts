import type { Issue } from '../../core/values/issue.js'
import { type ByLang, bilingual, type Further, inEach } from '../../core/values/lang.js'
import { languages } from '../../core/values/languages.js'

export type Params = Issue['params']

/** The finding in words, and what to do about it. */
type Saying = (p: Params) => readonly [sentence: string, hint: string]

/** Sayings by the code of the finding. */
export type Sayings = Readonly<Record<string, ByLang<Saying>>>

/** One saying in both languages. */
export const both = (en: Saying, zh: Saying, further?: Further<Saying>): ByLang<Saying> => bilingual(en, zh, further)

/** An order by its number; one without is the row's. */
export const orderEn = ({ number }: Params): string => (number === '' ? 'this order' : `order ${number}`)
export const orderZh = ({ number }: Params): string => (number === '' ? '这笔订单' : `订单 ${number} `)

/** Both, with the customer of the row in front where he is known. */
export const ofRow = (...said: Parameters<typeof both>): ByLang<Saying> => {
  const sayings = both(...said)
  return inEach((lang) => (p) => {
    const [sentence, hint] = sayings[lang](p)
    return [(p.who ?? '') === '' ? sentence : `${p.who}${languages[lang].signs.colon}${sentence}`, hint]
  })
}
