import type { CustomerFile, ValueField } from './customer-file.js'

/** What leads to a customer: out of view while he is delisted (R30). */
const SEALED: ReadonlySet<ValueField> = new Set([
  ...(['phone', 'email', 'address', 'postcode', 'wechat', 'contacts'] as const),
])

/** A customer's file with the word in place of everything that leads to him. */
export function sealContacts(file: CustomerFile, word: string): CustomerFile {
  const seal = <T extends { readonly field: ValueField; readonly value: string }>(values: readonly T[]): T[] =>
    values.map((one) => (SEALED.has(one.field) && one.value !== '' ? { ...one, value: word } : one))
  const { provenance } = file
  return {
    ...file,
    values: seal(file.values),
    ...(provenance === undefined ? {} : { provenance: { ...provenance, values: seal(provenance.values) } }),
  }
}
