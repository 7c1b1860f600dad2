/**
 * What a field of the filter holds, which decides the operators and values it takes. A `sample` holds a lot from 0 to 99 and takes a share in
 * percent.
 */
export type FilterKind = 'text' | 'choice' | 'country' | 'date' | 'count' | 'money' | 'flag' | 'sample'

/** One of a choice field's values and the words of both languages it may be typed as. */
export interface FilterChoice {
  readonly value: string
  readonly words: readonly string[]
}

/** One line of the typed table of fields. A choice without choices takes any word (tags, owners). */
export interface FilterField {
  readonly name: string
  readonly kind: FilterKind
  /** Other words for the field itself, of both languages. */
  readonly words?: readonly string[]
  readonly choices?: readonly FilterChoice[]
  /** Currency of a money field; amounts are typed in its major unit and compared in minor units. */
  readonly currency?: string
}

/** Numbers (days, counts, minor units) from `low` to `high`, both included. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** One condition: the field's value is one of the words, or lies in one of the ranges, or is true; `negated` turns it round. */
export type FilterTerm = { readonly field: string; readonly negated: boolean } & (
  | { readonly test: 'contains' | 'is'; readonly words: readonly string[] }
  | { readonly test: 'within'; readonly ranges: readonly Range[] }
  | { readonly test: 'flag' }
)

/** A parsed filter: all its terms must hold. */
export interface Filter {
  readonly terms: readonly FilterTerm[]
}

/** Why a filter was not understood, pointing at `length` characters of its text from `at` on. */
export interface FilterError {
  readonly at: number
  readonly length: number
  /** What should have stood there. */
  readonly expected:
    | 'field'
    | 'operator'
    | 'value'
    | 'choice'
    | 'country'
    | 'date'
    | 'number'
    | 'flag'
    | 'sample'
    | 'quote'
  /** Words that may have been meant, nearest first. */
  readonly near: readonly string[]
  /** All values there are, where they are few. */
  readonly allowed?: readonly string[]
}

/** A customer's values by field name: text (or several), a day, a count, minor units, or a flag; null or absent when unknown. */
export type FilterRow = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>
