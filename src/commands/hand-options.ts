import { type HandField, handFields, readHandValue } from '../core/hand-values.js'
import { countryCode } from '../core/values/contact-point.js'
import { trimEdges } from '../core/values/text.js'
import type { NewValue } from '../store/hand-values.js'

/** Values about a customer as options hold them. */
export type HandOptions = { readonly [K in HandField]?: string | undefined }

/**
 * The values that were typed, in the form they are kept in; national phone numbers are those of the country typed beside
 * them, else of `country`. UserError as `readHandValue`.
 */
export function readHandOptions(typed: HandOptions, country: string): NewValue[] {
  const dialling = countryCode(trimEdges(typed.country ?? '')) ?? country
  return handFields.flatMap((field) => {
    const text = typed[field]
    return text === undefined ? [] : [{ field, value: readHandValue(field, text, dialling) }]
  })
}
