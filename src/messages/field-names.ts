import { type Field, fields } from '../core/import/field.js'
import { aliases } from '../core/import/words/aliases.js'
import { LANGS, type Lang } from '../core/values/lang.js'
import { languages } from '../core/values/languages.js'
import { normaliseHeader } from '../core/values/text.js'
import { fieldWords } from './fields.js'

/** The fields a seller most often has to point out. */
const MAIN: readonly Field[] = [
  ...(['placedAt', 'orderTotal', 'buyerName', 'orderId', 'phone', 'email', 'status', 'currency'] as const),
  ...(['productName', 'quantity', 'unitPrice', 'refundAmount', 'cost', 'fee', 'unitCost'] as const),
]

/** Case, blanks and marks make no difference: `order_id` and `Order ID` are `orderId`. */
const plain = (text: string): string => normaliseHeader(text).key.replaceAll(' ', '')

/** Our names first, then the words of every language, then the headers sellers use; of two fields the earlier keeps a word. */
function namesOfFields(): ReadonlyMap<string, Field> {
  const names = new Map<string, Field>()
  const add = (word: string, field: Field) => names.has(plain(word)) || names.set(plain(word), field)
  for (const field of fields) add(field, field)
  for (const field of fields) for (const lang of LANGS) add(fieldWords[lang][field], field)
  for (const field of fields) for (const word of aliases[field] ?? []) add(word, field)
  return names
}

let known: ReadonlyMap<string, Field> | undefined

/** The field a seller means: our own name for it, the word for it in any language, or a header common for it; null for none. */
export function fieldNamed(typed: string): Field | null {
  known ??= namesOfFields()
  return known.get(plain(typed)) ?? null
}

/** Every name of a field that help can offer: our own and the words of every language. */
export function fieldNames(): readonly string[] {
  return [...fields, ...LANGS.flatMap((lang) => Object.values(fieldWords[lang]))]
}

/** The main fields with a word each, as an error lists them. */
export function mainFields(lang: Lang): string {
  const { open, close, comma } = languages[lang].signs
  return MAIN.map((field) => `${field}${open}${fieldWords[lang][field]}${close}`).join(comma)
}
