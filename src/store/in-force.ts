/** Joins the batch (`b`, or named otherwise) of a table's rows, so that those of batches taken back are left out (R36). */
export function inForce(table: string, batch = 'b'): string {
  return `JOIN batch ${batch} ON ${batch}.id = ${table}.batch_id AND ${batch}.voided_at IS NULL`
}
