/** Joins the batch (`b`, or named otherwise) of a table's rows, so that those of batches taken back are left out (R36). */
export function inForce(table: string, batch = 'b'): string {
  return `JOIN batch ${batch} ON ${batch}.id = ${table}.batch_id AND ${batch}.voided_at IS NULL`
}

/** Tables of decisions about a customer, each by the key it names him with. */
export const decisionTables = ['contact', 'mark', 'hand_value', 'grade', 'event'] as const

/** Selects the keys that decisions are about, with the batch of each: `key`, `batch_id`. */
export const decidedKeys = decisionTables.map((table) => `SELECT key, batch_id FROM ${table}`).join(' UNION ')
