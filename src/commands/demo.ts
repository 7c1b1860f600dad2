import { dirname, join, relative } from 'node:path'
import { writeFileAtomically } from '../atomic-write.js'
import { type Context, withContext } from '../context.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { openBytes } from '../files.js'
import type { Io, Output } from '../io.js'
import { demoWords } from '../messages/demo.js'
import { beginDemo, type DemoDecisions, isDemo } from '../store/demo.js'
import { type LedgerStatus, ledgerStatus } from '../store/status.js'
import { instant } from './decision.js'
import { importCommand } from './import.js'
import type { ImportArgs } from './import-file.js'
import { reportCommand } from './report.js'

/** Where the demo is made when `--db` does not say: in sight, where it is easily deleted. */
const LEDGER = 'crm-demo.db'

/** Rows of a table in the first look. */
const SCREEN_ROWS = 10

const SAMPLES = ['shopify-orders.csv', 'shopify-customers.csv', 'taobao-orders.csv', 'order-book.xlsx']

/** The shop stands in Hangzhou, wherever the demo is run. */
const DECISIONS: DemoDecisions = {
  zone: 'Asia/Shanghai',
  rate: { currency: 'USD', base: 'CNY', rate: '7.10', fromOn: null },
}

/** Strict: the samples are without mistakes, and no sheet of rejected rows belongs beside them. */
const AS_THEY_COME: ImportArgs = { files: SAMPLES, map: [], strict: true, force: false }

/**
 * `crm demo`: a fresh ledger from the shipped sample exports and its weekly report, as of its newest order's day. It goes
 * into a file of its own: CRM_DB and crm.db are not looked at, and what is there and no demo is `demo.not-demo`.
 */
export async function demoCommand(_args: object, context: Context): Promise<number> {
  const path = join(context.io.cwd, LEDGER)
  const place = context.place.origin === 'flag' ? context.place.path : path
  await refuseOthers(place, context)
  await writeFileAtomically(place, await filledLedger(context), { force: true })
  return showDemo(place, context)
}

async function refuseOthers(place: string, { io }: Context): Promise<void> {
  if (!exists(place)) return
  await withContext(io, { db: place }, async (existing) => {
    if (isDemo(await existing.readLedger())) return 0
    throw new UserError('cannot-write', 'demo.not-demo', { ledger: place })
  })
}

/** The bytes of a new demo ledger, made aside so that the demo is there whole or not at all. */
async function filledLedger(context: Context): Promise<Uint8Array> {
  const db = join(context.temporary(), LEDGER)
  const io: Io = { ...context.io, cwd: samplesFolder(), zone: DECISIONS.zone, stdout: silence, stderr: silence }
  await withContext(io, { db }, async (filling) => {
    beginDemo(await filling.writeLedger(), instant(filling), DECISIONS)
    return importCommand(AS_THEY_COME, filling)
  })
  const file = openBytes(db)
  const bytes = new Uint8Array(file.size)
  file.read(bytes, 0)
  file.close()
  return bytes
}

/** What the sample exports bring is known; the report that follows is what is to be seen. */
const silence: Output = { isTTY: false, columns: null, rows: null, write: () => {} }

/** `fixtures/demo` of the package, whether this runs from its sources or from the bundle. */
function samplesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const samples = join(folder, 'fixtures', 'demo')
    if (exists(join(samples, SAMPLES[0]!))) return samples
  }
  throw new UserError('environment', 'demo.no-samples')
}

function showDemo(place: string, { io, options }: Context): Promise<number> {
  return withContext(io, { ...options, db: place }, async (peek) => {
    const status = ledgerStatus(await peek.readLedger())
    const day = dateOf(status.lastOn!)
    const on = options.on ?? (io.env.CRM_ON || day)
    const limit = options.limit ?? (isOnScreen(options) ? SCREEN_ROWS : undefined)
    sayBefore(status, place, peek)
    const exitCode = await withContext(io, { ...options, db: place, on, limit }, (showing) =>
      reportCommand({ kind: 'weekly', filter: '' }, showing),
    )
    sayAfter(place, day, peek)
    return exitCode
  })
}

/** A first look is short, in a pipe too; files and machines get everything. */
function isOnScreen({ json, format, output }: Context['options']): boolean {
  return json !== true && (format ?? 'table') === 'table' && (output ?? '-') === '-'
}

function sayBefore({ orders, customers }: LedgerStatus, place: string, context: Context): void {
  const words = context.words(demoWords)
  const { currency, rate, base } = DECISIONS.rate
  context.say(words.what({ orders, customers, files: SAMPLES.length }))
  context.say(words.rate(currency, rate, base))
  context.say(`${forTerminal(words.where(shown(place, context)))}\n`)
}

function sayAfter(place: string, day: string, context: Context): void {
  const words = context.words(demoWords)
  const ledger = shown(place, context)
  const typed = /[\s"']/.test(ledger) ? `"${ledger}"` : ledger
  const look = ['tier', 'due', 'list', 'report weekly -o demo.xlsx'].map(
    (command) => `  crm ${command} --db ${typed} --on ${day}`,
  )
  context.say(`\n${words.look}`)
  for (const line of look) context.say(forTerminal(line))
  context.say(forTerminal(words.remove(ledger)))
  context.say(words.own)
}

/** The path as short as it can be typed. */
function shown(place: string, { io }: Context): string {
  const short = relative(io.cwd, place)
  return short.startsWith('..') ? place : short
}
