import { createHash } from 'node:crypto'
import type { Context } from '../context.js'
import { formatOf, type Match } from '../core/import/columns/detect.js'
import { monthIn, yearIn } from '../core/import/columns/sheet-period.js'
import { IssueLog } from '../core/import/issue-log.js'
import type { Day } from '../core/values/business-date.js'
import { formats } from '../formats/index.js'
import { isHeldWhole, isShopStaged, keepReading } from '../store/known-files.js'
import type { Ledger } from '../store/ledger.js'
import { savedMappings } from '../store/mappings.js'
import { schemaVersion } from '../store/schema.js'
import { ledgerSettings } from '../store/settings.js'
import { version } from '../version.js'
import { type FileIntake, type ImportArgs, largeBytes, type TakenSheet } from './import-file.js'
import type { SheetFindings } from './import-sheet.js'
import { localeCurrency } from './ledger.js'
import { zoneOf } from './zone.js'

/** What a reading found in a sheet as a whole: told again as it was. */
const facts = [
  'reading',
  'rows',
  'hiddenRows',
  'skipped',
  'arithmetic',
  'repeatedTotals',
  'unmarked',
  'rounding',
] as const

type Facts = Pick<SheetFindings, (typeof facts)[number]>

/** What is kept of the reading of a sheet of which there is nothing to be told row by row. */
export interface KeptReading extends Facts {
  /** Of the file, in bytes. */
  readonly size: number
  /** What its reading depended on (`dependsOn`). */
  readonly by: string
  /** No day of it lay in the future then. */
  readonly today: Day
  /** The shop of rows that name none; null where all do. */
  readonly shop: string | null
  readonly sheet: string
  readonly encoding: string | null
  readonly left: FileIntake['left']
  readonly format: string
  readonly match: Omit<Match, 'format'>
}

/**
 * What, besides its bytes, decides how a file is read and what becomes of it; where two are equal, so are the readings. It
 * covers the program, and with it every format, word and rule; the schema; every option of `crm import` but `--rejects` and
 * `--strict`, which change nothing where nothing is rejected, and `--dry-run`; the zone in which days begin and the
 * currency of the reader's region; all settings and all mappings in force; and the year and month a file's name
 * tells. Two things the import itself may have changed are compared on their own (import-known.ts): the ledger's currency
 * and the shop of rows that name none. Rates and decisions on customers take no part in reading or planning.
 */
export function dependsOn(name: string, args: ImportArgs, context: Context, ledger: Ledger): string {
  const { files: _, rejects: __, strict: ___, ...options } = args
  const called = name.replace(/^.*[\\/]/, '')
  const all = {
    program: [version, schemaVersion],
    options: Object.entries(options).sort(),
    here: [zoneOf(context, ledger), localeCurrency(context.io.locale)],
    settings: [...ledgerSettings(ledger)].sort(),
    mappings: savedMappings(ledger).map(({ id, headers, fields }) => [id, headers, [...fields]]),
    called: [yearIn(called) ?? null, monthIn(called) ?? null],
  }
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

/**
 * Keeps how large files were read by the import just applied, so that the same file need not be read again. One is kept as a
 * whole or not at all: each of its records is held by this import, and no row, word of state or layout of it is to be told of.
 */
export function keepReadings(
  intakes: readonly FileIntake[],
  args: ImportArgs,
  { context, ledger }: { readonly context: Context; readonly ledger: Ledger },
): void {
  for (const intake of intakes) {
    const { name, file, sheets } = intake
    if (file.size < largeBytes || !sheets.every((sheet) => isSilent(sheet) && isHeldWhole(ledger, sheet.source)))
      continue
    const by = dependsOn(name, args, context, ledger)
    for (const sheet of sheets) keepReading(ledger, sheet.source, textOf(keptOf(intake, sheet, by, ledger)))
  }
}

function isSilent({ issues, rejectedOrders, unknownStatuses, ordersCommand }: TakenSheet): boolean {
  return issues.groups().length + rejectedOrders + unknownStatuses.size === 0 && ordersCommand === null
}

function keptOf({ file, workbook, left }: FileIntake, taken: TakenSheet, by: string, ledger: Ledger): KeptReading {
  const { sheet, today, defaultShop } = taken
  const { format, header, ...match } = taken.match
  return {
    ...{ size: file.size, by, today, sheet, encoding: workbook.encoding ?? null, format: format.name },
    // Above a table may stand whatever the seller keeps there.
    match: { ...match, header: { ...header, title: '' } },
    ...factsOf(taken),
    left: left.map(({ name, hidden }) => ({ name, hidden })),
    shop: isShopStaged(ledger, defaultShop) ? defaultShop : null,
  }
}

/** Maps as lists of pairs. */
function textOf(kept: KeptReading): string {
  return JSON.stringify(kept, (_, value) => (value instanceof Map ? { pairs: [...value] } : value))
}

/** What was kept, as it was. */
export function keptFrom(text: string): KeptReading {
  return JSON.parse(text, (_, value) => (Array.isArray(value?.pairs) ? new Map(value.pairs) : value)) as KeptReading
}

/** How the sheet was matched; null where the program does not know its format any more. */
export function keptMatch({ format, match }: KeptReading): Match | null {
  const named = formats.find(({ name }) => name === format)
  return named === undefined ? null : { ...match, format: formatOf(named, match) }
}

/** The sheet as a reading of it would be told; `source` is its number among the staged ones. */
export function takenAgain(kept: KeptReading, match: Match, file: string, source: number): Omit<TakenSheet, 'zone'> {
  const { sheet, today, shop } = kept
  return {
    ...{ ...factsOf(kept), sheet, today, match, source },
    issues: new IssueLog(file, sheet, match.header.texts),
    rejectedOrders: 0,
    unknownStatuses: new Map(),
    ordersCommand: null,
    defaultShop: shop ?? '',
  }
}

function factsOf(found: Facts): Facts {
  return Object.fromEntries(facts.map((name) => [name, found[name]])) as unknown as Facts
}
