import { compareText, trimEdges } from './values/text.js'

/** What a file holds of a customer besides how to reach him (R8), in the order it is shown. */
export const DETAIL_FIELDS = [
  ...(['contacts', 'wechat', 'channel', 'callHours', 'frequency', 'language', 'birthday', 'anniversary'] as const),
  ...(['interests', 'needs', 'background'] as const),
]

export type DetailField = (typeof DETAIL_FIELDS)[number]

/** A field of the seller's own, by its name: `field.Wechat group`. */
export type OwnField = `field.${string}`

const OWN = 'field.'

/** The field of a name of the seller's own. */
export function ownField(name: string): OwnField {
  return `${OWN}${name}`
}

/** Whether a field is one of the seller's own. */
export function isOwnField(field: string): field is OwnField {
  return field.startsWith(OWN)
}

/** What the seller calls a field of his own. */
export function ownFieldName(field: OwnField): string {
  return field.slice(OWN.length)
}

/** What a row of a customer list says of the person, in the form it is kept in; what it does not say is absent. */
export type ToldDetails = Readonly<Partial<Record<DetailField, string>>>

/** The same of one customer with the note and the fields of the seller's own. */
export type CustomerDetails = ToldDetails & { readonly note?: string } & { readonly [own: OwnField]: string }

/** The fields of the seller's own that some customer has, in order. */
export function ownFieldsIn(details: Iterable<CustomerDetails>): readonly OwnField[] {
  const own = new Set<OwnField>()
  for (const known of details) for (const field in known) if (isOwnField(field)) own.add(field)
  return [...own].sort(compareText)
}

/** Several things of one cell or option, each once, in the order written: `green tea, cups`. */
export function readThings(text: string): string {
  const things = text.split(/[,，;；、\n]/).map(trimEdges)
  return [...new Set(things)].filter((thing) => thing !== '').join(', ')
}
