import type { Match } from '../core/import/columns/detect.js'
import type { Sheet } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import type { Ledger } from '../store/ledger.js'

/** Rows looked at: a list that crm wrote has our ids from its first one on. */
const LOOKED_AT = 20

/**
 * Refuses a list that crm wrote to be read, such as that of `crm list`: taken for a seller's sheet its ids would become customers. UserError
 * `list.own-ids`.
 */
export async function refuseOwnList(sheet: Sheet, { columns, header }: Match, file: string, ledger: Ledger) {
  const naming = [...(columns.get('buyerName') ?? []), ...(columns.get('buyerId') ?? [])]
  if (naming.length === 0) return
  const isOurs = ledger.db.prepare('SELECT 1 FROM key WHERE public_id = ?').pluck()
  for await (const { numbers, rows } of sheet.rows()) {
    const below = rows.filter((_, at) => numbers[at]! > header.row).slice(0, LOOKED_AT)
    const column = naming.find((one) => {
      const ids = below.map((cells) => cells[one]).filter((cell) => cell !== null && cell !== undefined && cell !== '')
      return ids.length > 0 && ids.every((id) => typeof id === 'string' && isOurs.get(id) !== undefined)
    })
    if (column !== undefined) throw new UserError('bad-data', 'list.own-ids', { file, sheet: sheet.name })
    if (below.length > 0) return
  }
}
