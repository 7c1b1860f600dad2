import { fold } from '../../values/filter.js'
import { bilingual, LANGS } from '../../values/lang.js'

/** What second marketing is done for (R22). */
export const OCCASIONS = ['new-product', 'promotion', 'festival', 'restock'] as const

export type Occasion = (typeof OCCASIONS)[number]

export const occasionWords = bilingual<Record<Occasion, string>>(
  { 'new-product': 'new product', promotion: 'promotion', festival: 'festival', restock: 'restock' },
  { 'new-product': '新品上线', promotion: '特价促销', festival: '节日', restock: '补货' },
)

/** An occasion as it is typed in any language; null when it is none. */
export function occasionNamed(typed: string): Occasion | null {
  const word = fold(typed.trim())
  const found = OCCASIONS.find((one) => [one, ...LANGS.map((lang) => fold(occasionWords[lang][one]))].includes(word))
  return found ?? null
}

/** Whether a text is the code of an occasion. */
export function isOccasion(text: string): text is Occasion {
  return OCCASIONS.some((one) => one === text)
}
