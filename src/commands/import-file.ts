import type { Context } from '../context.js'
import type { Match } from '../core/import/columns/detect.js'
import { periodOf } from '../core/import/columns/sheet-period.js'
import { summarySheets } from '../core/import/columns/summary-sheet.js'
import type { MergedCells, Sheet, Workbook } from '../core/import/sheet.js'
import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal, nearest } from '../core/values/text.js'
import { isOpenInExcel } from '../file-facts.js'
import type { InputFile } from '../files.js'
import { importWords } from '../messages/import.js'
import type { Ledger } from '../store/ledger.js'
import { savedMappings } from '../store/mappings.js'
import { shopNames } from '../store/staged-summary.js'
import type { Staging } from '../store/staging.js'
import { sumOf } from './file-sum.js'
import { type GiftSheet, readGiftSheet } from './gift-sheet.js'
import { hintsOf, type SaidOfCells } from './import-hints.js'
import { matchSheet, openWorkbook, ordersCommandOf, type Understanding } from './import-match.js'
import { progressOf } from './import-progress.js'
import { checkList, type ListSheet, readListSheet } from './list-sheet.js'
import { refuseOwnList } from './own-list.js'
import { worst } from './refusal-codes.js'
import { type ReadingThread, readingThread } from './sheet-apart.js'
import { mergedCells, type SheetView } from './sheet-view.js'
import { type SheetIntake, type SheetTask, stageSheet } from './stage-sheet.js'
import { readTwinSheet, type TwinSheet } from './twin-sheet.js'
import { zoneOf } from './zone.js'

export interface ImportArgs extends Understanding, SaidOfCells {
  readonly files: readonly string[]
  readonly shop?: string | undefined
  readonly sheet?: string | undefined
  readonly rejects?: string | undefined
  readonly strict: boolean
  /** Payments, shipments or invoices are the sales themselves (R3). */
  readonly as?: 'orders' | undefined
  /** Garbled names and damaged order numbers are taken as they stand. */
  readonly force: boolean
}

/** A sheet that was read, and how its orders would be, where it was taken as a customer list. */
export interface TakenSheet extends SheetIntake {
  readonly ordersCommand: string | null
  /** In which the days of the import begin. */
  readonly zone: string
  readonly today: Day
  /** Of rows that name none. */
  readonly defaultShop: string
}

/** One file of an import with the sheets that were taken from it. */
export interface FileIntake {
  readonly name: string
  readonly file: InputFile
  readonly workbook: Pick<Workbook, 'encoding' | 'sheets'>
  readonly sheets: readonly TakenSheet[]
  /** Answers about twins; a workbook that holds any was written by us, and its other sheets are not read. */
  readonly twins: readonly TwinSheet[]
  /** Lists that were worked in; the same. */
  readonly lists: readonly ListSheet[]
  /** Registers of gifts kept by hand. */
  readonly gifts: readonly GiftSheet[]
  /** Sheets left out: hidden ones, ones no format claims, and ones that sum up what the others tell. */
  readonly left: readonly { readonly name: string; readonly hidden: boolean; readonly isSummary?: boolean }[]
}

/** What reading a file takes besides the file. */
export interface Intake {
  readonly args: ImportArgs
  readonly context: Context
  readonly ledger: Ledger
  readonly staging: Staging
}

/**
 * Files of that many bytes are read apart (sheet-apart.ts), since to start a thread takes as long as to read some thousand
 * rows, and known again (kept-reading.ts).
 */
export const largeBytes = 8 << 20

/** Reads one file into staging, each sheet by its own format; the UserError that understood most when none can be read. */
export async function takeFile(name: string, intake: Intake): Promise<FileIntake> {
  const { context } = intake
  const file = await context.open(name)
  warnOfOpen(name, file, context)
  const thread = file.size < largeBytes ? null : readingThread()
  try {
    return await unchanged(file, takeSheets(name, file, thread, intake))
  } finally {
    await thread?.end()
  }
}

/** What was read of a file; UserError `file.changed` where it was written to meanwhile, which other faults may come of. */
async function unchanged<T>(file: InputFile, reading: Promise<T>): Promise<T> {
  const read = await reading.catch((error: unknown) => {
    if (!isStop(error)) file.checkUnchanged()
    throw error
  })
  file.checkUnchanged()
  return read
}

const isStop = (error: unknown): boolean => error instanceof UserError && error.kind === 'interrupted'

/** What is not saved in a workbook that is open cannot be read. */
export function warnOfOpen(name: string, { path }: InputFile, context: Context): void {
  if (isOpenInExcel(path)) context.warn(context.words(importWords).excelOpen(forTerminal(name)))
}

async function takeSheets(
  name: string,
  file: InputFile,
  started: ReadingThread | null,
  intake: Intake,
): Promise<FileIntake> {
  const { args, context } = intake
  const workbook = await openWorkbook(file, args)
  // The others are taken apart as a whole when they are opened, and would be so again.
  const thread = workbook.kind === 'csv' || workbook.kind === 'xlsx' ? started : null
  thread?.open(file, args)
  let known: string | null = null
  const sha256 = () => {
    known ??= sumOf(file)
    return known
  }
  const own = {
    twins: await sheetsOf(workbook, name, readTwinSheet),
    lists: await sheetsOf(workbook, name, readListSheet),
  }
  for (const list of own.lists) checkList(list, intake.ledger, context)
  if (own.twins.length + own.lists.length > 0) return { name, file, workbook, sheets: [], ...own, gifts: [], left: [] }
  const sheets: TakenSheet[] = []
  const gifts: GiftSheet[] = []
  const { found, left, refusals } = await matchSheets(name, workbook, intake)
  for (const { sheet, match } of found) {
    const merged = await mergedCells(sheet, match)
    if (match.format.entry !== 'gift') await refuseOwnList(sheet, match, name, intake.ledger)
    if (match.format.entry === 'gift') {
      gifts.push(await readGiftSheet(sheetView(intake, { name, workbook, sheet, match, merged })))
      continue
    }
    const task = sheetTask(intake, { name, file, sha256, thread, workbook, sheet, match, merged })
    const command = await ordersCommandOf(sheet, match, name, context.lang)
    const { zone, today, defaultShop } = task.view
    sheets.push({ ...(await stageSheet(task)), ordersCommand: command, zone, today, defaultShop })
  }
  if (sheets.length + gifts.length > 0) return { name, file, workbook, sheets, ...own, gifts, left }
  const names = left.map((sheet) => sheet.name).join(', ')
  throw worst(refusals) ?? new UserError('bad-data', 'import.all-hidden', { file: name, sheets: names })
}

