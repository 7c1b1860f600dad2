import { basename, dirname, join, resolve, sep } from 'node:path'
import { type CleanedBackups, cleanBackups } from '../backups.js'
import type { Context } from '../context.js'
import { personalPattern } from '../core/personal-words.js'
import { compareText, forTerminal } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { dataFolder, sweepTemporaryFolders } from '../files.js'
import { safetyMessages } from '../messages/safety.js'
import { listExports } from '../store/exports.js'
import { type FoundCustomer, findCustomer } from '../store/find-customer.js'
import { erasePerson } from '../store/forget.js'
import { forgottenCount, newSalt, rememberForgotten, saltOf } from '../store/forgotten.js'
import { type Ledger, rehearse, write } from '../store/ledger.js'
import { type Person, personOf } from '../store/person.js'
import { forgetOwnWork, writtenFiles } from '../written.js'
import { type ConfirmArgs, confirmNamed } from './confirm.js'
import { printJson } from './decision.js'
import { MANIFEST } from './export-all.js'
import { zoneOf } from './zone.js'

export interface ForgetArgs extends ConfirmArgs {
  readonly customer: string
  /** His orders go as well. */
  readonly all: boolean
}

/**
 * `crm forget`: erases a customer from the ledger, its history and its backups for good (R35); `forget list` says how many were. UserError
 * `confirm.needed`, `confirm.other-name`.
 */
export async function forgetCommand(args: ForgetArgs, context: Context): Promise<number> {
  if (args.customer.trim().toLowerCase() === 'list') return countForgotten(context)
  const ledger = await ledgerToForget(context)
  const customer = findCustomer(ledger, args.customer)
  const planned = rehearse(ledger, () => erasePerson(ledger, personOf(ledger, customer), args.all))
  const isDryRun = context.options.dryRun === true
  const who = customer.name === '' ? customer.id : `${customer.name} (${customer.id})`
  if (isDryRun) return tellPlanned(who, planned.orders, args.all, context)
  const words = context.words(safetyMessages)
  const warning = words.willForget(who, planned.orders, args.all)
  await confirmNamed(args, customer.name || customer.id, warning, context)
  const done = erase(ledger, customer, args.all, context)
  tell({ ...done, files: filesLeft(done.exported, context), dropsOrders: args.all }, context)
  const pattern = personalPattern(done.person.words)
  if (pattern !== null) await forgetOwnWork(pattern, dataFolder(context.io))
  return 0
}

/** To erase is to write, also when it is only tried and taken back; nobody can be forgotten where there is no ledger. */
function ledgerToForget(context: Context): Promise<Ledger> {
  return exists(context.place.path) ? context.writeLedger() : context.readLedger()
}

async function countForgotten(context: Context): Promise<number> {
  const count = forgottenCount(await context.readLedger())
  if (context.options.json === true) printJson(context, { report: 'forgotten', customers: count })
  else context.print(`${context.words(safetyMessages).forgottenCount(count)}\n`)
  return 0
}

interface Done {
  readonly person: Person
  readonly orders: number
  readonly backups: Pick<CleanedBackups, 'cleaned' | 'removed'>
  readonly exported: Exported
}

/** What contacts were exported to. */
interface Exported {
  readonly files: readonly string[]
  /** Folders that an export of everything made: they go whole. */
  readonly folders: readonly string[]
}

/**
 * The backups first: when it is stopped in the middle, the customer is still there to be forgotten again. All of it while nobody else
 * writes. A backup that another program began before it was done holds the customer still, and is cleaned after.
 */
