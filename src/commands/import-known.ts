import { resolve } from 'node:path'
import type { Match } from '../core/import/columns/detect.js'
import { currencyAgain } from '../core/import/deciders/currency.js'
import { standardInput } from '../core/values/input-name.js'
import { fileSize } from '../file-facts.js'
import type { InputFile } from '../files.js'
import { type KeptSheet, keptSheets, recallSheet } from '../store/known-files.js'
import { shopNames } from '../store/staged-summary.js'
import { sumInBreaths } from './file-sum.js'
import { type FileIntake, type Intake, largeBytes, shopAmong, type TakenSheet } from './import-file.js'
import { hintsOf } from './import-hints.js'
import type { InputName } from './import-inputs.js'
import { dependsOn, type KeptReading, keptFrom, keptMatch, takenAgain } from './kept-reading.js'
import { zoneOf } from './zone.js'

/** A file the ledger may know, and the sum of its bytes. */
interface SummedFile {
  readonly name: string
  readonly file: InputFile
  readonly sha256: string
}

/**
 * The files of an import with their sums, where each may have been imported before and was read as it would be now; null where
 * one is to be read in any case, which is found without reading any. Standard input is always read.
 */
export async function summedFiles(names: readonly InputName[], intake: Intake): Promise<SummedFile[] | null> {
  const { context } = intake
  const mayBeKnown = ({ name }: InputName): boolean => {
    const size = name === standardInput ? null : fileSize(resolve(context.io.cwd, name))
    return size !== null && size >= largeBytes && readAlike(name, size, intake).length > 0
  }
  if (!names.every(mayBeKnown)) return null
  const files: SummedFile[] = []
  for (const { name } of names) {
    const file = await context.open(name)
    files.push({ name, file, sha256: await sumInBreaths(file, context.io.breathe) })
  }
  return files
}

/**
 * Stages from the ledger what the files would be read as; null where one is to be read. An import in force that holds every
 * record of a file as it would be read now makes each of them unchanged (plan.ts), whatever else was imported, undone
 * or decided since: its own versions are in force, and equal ones are nothing new. Where that may not hold, it was not kept (`isHeldWhole`)
 * or is not alike: the shop of rows without one has got a name, or the ledger another currency. Inside a transaction.
 */
export function recallFiles(files: readonly SummedFile[], intake: Intake): FileIntake[] | null {
  const recalled: FileIntake[] = []
  for (const file of files) {
    const one = recallFile(file, intake)
    if (one === null) return null
    recalled.push(one)
  }
  return recalled
}

function recallFile({ name, file, sha256 }: SummedFile, intake: Intake): FileIntake | null {
  const known = readAlike(name, file.size, intake).filter((sheet) => sheet.sha256 === sha256)
  const [newest] = known
  const sheets = known.filter(({ batch }) => batch === newest?.batch)
  // All that import took of the file, and each once.
  const isAll = sheets.length === newest?.sheets && new Set(sheets.map(({ kept }) => kept.sheet)).size === sheets.length
  if (newest === undefined || !isAll) return null
  const { encoding, left } = newest.kept
  const workbook = { sheets: [], ...(encoding === null ? {} : { encoding }) }
  const zone = zoneOf(intake.context, intake.ledger)
  const taken = sheets.map(({ source, kept, match }): TakenSheet => {
    return { ...takenAgain(kept, match, name, recallSheet(intake.ledger, source)), zone }
  })
  return { name, file, workbook, sheets: taken, twins: [], lists: [], gifts: [], left }
}

interface KnownSheet extends KeptSheet {
  readonly kept: KeptReading
  readonly match: Match
}

/** Sheets of imports in force, of files of that size, that were read as they would be now. */
function readAlike(name: string, size: number, intake: Intake): KnownSheet[] {
  const { args, context, ledger } = intake
  const found = keptSheets(ledger, size)
  if (found.length === 0) return []
  const by = dependsOn(name, args, context, ledger)
  const today = context.today(zoneOf(context, ledger))
  return found.flatMap((sheet) => {
    const kept = keptFrom(sheet.reading)
    const match = kept.by === by && kept.today <= today ? keptMatch(kept) : null
    if (match === null || !isShopAlike(kept, match, intake)) return []
    const currency = currencyAgain(match, kept.reading, hintsOf(args, context, ledger, encodingOf(kept)))
    return currency === null ? [] : [{ ...sheet, match, kept: { ...kept, reading: { ...kept.reading, currency } } }]
  })
}

function encodingOf({ encoding }: KeptReading): { readonly encoding?: string } {
  return encoding === null ? {} : { encoding }
}

function isShopAlike({ shop }: KeptReading, match: Match, { args, ledger }: Intake): boolean {
  return shop === null || shop === (args.shop ?? shopAmong(shopNames(ledger, match.format.platform), match))
}