/** How each sheet that is read would be, and which ones are not. */
async function matchSheets(name: string, workbook: Workbook, { args, context, ledger }: Intake) {
  const found: { readonly name: string; readonly sheet: Sheet; readonly match: Match }[] = []
  const left: FileIntake['left'][number][] = []
  const refusals: UserError[] = []
  const saved = savedMappings(ledger)
  for (const sheet of chosenSheets(workbook, args, name)) {
    const match =
      sheet.hidden && args.sheet === undefined ? null : await matchSheet(sheet, args, name, context.lang, saved)
    if (match instanceof UserError) refusals.push(match)
    if (match === null || match instanceof UserError) left.push(sheet)
    else found.push({ name: sheet.name, sheet, match })
  }
  const sums = summarySheets(found)
  for (const one of sums) left.push({ name: one, hidden: false, isSummary: true })
  return { found: found.filter((one) => !sums.has(one.name)), left, refusals }
}

/** What a reader of our own sheets finds in a workbook. */
async function sheetsOf<T>(
  { sheets }: Workbook,
  name: string,
  read: (sheet: Sheet, file: string) => Promise<T | null>,
): Promise<T[]> {
  const found: T[] = []
  for (const sheet of sheets) {
    const own = await read(sheet, name)
    if (own !== null) found.push(own)
  }
  return found
}

const namesOf = (sheets: readonly Sheet[]): string => sheets.map((sheet) => sheet.name).join(', ')

function chosenSheets(workbook: Workbook, { sheet: wanted }: ImportArgs, file: string): readonly Sheet[] {
  if (wanted === undefined) return workbook.sheets
  if (workbook.kind === 'csv') throw new UserError('usage', 'import.no-sheets-in-csv', { file, sheet: wanted })
  const chosen = workbook.sheets.filter((sheet) => sheet.name === wanted)
  if (chosen.length > 0) return chosen
  const near = nearest(
    wanted,
    workbook.sheets.map((sheet) => sheet.name),
  ).join(', ')
  throw new UserError('usage', 'import.no-sheet', { file, sheet: wanted, near, sheets: namesOf(workbook.sheets) })
}

/** A sheet some format claims. */
export interface MatchedSheet {
  readonly name: string
  readonly workbook: Workbook
  readonly sheet: Sheet
  readonly match: Match
  readonly merged: readonly MergedCells[]
}

/** What the reading of a sheet depends on: what the seller says, what the ledger knows, and the sheet itself. */
export function sheetView(
  { args, context, ledger }: Omit<Intake, 'staging'>,
  { name, workbook, sheet, match, merged }: MatchedSheet,
): SheetView {
  return {
    file: name,
    sheet,
    match,
    isRagged: workbook.kind !== 'csv',
    isSale: args.as === 'orders',
    defaultShop: args.shop ?? shopOf(ledger, match),
    hints: hintsOf(args, context, ledger, workbook),
    period: periodOf({ sheet: sheet.name, title: match.header.title, file: name }),
    merged,
    zone: zoneOf(context, ledger),
    today: context.today(zoneOf(context, ledger)),
    isForced: args.force,
  }
}

interface MatchedInFile extends MatchedSheet {
  readonly file: InputFile
  readonly sha256: () => string
  readonly thread: ReadingThread | null
}

function sheetTask(intake: Intake, matched: MatchedInFile): SheetTask {
  const { args, context, staging } = intake
  const { name, file, sha256, thread, workbook, sheet, match } = matched
  const { format } = match
  return {
    view: sheetView(intake, matched),
    position: workbook.sheets.indexOf(sheet),
    context,
    staging,
    staged: {
      file: name,
      sheet: sheet.name,
      format: format.name,
      platform: format.platform,
      // Known only when the sheet has been read (stageSheet).
      aspects: 0,
      tells: args.as === 'orders' && format.tells !== undefined ? 'told-orders' : (format.tells ?? 'orders'),
      summary: '{}',
    },
    sha256,
    thread,
    progress: progressOf(name, file, context),
  }
}

/** R3: the platform's only shop, or the unnamed one; UserError `import.which-shop` where the seller has several. */
function shopOf(ledger: Ledger, match: Match): string {
  const shops = shopNames(ledger, match.format.platform)
  const shop = shopAmong(shops, match)
  if (shop === null) throw new UserError('usage', 'import.which-shop', { shops: shops.join(', '), example: shops[0]! })
  return shop
}

/** The shop of rows that name none, by the shops there are of the platform; null where it can be any of several. */
export function shopAmong(shops: readonly string[], { columns }: Pick<Match, 'columns'>): string | null {
  if (shops.length === 1) return shops[0]!
  return shops.length === 0 || shops.includes('') || columns.has('shop') ? '' : null
}