function erase(ledger: Ledger, customer: FoundCustomer, dropsOrders: boolean, context: Context): Done {
  const salt = saltOf(ledger) ?? newSalt()
  const on = context.today(zoneOf(context, ledger))
  const done = write(ledger, () => {
    const person = personOf(ledger, customer)
    const eraseIn = (copy: Ledger) => {
      const { orders } = erasePerson(copy, person, dropsOrders)
      rememberForgotten(copy, { keys: person.telling, dropsOrders, on, salt })
      return orders
    }
    const exported = exportedFrom(ledger, context)
    const backups = cleanBackups(ledger.path, eraseIn)
    return { person, orders: eraseIn(ledger), backups, exported, eraseIn }
  })
  const count = forgottenCount(ledger)
  const late = (copy: Ledger) => {
    if (forgottenCount(copy) < count) done.eraseIn(copy)
  }
  const { cleaned, removed } = cleanBackups(ledger.path, late, done.backups.found)
  sweepTemporaryFolders(context.io.temporary, context.io.isRunning)
  // Deleted content is overwritten as it goes; this also gives back pages on which it stood.
  ledger.db.exec('VACUUM')
  const { backups } = done
  return {
    ...done,
    backups: { cleaned: backups.cleaned + cleaned, removed: [...backups.removed, ...removed] },
  }
}

function exportedFrom(ledger: Ledger, { io }: Context): Exported {
  const toFiles = listExports(ledger).filter(({ file }) => file !== '')
  const paths = (of: typeof toFiles) => of.map(({ file }) => resolve(io.cwd, file))
  const isFolder = ({ report, format }: (typeof toFiles)[number]) => report === 'export-all' && format === 'csv'
  return { files: paths(toFiles), folders: paths(toFiles.filter(isFolder)) }
}

/** Every file that may hold the person, by folders: those still there, and those that were moved or deleted since. */
function filesLeft({ files, folders }: Exported, { io, place }: Context) {
  const written = writtenFiles(dataFolder(io))
  // Of what another ledger exported as a whole only the manifest is remembered here, which holds nobody.
  const others = written.filter(isManifest).map((path) => dirname(path))
  const isInFolder = (path: string) => [...folders, ...others].some((folder) => path.startsWith(folder + sep))
  const known = [...new Set([...written, ...others, ...files])]
    .filter((path) => path !== place.path && !isInFolder(path))
    .sort(compareText)
  return { there: known.filter(exists), gone: known.filter((path) => !exists(path)) }
}

function isManifest(path: string): boolean {
  return basename(path) === MANIFEST && exists(join(dirname(path), 'customers.csv'))
}

function tellPlanned(who: string, orders: number, dropsOrders: boolean, context: Context): number {
  const words = context.words(safetyMessages)
  if (context.options.json === true) {
    printJson(context, { report: 'forget', dryRun: true, orders, ordersDropped: dropsOrders })
    return 0
  }
  context.say(forTerminal(words.wouldForget(who, orders, dropsOrders)))
  context.say(words.nothingWritten)
  return 0
}

/** What was done, with the files that may still hold the customer. */
interface Told extends Done {
  readonly files: ReturnType<typeof filesLeft>
  readonly dropsOrders: boolean
}

function tell({ person, orders, backups, files: { there, gone }, dropsOrders }: Told, context: Context): void {
  const words = context.words(safetyMessages)
  if (context.options.json === true) {
    printJson(context, {
      ...{ report: 'forget', dryRun: false, orders, ordersDropped: dropsOrders },
      ...{
        backupsCleaned: backups.cleaned,
        backupsRemoved: [...backups.removed],
        sharedKeys: person.sharedKeys,
        files: [...there, ...gone],
      },
    })
    return
  }
  context.say(words.forgot(orders, dropsOrders))
  if (backups.cleaned > 0) context.say(words.backupsCleaned(backups.cleaned))
  if (backups.removed.length > 0) context.warn(forTerminal(words.backupsRemoved(backups.removed)))
  if (person.sharedKeys > 0) context.say(words.sharedStay(person.sharedKeys))
  context.say(dropsOrders ? words.nextImportDropped : words.nextImport)
  if (there.length > 0) context.say([words.filesLeft, ...there.map((path) => `  ${forTerminal(path)}`)].join('\n'))
  if (gone.length > 0) context.say(words.filesGone(gone.length))
  context.say(words.ownFiles)
}
