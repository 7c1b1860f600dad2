import type { Context } from '../context.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { wallClock } from '../core/values/zone.js'
import { batchWords } from '../messages/batches.js'
import { importWords } from '../messages/import.js'
import { listBatches } from '../store/batches.js'
import { batchDetails, batchFiles } from './batch-words.js'
import { plainReport } from './plain-report.js'
import { zoneOf } from './zone.js'

/** `crm imports`: every import and decision, newest first. */
export async function importsCommand(_args: object, context: Context): Promise<number> {
  const ledger = await context.readLedger()
  const words = context.words(importWords)
  const { commands, instant, fileNames, note, none } = context.words(batchWords)
  const zone = zoneOf(context, ledger)
  const detailOf = batchDetails(ledger, context.lang)
  const batches = listBatches(ledger)
  const columns: Column[] = [
    { key: 'batch', kind: 'id', label: words.columns.batch },
    { key: 'when', kind: 'text', label: words.columns.madeAt, isWhole: true },
    { key: 'madeAt', kind: 'text', label: instant, wide: true },
    { key: 'what', kind: 'text', label: words.columns.what, words: commands },
    { key: 'detail', kind: 'text', label: words.columns.detail },
    { key: 'files', kind: 'text', label: fileNames, wide: true },
    { key: 'state', kind: 'text', label: words.columns.state, words: { voided: words.voided } },
  ]
  const table = draft('batches', words.importsTitle, columns, batches, (batch) => ({
    ...{ batch: String(batch.id), when: timeIn(zone, batch.madeAt), madeAt: batch.madeAt, what: batch.command },
    ...{ detail: detailOf(batch), files: batch.kind === 'import' ? batchFiles(ledger, batch, context.lang) : null },
    ...{ state: batch.voidedAt === null ? null : 'voided' },
  }))
  const notes = [batches.length === 0 ? none : note]
  const head = { name: 'imports', title: words.importsTitle, summary: { batches: batches.length }, notes }
  await context.output(plainReport(context, head, [table]))
  return 0
}

/** An instant as the clock of a zone shows it, to the minute. */
export function timeIn(zone: string, instant: string): string {
  const { day, seconds } = wallClock(zone, Date.parse(instant) / 1000)
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${dateOf(day)} ${two(seconds / 3600)}:${two((seconds % 3600) / 60)}`
}

/** The day of an instant, as `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: string): string {
  return dateOf(wallClock(zone, Date.parse(instant) / 1000).day)
}
