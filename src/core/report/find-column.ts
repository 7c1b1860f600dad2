import { UserError } from '../values/failure.js'
import { fold } from '../values/filter.js'
import { nearest } from '../values/nearest.js'
import type { Column } from './table.js'

/** The column meant by its key, by its key without `Minor`, or by the words of its heading; undefined for none. */
export function columnNamed(columns: readonly Column[], name: string): Column | undefined {
  const typed = fold(name.trim())
  return (
    columns.find(({ key }) => key === name) ??
    columns.find(({ key }) => key === `${name}Minor`) ??
    columns.find(({ key, label }) => fold(label) === typed || fold(key) === typed)
  )
}

/** The same; UserError `report.unknown-column` with near names, the headings and the keys. */
export function findColumn(columns: readonly Column[], name: string): Column {
  const found = columnNamed(columns, name)
  if (found) return found
  const [labels, keys] = [columns.map(({ label }) => label), columns.map(({ key }) => key)]
  const nearLabels = nearest(name, labels)
  const near = nearLabels.length > 0 ? nearLabels : nearest(name, keys)
  throw new UserError('usage', 'report.unknown-column', { column: name, near, labels, columns: keys.join(', ') })
}

/** The names in the text of `--sort`, without the signs for the direction. */
export function sortNames(sort: string): { readonly name: string; readonly isDown: boolean }[] {
  return sort.split(/[,，]/).map((part) => {
    const name = part.trim()
    return { name: name.replace(/^[-+]/, ''), isDown: name.startsWith('-') }
  })
}
