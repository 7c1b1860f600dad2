import { columnLabels } from '../report/columns.js'
import { contactColumns, contactsOf } from './contact-columns.js'
import type { RowKey } from './key.js'
import type { Worklist } from './list.js'

const { channel, result, nextOn, note, contactedOn } = contactColumns

/** The list of each morning: a filled row is a contact, and closes what the row was about where the customer was met. */
export const dueList: Worklist = {
  name: 'due',
  command: 'crm due -o today.xlsx',
  columns: [channel, result, nextOn, note, contactedOn],
  telltales: (['reasons', 'stakeMinor', 'advice'] as const).map(columnLabels),
  closesItems: true,
  records: (row) => ({ contacts: contactsOf(row, row.key.items), events: [] }),
}

/** The key of a row of the due list. */
export function dueKey(key: Omit<RowKey, 'list'>): RowKey {
  return { ...key, list: dueList.name }
}
