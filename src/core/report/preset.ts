import type { Lang } from '../values/lang.js'
import { type Person, personReader } from './person.js'
import { waysIn } from './reached.js'
import type { Column, Table, TableRow } from './table.js'

/**
 * The columns in which one program takes contacts in, declared: the headings it knows by themselves, each with what stands under it. Phones
 * are E.164, countries ISO codes, names whole: which part is the family name differs from country to country.
 */
export interface Preset {
  readonly name: string
  readonly words: Readonly<Record<Lang, { readonly purpose: string }>>
  /** The page of the program's makers that says so. */
  readonly source: string
  /** What it knows people by: who has none of it is left out, and counted. */
  readonly needs: 'email' | 'email or phone' | 'nothing'
  /** Whether the program needs a byte order mark to read UTF-8. */
  readonly hasMark: boolean
  readonly columns: readonly PresetColumn[]
}

/** One column of a preset; '' is a blank. */
export interface PresetColumn {
  readonly heading: string
  cell(person: Person): string
}

/** A contact table in the columns of a preset, its rows with the id of who can be reached, and how many rows it does not take. */
export function presetTable(table: Table, preset: Preset): { readonly table: Table; readonly leftOut: number } {
  const personOf = personReader(table.columns)
  const hasWay = waysIn(table.columns)
  const persons = table.rows.map((row) => ({ row, person: personOf(row) }))
  const taken = persons.filter(({ person }) => takes(preset, person))
  const columns = preset.columns.map(({ heading }): Column => ({ key: heading, kind: 'text', label: heading }))
  const rows = taken.map(({ row, person }): TableRow => {
    const cells = preset.columns.map(({ heading, cell }) => [heading, cell(person) || null])
    return { ...Object.fromEntries(cells), customer: hasWay?.(row) ? (row.customer ?? null) : null }
  })
  return {
    table: { ...table, columns, rows, forProgram: { hasMark: preset.hasMark } },
    leftOut: persons.length - taken.length,
  }
}

/** Whether a program can take somebody in. */
export function takes({ needs }: Preset, { emails, phones }: Person): boolean {
  return needs === 'nothing' || emails.length > 0 || (needs === 'email or phone' && phones.length > 0)
}

/** The day and month of a birthday by the solar calendar, as `05-03`; '' for others. */
export function dayOfYear({ birthday }: Person): string {
  return /^(?:\d{4}-|--)(\d{2}-\d{2})$/.exec(birthday)?.[1] ?? ''
}

/** A birthday by the solar calendar whose year is known, as `1990-05-03`; '' for others. */
export function wholeBirthday({ birthday }: Person): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(birthday) ? birthday : ''
}
