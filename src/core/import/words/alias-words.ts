import type { Field } from '../field.js'

/** The words one language has for each field, best first, parted by `|`, as `normaliseHeader` leaves them. */
export type AliasWords = Readonly<Partial<Record<Field, string>>>
