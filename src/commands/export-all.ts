import { createHash } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { besideOf, checkWritable, writeFileAtomically } from '../atomic-write.js'
import type { Context } from '../context.js'
import type { Json } from '../core/report/model.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists, isFolder } from '../file-facts.js'
import { dataFolder, makePrivateFolder, removeFile, renameFile } from '../files.js'
import { exportAllWords } from '../messages/export-all.js'
import { ExportCsv } from '../render/export-csv.js'
import { type ArchivedFile, zipOfFiles } from '../render/zip-files.js'
import { eachTable } from '../store/export-all.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'
import { schemaVersion } from '../store/schema.js'
import { version } from '../version.js'
import { rememberOwnWork } from '../written.js'
import { instant, printJson } from './decision.js'
import { zoneOf } from './zone.js'

export interface ExportAllArgs {
  /** A new folder, or a file ending in `.zip`. */
  readonly target: string
  readonly force: boolean
  readonly mkdirs: boolean
}

/** The file that says what the others of an export hold; it is written last, and remembered for all of them. */
export const MANIFEST = 'manifest.json'

/**
 * `crm export-all`: writes everything the ledger holds as csv files with a manifest, so that a seller can leave with it. UserError
 * `export.not-empty` and those of writing.
 */
export async function exportAllCommand(args: ExportAllArgs, context: Context): Promise<number> {
  const path = resolve(context.io.cwd, args.target)
  const isZip = /\.zip$/i.test(path)
  const { force, mkdirs } = args
  const rules = { force, keep: [context.place.path], makesFolder: mkdirs }
  if (isZip) checkWritable(path, rules)
  else if (exists(path)) throw new UserError('cannot-write', 'export.not-empty', { folder: path })
  const made = filesOf(await context.readLedger(), context)
  if (isZip) await writeFileAtomically(path, zipOfFiles(made.files), rules)
  else await writeFolder(path, made.files, mkdirs)
  await rememberOwnWork(isZip ? path : join(path, MANIFEST), dataFolder(context.io))
  await context.rememberExport({
    ...{ report: 'export-all', about: '', customers: made.customers, file: args.target },
    ...{ format: isZip ? 'zip' : 'csv', isMasked: false },
  })
  tell(made, args.target, context)
  return 0
}

interface Made {
  readonly files: readonly ArchivedFile[]
  readonly manifest: { readonly [key: string]: Json }
  readonly rows: number
  readonly customers: number
}

function filesOf(ledger: Ledger, context: Context): Made {
  const files: ArchivedFile[] = []
  const told: Json[] = []
  const words = context.words(exportAllWords)
  let rows = 0
  let customers = 0
  eachTable(ledger, (table, values) => {
    const csv = new ExportCsv(table)
    for (const row of values) csv.add(row)
    const name = `${table.file}.csv`
    const bytes = csv.bytes()
    files.push({ name, bytes })
    rows += csv.rows
    if (table.file === 'customers') customers = csv.rows
    const columns = table.columns.map(({ key, kind }) => ({ key, kind, meaning: words.columns[key] ?? key }))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    told.push({
      file: name,
      what: words.files[table.file] ?? table.file,
      rows: csv.rows,
      bytes: bytes.length,
      sha256,
      columns,
    })
  })
  const manifest = {
    ...{ schemaVersion: 1, program: 'crm', version, ledger: ledgerId(ledger), ledgerSchema: schemaVersion },
    ...{ asOf: dateOf(context.today(zoneOf(context, ledger))), writtenAt: instant(context), encoding: 'utf-8' },
    ...{ notes: words.notes, files: told },
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  return { files: [...files, { name: MANIFEST, bytes: text }], manifest, rows, customers }
}

/** A folder of which every file is there, or none. */
async function writeFolder(path: string, files: readonly ArchivedFile[], mkdirs: boolean): Promise<void> {
  if (!mkdirs && !isFolder(dirname(path)))
    throw new UserError('cannot-write', 'write.no-folder', { file: path, folder: dirname(path), option: '--mkdirs' })
  const made = besideOf(path)
  makePrivateFolder(made)
  try {
    for (const { name, bytes } of files) await writeFileAtomically(join(made, basename(name)), bytes)
    renameFile(made, path)
  } finally {
    removeFile(made)
  }
}

function tell({ files, manifest, rows }: Made, target: string, context: Context): void {
  if (context.options.json === true) {
    printJson(context, { report: 'export-all', target, rows, manifest })
    return
  }
  const words = context.words(exportAllWords)
  context.say(forTerminal(words.written(target, files.length, rows)))
  context.say(words.personal)
}
