import type { Column } from '../core/report/table.js'
import { NO_GROUP } from '../core/value/groups/dimension.js'
import { owner } from '../core/value/groups/owner.js'
import type { Lang } from '../core/values/lang.js'

/** People as a cell names them, the same in every language; null for nobody. */
export function peopleText(people: readonly string[]): string | null {
  return people.filter((person) => person !== NO_GROUP).join(' / ') || null
}

/** The column of owners by name, '' for rows that nobody looks after. */
export function ownerColumn(people: Iterable<string>, lang: Lang): Column {
  const { label, none } = owner.words[lang]
  const names = [...people].filter((person) => person !== NO_GROUP).map((person) => [person, person] as const)
  return { key: 'owner', kind: 'text', label, words: { ...Object.fromEntries(names), [NO_GROUP]: none } }
}
