import { ownFieldName, ownFieldsIn } from '../customer-details.js'
import type { Snapshot } from '../snapshot.js'
import { UserError } from '../values/failure.js'
import { type Filter, type FilterRow, type FilterTerm, fold, matches, parseFilter } from '../values/filter.js'
import { once } from '../values/once.js'
import { type FilterSources, filterFields, ownFields } from './customer-filter-fields.js'
import type { Standing } from './standing.js'

/** Owners a filter names, in whose hands nobody is, beside all in whose hands somebody is. */
interface UnknownOwners {
  readonly named: readonly string[]
  readonly known: readonly string[]
}

/** A set of customers chosen by a filter, and the filter as typed. */
export interface CustomerFilter {
  readonly text: string
  /** The fields it asks for, by name. */
  readonly fields?: readonly string[]
  /** Tags it names that no customer has, as they are compared. */
  readonly unknownTags: readonly string[]
  /** Null where it names none such. */
  readonly unknownOwners?: UnknownOwners | null
  includes(customer: number): boolean
  /** Each condition as typed and how many customers it keeps without the others. */
  alone?(): readonly { readonly text: string; readonly customers: number }[]
}

/**
 * Reads a filter such as `tier:A,B country:US last>90d` against a standing, the grades and the stages; ages count back from its as-of
 * day. Throws 'filter.field', 'filter.value', … ('filter.' + what was expected) with the place and near words.
 */
export function customerFilter(
  text: string,
  snapshot: Snapshot,
  standing: Standing,
  sources: FilterSources,
): CustomerFilter {
  const asOf = standing.sums.window.to
  const fields = [...filterFields(standing.vocabulary, snapshot.currency), ...ownFields(text, sources)]
  const parsed = parseFilter(text, fields, asOf)
  if ('expected' in parsed) {
    const { expected, at, length, near, allowed = [] } = parsed
    const meant = expected === 'field' ? ownFieldMeant(text.slice(at, at + length), sources) : []
    const words = { near: [...meant, ...near].map(asTyped).join(', '), allowed: allowed.join(', ') }
    throw new UserError('usage', `filter.${expected}`, { filter: text, at, length, ...words })
  }
  const ast = byWholeOwners(parsed.ast, sources)
  const used = fields.filter(({ name }) => ast.terms.some(({ field }) => field === name))
  const rowOf = (customer: number): FilterRow => {
    const asked = { facts: snapshot.customers[customer]!, standing, customer, sources }
    return Object.fromEntries(used.map((field) => [field.name, field.of(asked)]))
  }
  return {
    text,
    fields: used.map(({ name }) => name),
    unknownTags: unknownTags(parsed.ast, snapshot),
    unknownOwners: unknownOwners(text, parsed.ast, sources),
    includes: (customer) => matches(ast, rowOf(customer)),
    alone: () => {
      const typed = text.match(/(?:["“”][^"“”]*["“”]|\S)+/g) ?? []
      return ast.terms.map((term, at) => ({
        text: typed[at] ?? '',
        customers: snapshot.customers.filter((_, customer) => matches({ terms: [term] }, rowOf(customer))).length,
      }))
    },
  }
}

/** Fields of the seller's own that a word names without saying so: `dog` means `field.Dog`. */
function ownFieldMeant(word: string, { details }: FilterSources): readonly string[] {
  return ownFieldsIn(details().values()).filter((field) => fold(ownFieldName(field)) === fold(word))
}

/** A field of the seller's own whose name has blanks stands in quotes: `field."Wechat group"`. */
function asTyped(word: string): string {
  return word.replace(/^(field|字段)\.(.* .*)$/, '$1."$2"')
}

function unknownOwners(text: string, { terms }: Filter, { hands }: FilterSources): UnknownOwners | null {
  const asked = terms.filter((term) => term.field === 'owner')
  if (asked.length === 0) return null
  const known = hands().people()
  const isNobody = (word: string) => NOBODY.has(word) && !known.some((one) => fold(one).includes(word))
  const isOneOf = (word: string, test: 'is' | 'contains') =>
    known.some((one) => (test === 'is' ? fold(one) === word : fold(one).includes(word)))
  const named = asked.flatMap((term) =>
    'words' in term ? term.words.filter((word) => !isOneOf(word, term.test) && !isNobody(word)) : [],
  )
  const written = (word: string) => text.split(/[\s:：=,，"“”]+/).find((one) => fold(one) === word) ?? word
  return named.length > 0 ? { named: named.map(written), known } : null
}

/** Words for nobody, where no person is called so. */
const NOBODY = new Set(['none', '-', '无', '没有'])

/** `owner:Li` means Li where there is one, and not Lin too: part of a name stands for all who bear it; `owner:none` for nobody. */
function byWholeOwners(filter: Filter, { hands }: FilterSources): Filter {
  const persons = once(() => hands().people().map(fold))
  const meant = (word: string, test: 'is' | 'contains') => {
    if (persons().includes(word)) return [word]
    const bearing = test === 'is' ? [] : persons().filter((person) => person.includes(word))
    if (bearing.length > 0) return bearing
    return [NOBODY.has(word) ? '' : word]
  }
  const terms = filter.terms.map(
    (term): FilterTerm =>
      term.field === 'owner' && 'words' in term
        ? { ...term, test: 'is', words: term.words.flatMap((word) => meant(word, term.test)) }
        : term,
  )
  return { terms }
}

function unknownTags({ terms }: Filter, { customers }: Snapshot): string[] {
  const named = terms.flatMap((term) => (term.field === 'tag' && 'words' in term ? term.words : []))
  if (named.length === 0) return []
  const known = new Set(customers.flatMap(({ tags }) => tags.map(fold)))
  return named.filter((tag) => !known.has(tag))
}
