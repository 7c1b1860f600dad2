import { listBackups } from '../backups.js'
import type { Context } from '../context.js'
import { BACKUP_DUE_DAYS } from '../core/backup.js'
import type { CheckLine } from '../core/check.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { UserError } from '../core/values/failure.js'
import { sentenceOf } from '../failures.js'
import { exists, fileSize } from '../file-facts.js'
import { checkWords } from '../messages/check.js'
import { checkFindings } from '../messages/check-findings.js'
import { derivedLine, integrityLines, qualityLines, sqliteVersion } from '../store/check.js'
import { type Ledger, openLedger, openMemoryLedger, translate } from '../store/ledger.js'
import { schemaVersion } from '../store/schema.js'
import { backupAge, sizeText } from './backup.js'
import { computerLines } from './check-computer.js'
import { plainReport } from './plain-report.js'
import { missingRateSentence } from './rates.js'

/**
 * `crm check`: whether the ledger is whole, the data complete and the computer fit, each with what to do; exit 1 when something is broken.
 * Works on a damaged, foreign, newer or missing ledger too, and shows nobody's data.
 */
export async function checkCommand(_args: object, context: Context): Promise<number> {
  const lines = [...ledgerLines(context), ...backupLines(context), ...computerLines(versionOfSqlite(), context)]
  const faults = lines.filter(({ state }) => state === 'fault').length
  const words = context.words(checkWords)
  const columns: Column[] = [
    { key: 'state', kind: 'text', label: words.columns.state, words: statesOf(context), isWhole: true },
    { key: 'topic', kind: 'text', label: words.columns.topic },
    { key: 'found', kind: 'text', label: words.columns.found },
    { key: 'fix', kind: 'text', label: words.columns.fix },
    { key: 'check', kind: 'text', label: words.columns.code, wide: true },
    { key: 'count', kind: 'count', label: words.columns.count, wide: true },
  ]
  const table = draft('checks', words.title, columns, lines, (line) => rowOf(line, context))
  const summary = { ledger: context.place.path, faults, notes: lines.filter(({ state }) => state === 'note').length }
  const notes = [faults === 0 ? words.allGood : words.broken(faults)]
  await context.output(plainReport(context, { name: 'check', title: words.title, summary, notes }, [table]))
  return faults === 0 ? 0 : 1
}

function statesOf(context: Context): Readonly<Record<string, string>> {
  const { states, asciiStates } = context.words(checkWords)
  return context.settings.ascii.value ? asciiStates : states
}

function rowOf({ code, state, count = 0, detail = '', said }: CheckLine, context: Context) {
  const words = context.words(checkWords)
  const own = context.words(checkFindings)[code]
  const found = said?.found ?? (state === 'ok' ? own.good(detail) : own.bad(count, detail))
  const fix = said?.fix ?? (state === 'ok' ? '' : own.fix)
  return { state, topic: words.topics[code], found, fix: fix || null, check: code, count }
}

/** What is wrong with the ledger, or what it holds and lacks. */
function ledgerLines(context: Context): CheckLine[] {
  const words = context.words(checkWords)
  const { path } = context.place
  if (!exists(path)) {
    if (listBackups(path).length > 0) return [{ code: 'ledger', state: 'fault', detail: words.lost }]
    return [{ code: 'ledger', state: 'note', said: { found: words.missing, fix: words.startFix } }]
  }
  let ledger: Ledger | null = null
  try {
    ledger = openLedger(path, { isReadOnly: true })
    const detail = words.opened(schemaVersion, sizeText(fileSize(path) ?? 0))
    const whole = integrityLines(ledger)
    const isWhole = whole.every(({ state }) => state === 'ok')
    const rest = isWhole ? [derivedOf(path, context), ...qualityOf(ledger, context)] : []
    return [{ code: 'ledger', state: 'ok', detail }, ...whole, ...rest]
  } catch (error) {
    return [failureLine(translate(error, path), context)]
  } finally {
    ledger?.close()
  }
}

/** A ledger that cannot be opened, in the words of the failure. */
function failureLine(error: unknown, context: Context): CheckLine {
  if (!(error instanceof UserError)) throw error
  const { message, hints } = sentenceOf(error, context.lang)
  const isOld = error.code === 'ledger.needs-migration'
  const hasBackup = listBackups(context.place.path).length > 0
  const restore = hasBackup && error.code === 'ledger.foreign' ? ['crm restore LATEST'] : []
  return {
    code: 'ledger',
    state: isOld ? 'note' : 'fault',
    said: { found: message, fix: [...restore, ...hints].join(' · ') },
  }
}

/** Deriving is tried on a ledger held to be written, and taken back; where that cannot be, it is said. */
function derivedOf(path: string, context: Context): CheckLine {
  let ledger: Ledger | null = null
  try {
    ledger = openLedger(path, { isMigrating: false })
    return derivedLine(ledger)
  } catch (error) {
    if (!(error instanceof UserError) || error.kind === 'bad-data') throw error
    return { code: 'derived', state: 'note', detail: context.words(checkWords).notCompared, count: 0 }
  } finally {
    ledger?.close()
  }
}

function qualityOf(ledger: Ledger, context: Context): CheckLine[] {
  const words = context.words(checkWords)
  const customers = ledger.db.prepare('SELECT count(*) FROM customer').pluck().get() as number
  const missing = missingRateSentence(ledger, context)
  const share = (count: number) => words.share(((100 * count) / Math.max(1, customers)).toFixed(1))
  const lines = qualityLines(ledger).map((line) =>
    line.state !== 'ok' && (line.code === 'reach' || line.code === 'country')
      ? { ...line, detail: share(line.count ?? 0) }
      : line,
  )
  return [...lines, { code: 'rates', state: missing === null ? 'ok' : 'note', detail: missing ?? '' }]
}

function backupLines(context: Context): CheckLine[] {
  const { path } = context.place
  if (!exists(path)) return []
  const words = context.words(checkWords)
  const age = backupAge(path, context)
  if (age === null) return [{ code: 'backup', state: 'note', detail: words.noBackup }]
  return [{ code: 'backup', state: age > BACKUP_DUE_DAYS ? 'note' : 'ok', detail: words.backupAge(age) }]
}

function versionOfSqlite(): string {
  const ledger = openMemoryLedger()
  try {
    return sqliteVersion(ledger)
  } finally {
    ledger.close()
  }
}
