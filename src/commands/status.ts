import type { Context } from '../context.js'
import { draft, type TableDraft } from '../core/report/build.js'
import type { Fact, Report } from '../core/report/model.js'
import { platformWords } from '../core/report/platforms.js'
import type { Column } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { exists } from '../file-facts.js'
import { batchWords } from '../messages/batches.js'
import { sharedKeyWords } from '../messages/shared-keys.js'
import { statusWords } from '../messages/status.js'
import { isDemo } from '../store/demo.js'
import type { Ledger } from '../store/ledger.js'
import { baseCurrency } from '../store/settings.js'
import { type LedgerStatus, ledgerStatus } from '../store/status.js'
import { backupReminder } from './backup.js'
import { timeIn } from './imports.js'
import { plainReport } from './plain-report.js'
import { missingRateSentence } from './rates.js'
import { type WeekToday, weekToday } from './report-period.js'
import { zoneOf } from './zone.js'

/** Days without a new order after which the seller is reminded to import. */
const STALE_DAYS = 14
/** From here on it stands among what to do first. */
const TOLD_FIRST_DAYS = 30

/** `crm status`: which ledger, what is in it, what to do next. Works before there is one. */
export async function statusCommand(_args: object, context: Context): Promise<number> {
  await context.output(
    exists(context.place.path) ? await statusOf(await context.readLedger(), context) : withoutLedger(context),
  )
  return 0
}

function withoutLedger(context: Context): Report {
  const words = context.words(statusWords)
  const { path, origin } = context.place
  const head = { name: 'status', title: words.title, facts: placeFacts(context), notes: [words.none, words.demo] }
  return plainReport(context, { ...head, summary: { ledger: path, origin, exists: false } }, [])
}

function placeFacts(context: Context): Fact[] {
  const words = context.words(statusWords)
  return [
    { label: words.ledger, kind: 'text', value: context.place.path },
    { label: words.origin, kind: 'text', value: words.origins[context.place.origin] },
  ]
}

/** What needs every rate to be known; null while one is missing. */
async function figuresOf(context: Context): Promise<WeekToday | null> {
  try {
    return await weekToday(context)
  } catch (error) {
    if (error instanceof UserError && error.code === 'rate.missing') return null
    throw error
  }
}

async function statusOf(ledger: Ledger, context: Context): Promise<Report> {
  const words = context.words(statusWords)
  const status = ledgerStatus(ledger)
  const figures = status.customers === 0 && status.orders === 0 ? null : await figuresOf(context)
  const facts = [...placeFacts(context), ...contentFacts(status, ledger, figures, context)]
  const { path, origin } = context.place
  const { shops, lastBatch, firstOn, lastOn, ...counts } = status
  const summary = {
    ...{ ledger: path, origin, exists: true, ...counts, baseCurrency: baseCurrency(ledger) },
    ...{
      firstOrderOn: firstOn === null ? null : dateOf(firstOn),
      lastOrderOn: lastOn === null ? null : dateOf(lastOn),
    },
    ...{ due: figures?.due ?? null, asOfMoved: figures?.isAsOfMoved ?? false },
    lastBatch: lastBatch === null ? null : { ...lastBatch },
  }
  const notes = notesOf(status, ledger, figures, context)
  const head = { name: 'status', title: words.title, facts, summary, notes, actions: figures?.actions ?? [] }
  const report = plainReport(context, head, shops.length === 0 ? [] : [shopsTable(shops, context)])
  return figures === null || status.orders === 0 ? report : { ...report, asOf: dateOf(figures.asOf) }
}

function contentFacts(status: LedgerStatus, ledger: Ledger, figures: WeekToday | null, context: Context): Fact[] {
  const words = context.words(statusWords)
  const { firstOn, lastOn, lastBatch } = status
  const span = firstOn === null || lastOn === null ? null : words.to(dateOf(firstOn), dateOf(lastOn))
  const asOf =
    figures && status.orders > 0 && (figures.isAsOfMoved ? words.moved(dateOf(figures.asOf)) : dateOf(figures.asOf))
  const what = lastBatch && (context.words(batchWords).commands[lastBatch.command] ?? lastBatch.command)
  const facts: Fact[] = [
    { label: words.customers, kind: 'count', value: status.customers },
    { label: words.orders, kind: 'count', value: status.orders },
    { label: words.lines, kind: 'count', value: status.lines === 0 ? null : status.lines },
    { label: words.span, kind: 'text', value: span },
    { label: words.currencies, kind: 'text', value: status.currencies.join(', ') || null },
    { label: words.base, kind: 'text', value: baseCurrency(ledger) },
    { label: words.asOf, kind: 'text', value: asOf || null },
    { label: words.due, kind: 'count', value: figures?.due ?? null },
    {
      label: words.last,
      kind: 'text',
      value: lastBatch && words.change(what ?? '', timeIn(zoneOf(context, ledger), lastBatch.madeAt)),
    },
  ]
  return facts.filter(({ value }) => value !== null)
}

/** What needs attention, then what to do next. */
function notesOf(status: LedgerStatus, ledger: Ledger, figures: WeekToday | null, context: Context): string[] {
  const words = context.words(statusWords)
  const standing = standingNotes(status, context)
  if (status.orders === 0)
    return [...standing, ...(figures !== null && figures.due > 0 ? [words.nextDue(figures.due)] : []), words.empty]
  const reminder = isDemo(ledger) ? [] : (backupReminder(ledger.path, context) ?? [])
  const missing = figures === null ? missingRateSentence(ledger, context) : null
  if (missing !== null || figures === null) return missing === null ? standing : [...standing, missing, ...reminder]
  const age = status.lastOn === null ? 0 : context.today(zoneOf(context, ledger)) - status.lastOn
  return [
    ...standing,
    ...(age > STALE_DAYS && age <= TOLD_FIRST_DAYS ? [words.stale(age)] : []),
    ...(figures.due > 0 ? [words.nextDue(figures.due)] : []),
    words.nextTier,
    words.nextReport,
    ...reminder,
  ]
}

/** What of the ledger is in no figure, in no tier, or nobody's own. */
function standingNotes(status: LedgerStatus, context: Context): string[] {
  const words = context.words(statusWords)
  const told = (count: number, say: (count: number) => string) => (count > 0 ? [say(count)] : [])
  return [
    ...told(status.withoutCustomer, words.nobody),
    ...told(status.waitingRefunds, words.waiting),
    ...told(status.waitingParts, words.waitingParts),
    ...told(status.waitingEntries, words.waitingEntries),
    ...told(status.notCounted, words.notCounted),
    ...told(status.sharedKeys, words.shared),
    ...told(status.decidedSharedKeys, context.words(sharedKeyWords).decided),
  ]
}

function shopsTable(shops: LedgerStatus['shops'], context: Context): TableDraft {
  const words = context.words(statusWords)
  const columns: Column[] = [
    { key: 'platform', kind: 'text', label: words.platform, words: platformWords[context.lang] },
    { key: 'shop', kind: 'text', label: words.shop },
    { key: 'orders', kind: 'count', label: words.orders },
  ]
  return draft('shops', words.shops, columns, shops, ({ platform, name, orders }) => {
    return { platform, shop: name || null, orders }
  })
}
