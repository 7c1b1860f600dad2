import type { Column, ColumnKind, PersonField, TableRow } from './table.js'

/** Whom a row is about, as address books and mail tools take it; '' where nothing is known. */
export interface Person extends Readonly<Record<Exclude<PersonField, 'reach' | 'persons' | 'tags'>, string>> {
  readonly company: string
  /** E.164, the one in use first, each once. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly tags: readonly string[]
}

/** Reads persons from the rows of a table by what its columns say they hold; the first column of text is the name where none says so. */
export function personReader(columns: readonly Column[]): (row: TableRow) => Person {
  const named = columns.find(({ person }) => person === 'name') ?? columns.find(({ kind }) => kind === 'text')
  const of = (field: PersonField) => columns.filter(({ person }) => person === field).map(({ key }) => key)
  const ofKind = (sought: ColumnKind) => columns.filter(({ kind }) => kind === sought).map(({ key }) => key)
  const [phones, emails, companies] = [ofKind('phone'), ofKind('email'), ofKind('company')]
  const keys = {
    ...{ wechat: of('wechat'), street: of('street'), city: of('city'), region: of('region') },
    ...{ postcode: of('postcode'), country: of('country'), birthday: of('birthday') },
  }
  const tags = of('tags')
  return (row) => {
    const one = (field: keyof typeof keys) => textsOf(row, keys[field])[0] ?? ''
    return {
      name: (named && textsOf(row, [named.key])[0]) ?? '',
      company: textsOf(row, companies)[0] ?? '',
      phones: textsOf(row, phones),
      emails: textsOf(row, emails),
      ...{ wechat: one('wechat'), street: one('street'), city: one('city'), region: one('region') },
      ...{ postcode: one('postcode'), country: one('country'), birthday: one('birthday') },
      tags: textsOf(row, tags),
    }
  }
}

/** What a person is called: the name as written, else the company, a phone, an e-mail; '-' for nobody. */
export function calledName({ name, company, phones, emails }: Person): string {
  return name || company || phones[0] || emails[0] || '-'
}

/** The texts of some cells, each once, blanks left out. */
function textsOf(row: TableRow, keys: readonly string[]): string[] {
  const found: string[] = []
  for (const key of keys) {
    const value = row[key]
    for (const each of Array.isArray(value) ? value : [value]) {
      const text = each === null || each === undefined ? '' : String(each).trim()
      if (text !== '' && !found.includes(text)) found.push(text)
    }
  }
  return found
}
