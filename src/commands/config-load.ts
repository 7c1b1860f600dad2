import type { Context } from '../context.js'
import { readSettingsFile, type SettingFault } from '../core/settings/settings-file.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import type { Lang } from '../core/values/lang.js'
import { languages } from '../core/values/languages.js'
import { forTerminal } from '../core/values/text.js'
import { decisionWords } from '../messages/decisions.js'
import { errors } from '../messages/errors.js'
import { fillSentence } from '../messages/sentence.js'
import { setSettings } from '../store/decisions.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSettings } from '../store/settings.js'
import { liftedSentences, setSentences } from './config-sentences.js'
import { carryOut, instant, printJson } from './decision.js'
import { knownSettings } from './known-settings.js'
import { ledgerToDecide } from './ledger.js'
import { owedSentences } from './points-owed.js'
import { warnOfMissingRate } from './rates.js'
import { textOfFile } from './text-file.js'

/** Far more than all settings there are. */
const LONGEST_FILE = 1_000_000

/**
 * `crm config load FILE`: several settings as one batch, all of them or none. UserError `config.not-json`, `config.not-object`, and `config.refused` after
 * each fault was told.
 */
export async function loadSettings(
  { name: file, value }: { readonly name?: string | undefined; readonly value?: string | undefined },
  context: Context,
): Promise<number> {
  if (file === undefined) throw new UserError('usage', 'cli.missing-argument', { command: 'config', name: 'FILE' })
  if (value !== undefined) throw new UserError('usage', 'cli.excess-argument', { command: 'config', name: value })
  const text = await textOfFile(file, LONGEST_FILE, new UserError('settings', 'config.not-object', { file }), context)
  const ledger = await ledgerToDecide(context)
  const decided = ledgerSettings(ledger)
  const { entries, faults } = readSettingsFile(text, file, { decided, settings: knownSettings }, context.lang)
  if (faults.length > 0) throw refused(file, faults, context)
  const news = new Map([...entries].filter(([name, value]) => (decided.get(name) ?? null) !== value))
  return news.size === 0 ? nothingNew(file, context) : keep(file, news, ledger, context)
}

/** People read one line for each fault before the error; machines find them in it. */
function refused(file: string, faults: readonly SettingFault[], context: Context): UserError {
  const lines = faults.map((fault) => forTerminal(faultLine(fault, context.lang)))
  const isForMachines = context.options.json === true
  if (!isForMachines) for (const line of lines) context.warn(line)
  const told = isForMachines ? lines.join(' · ') : ''
  return new UserError('settings', 'config.refused', { file, count: faults.length, faults: told })
}

/** A fault with what to do about it on one line; the setting is named once. */
function faultLine({ name, fault }: SettingFault, lang: Lang): string {
  const { message, hints } = fillSentence(errors[fault.code]![lang], fault.params, lang)
  const { colon, semicolon, gap } = languages[lang].signs
  const first = message.includes(name) ? message : `${name}${colon}${message}`
  return hints.reduce((line, hint) => `${line}${/[.。?？]$/.test(line) ? gap : semicolon}${hint}`, first)
}

function nothingNew(file: string, context: Context): number {
  if (context.options.json === true) printJson(context, { report: 'config', batch: null, settings: {} })
  context.say(context.words(decisionWords).sameSettings(shownInput(file, context.lang)))
  return 0
}

function keep(file: string, entries: ReadonlyMap<string, string | null>, ledger: Ledger, context: Context): number {
  const words = context.words(decisionWords)
  const isDryRun = context.options.dryRun === true
  const sentences = [...entries].flatMap(([name, value]) =>
    value === null ? liftedSentences(name, ledger, context) : setSentences(name, value, ledger, context),
  )
  const shown = shownInput(file, context.lang)
  carryOut(
    context,
    {
      command: 'config',
      sentences: [words.loaded(entries.size, shown), ...sentences, ...owedSentences(ledger, entries, context)],
      facts: { settings: Object.fromEntries(entries) },
    },
    () => setSettings(ledger, instant(context), entries),
  )
  if (!isDryRun) warnOfMissingRate(ledger, context)
  return 0
}
