import { hash53 } from '../core/values/hash.js'
import type { Ledger } from './ledger.js'

/**
 * What a ledger is told apart by, six letters and digits: its first batch was made at a moment and about a thing that no other ledger
 * shares. A copy and a backup are the same ledger; '' for one in which nothing was done yet.
 */
export function ledgerId({ db }: Ledger): string {
  const first = db.prepare('SELECT made_at, command, summary FROM batch ORDER BY id LIMIT 1').raw().get()
  if (first === undefined) return ''
  const kept = db.prepare(`SELECT json_extract(summary, '$.ledgerId') FROM batch ORDER BY id LIMIT 1`).pluck().get()
  return typeof kept === 'string' ? kept : (hash53(JSON.stringify(first)) % 36 ** 6).toString(36).padStart(6, '0')
}

/** Keeps the id a ledger had, with its first batch, where what that batch was about is told no more: sheets that are out carry it. Inside a write. */
export function keepLedgerId(ledger: Ledger, id: string): void {
  if (ledgerId(ledger) === id) return
  const first = '(SELECT min(id) FROM batch)'
  ledger.db.prepare(`UPDATE batch SET summary = json_set(summary, '$.ledgerId', ?) WHERE id = ${first}`).run(id)
}
