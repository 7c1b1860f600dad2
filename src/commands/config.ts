import type { Context } from '../context.js'
import { draft, type TableDraft } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { shopCountry, shopCountrySetting } from '../core/settings/general.js'
import { badSetting, settingNamed, settingsOfLedger, unfitSettings, unknownSetting } from '../core/settings/index.js'
import { monetaryBands } from '../core/settings/rfm.js'
import type { LedgerSetting } from '../core/settings/setting.js'
import { UserError } from '../core/values/failure.js'
import { decisionWords } from '../messages/decisions.js'
import { settingsWords } from '../messages/settings.js'
import { setSettings } from '../store/decisions.js'
import type { Ledger } from '../store/ledger.js'
import { baseCurrency, ledgerSetting, ledgerSettings } from '../store/settings.js'
import { computerTable, configOnComputer, isOnComputer } from './config-computer.js'
import { loadSettings } from './config-load.js'
import { liftedSentences, setSentences, shownName } from './config-sentences.js'
import { carryOut, instant, printJson } from './decision.js'
import { knownSettings } from './known-settings.js'
import { ledgerToDecide } from './ledger.js'
import { plainReport } from './plain-report.js'
import { owedSentences } from './points-owed.js'
import { warnOfMissingRate } from './rates.js'

export interface ConfigArgs {
  readonly action: 'list' | 'get' | 'set' | 'unset' | 'load'
  readonly name?: string | undefined
  readonly value?: string | undefined
}

/** `crm config`: shows or changes what the ledger keeps as settings. */
export async function configCommand(args: ConfigArgs, context: Context): Promise<number> {
  if (args.action === 'load') return loadSettings(args, context)
  if (args.action === 'list')
    return listSettings(settingsOfLedger(ledgerSettings(await context.readLedger()), knownSettings), context, [
      computerTable(context),
    ])
  const { name } = args
  if (isOnComputer(name)) return configOnComputer(name, args, context)
  const setting = named(args.name)
  if (args.action === 'set') return change(setting, args, context)
  if (args.action === 'unset') return lift(setting, args, context)
  if (context.options.json === true) return listSettings([setting], context)
  const { value, origin } = shownOf(setting, await context.readLedger(), context)
  if (value !== null) context.print(`${value}\n`)
  else {
    const words = context.words(settingsWords)
    context.say(words.unset(setting.name, words.origins[origin]))
  }
  return 0
}

function named(name: string | undefined): LedgerSetting {
  if (name === undefined) throw new UserError('usage', 'cli.missing-argument', { command: 'config', name: 'NAME' })
  const found = settingNamed(name, knownSettings)
  if (found !== null) return found
  throw unknownSetting(name, new Map(), true, knownSettings)
}

async function change(setting: LedgerSetting, args: ConfigArgs, context: Context): Promise<number> {
  const [typedName, typed] = [args.name, args.value?.trim()]
  if (typed === undefined) throw new UserError('usage', 'cli.missing-argument', { command: 'config', name: 'VALUE' })
  const value = setting.read(typed)
  if (value === null) throw badSetting(setting, typed, context.lang)[0]
  const ledger = await ledgerToDecide(context)
  const { name } = setting
  refuseUnfit(ledger, name, value)
  const sentences = [
    ...setSentences(name, value, ledger, context, typedName),
    ...owedSentences(ledger, new Map([[name, value]]), context),
  ]
  carryOut(context, { command: 'config', sentences, facts: { name, value } }, () =>
    setSettings(ledger, instant(context), new Map([[name, value]])),
  )
  if (context.options.dryRun !== true) warnOfMissingRate(ledger, context)
  return 0
}

/** Takes a setting back to what it is without a decision; a ledger that never had one is left as it is. */
async function lift({ name }: LedgerSetting, { name: typed }: ConfigArgs, context: Context): Promise<number> {
  const words = context.words(decisionWords)
  const ledger = await ledgerToDecide(context)
  if (ledgerSetting(ledger, name) === null) {
    if (context.options.json === true) printJson(context, { report: 'config', batch: null, name, value: null })
    context.say(words.notSet(shownName(name, ledger, typed)))
    return 0
  }
  refuseUnfit(ledger, name, null)
  const sentences = [
    ...liftedSentences(name, ledger, context, typed),
    ...owedSentences(ledger, new Map([[name, null]]), context),
  ]
  carryOut(context, { command: 'config', sentences, facts: { name, value: null } }, () =>
    setSettings(ledger, instant(context), new Map([[name, null]])),
  )
  if (context.options.dryRun !== true) warnOfMissingRate(ledger, context)
  return 0
}

/** A setting that others rest on stays as they need it; UserErrors of `unfitSettings`. */
function refuseUnfit(ledger: Ledger, name: string, value: string | null): void {
  const [unfit] = unfitSettings(ledgerSettings(ledger), new Map([[name, value]]))
  if (unfit) throw unfit.fault
}

interface Shown {
  readonly value: string | null
  readonly origin: 'ledger' | 'currency' | 'computer' | 'orders' | 'assumed' | 'usual' | 'customers' | 'none'
}

function shownOf({ name, usual }: LedgerSetting, ledger: Ledger, context: Context): Shown {
  const decided = ledgerSettings(ledger).get(name)
  if (decided !== undefined) return { value: decided, origin: 'ledger' }
  if (usual !== null) return { value: usual, origin: 'usual' }
  if (name === 'zone') return { value: context.io.zone, origin: 'computer' }
  if (name === shopCountrySetting.name) {
    const value = shopCountry(new Map(), baseCurrency(ledger))
    return { value, origin: value === null ? 'none' : 'currency' }
  }
  if (name === 'shop.currency') return { value: null, origin: 'assumed' }
  if (name !== 'currency.base') return { value: null, origin: name === monetaryBands.name ? 'customers' : 'none' }
  const value = baseCurrency(ledger)
  return { value, origin: value === null ? 'none' : 'orders' }
}

async function listSettings(
  settings: readonly LedgerSetting[],
  context: Context,
  besides: readonly TableDraft[] = [],
): Promise<number> {
  const ledger = await context.readLedger()
  const words = context.words(settingsWords)
  const columns: Column[] = [
    { key: 'name', kind: 'id', label: words.name },
    { key: 'value', kind: 'text', label: words.value },
    { key: 'origin', kind: 'text', label: words.origin, words: words.origins },
    { key: 'meaning', kind: 'text', label: words.meaning },
    { key: 'takes', kind: 'text', label: words.takes, wide: true },
  ]
  const table = draft('settings', words.title, columns, settings, (setting) => ({
    name: shownName(setting.name, ledger),
    ...shownOf(setting, ledger, context),
    ...setting.words[context.lang],
  }))
  const report: Report = plainReport(context, { name: 'config', title: words.title, notes: [words.change] }, [
    table,
    ...besides,
  ])
  await context.output(report)
  return 0
}
