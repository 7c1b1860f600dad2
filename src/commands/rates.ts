import type { Context } from '../context.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { isCurrency } from '../core/values/money.js'
import { decisionWords } from '../messages/decisions.js'
import { settingsWords } from '../messages/settings.js'
import { setRates } from '../store/decisions.js'
import type { Ledger } from '../store/ledger.js'
import { baseCurrency, missingRates, pairsToGive, type Rate, rates, replacedRates } from '../store/settings.js'
import { carryOut, dayJson, instant } from './decision.js'
import { ledgerToChange, ledgerToDecide } from './ledger.js'
import { plainReport } from './plain-report.js'
import { readRates } from './rates-sheet.js'
import { zoneOf } from './zone.js'

export interface RatesArgs {
  readonly action: 'list' | 'set' | 'import'
  readonly pairs: readonly string[]
  /** First day of the rates, as typed. */
  readonly from?: string | undefined
}

/** `crm rates`: shows or gives what one unit of a currency is worth in the base currency (R4). */
export async function ratesCommand(args: RatesArgs, context: Context): Promise<number> {
  if (args.action === 'import') return importRates(args, context)
  return args.action === 'list' ? listRates(context) : giveRates(args, context)
}

async function giveRates({ pairs, from }: RatesArgs, context: Context): Promise<number> {
  if (pairs.length === 0) {
    throw new UserError('usage', 'cli.missing-argument', { command: 'rates', name: 'CURRENCY=RATE' })
  }
  const ledger = await ledgerToDecide(context)
  const base = baseCurrency(ledger)
  if (base === null) throw new UserError('failed', 'rate.no-base')
  const fromOn = from === undefined ? null : context.day(from, zoneOf(context, ledger))
  const given = pairs.map((pair) => readPair(pair, base, fromOn))
  const replaced = replacedRates(ledger, given)
  const change = {
    command: 'rates',
    sentences: [sentence(given, fromOn, context), ...replacedSentences(replaced, context)],
    facts: { ...factsOf(given, base, fromOn), replaced: replaced.map(rateJson) },
  }
  carryOut(context, change, () => setRates(ledger, instant(context), given))
  if (context.options.dryRun !== true) warnOfMissingRate(ledger, context)
  return 0
}

/** `crm rates import FILE`: all rates of a sheet as one decision, or none of them. */
async function importRates({ pairs, from }: RatesArgs, context: Context): Promise<number> {
  const [name, ...more] = pairs
  if (name === undefined) throw new UserError('usage', 'cli.missing-argument', { command: 'rates', name: 'FILE' })
  if (more.length > 0) throw new UserError('usage', 'cli.excess-argument', { command: 'rates', name: more[0]! })
  const known = await ledgerToChange(context)
  const base = baseCurrency(known)
  if (base === null) throw new UserError('failed', 'rate.no-base')
  const fromOn = from === undefined ? null : context.day(from, zoneOf(context, known))
  // Rates keep the base they are told in, so nothing read here can be out of date when they are written.
  const { rates: given, baseRows } = await readRates(name, base, fromOn, context)
  const ledger = await ledgerToDecide(context)
  const words = context.words(decisionWords)
  const replaced = replacedRates(ledger, given)
  const sentences = [
    words.ratesRead(given.length, name),
    ...(baseRows === 0 ? [] : [words.baseRows(baseRows, base)]),
    ...replacedSentences(replaced, context),
  ]
  const facts = { base, file: name, rates: given.map(rateJson), replaced: replaced.map(rateJson) }
  carryOut(context, { command: 'rates', sentences, facts }, () => setRates(ledger, instant(context), given, name))
  if (context.options.dryRun !== true) warnOfMissingRate(ledger, context)
  return 0
}

/** `USD=7.10`: a known currency other than the base, and a number above zero as decimal text. */
function readPair(pair: string, base: string, fromOn: Day | null): Rate {
  const [, code = '', rate = ''] = /^\s*([a-z]{3})\s*=\s*(\S+)\s*$/i.exec(pair.normalize('NFKC')) ?? []
  const currency = code.toUpperCase()
  if (currency === base) throw new UserError('usage', 'rate.is-base', { currency })
  const isRate = /^\d{1,12}(\.\d{1,12})?$/.test(rate) && /[1-9]/.test(rate)
  if (!isCurrency(currency) || !isRate) throw new UserError('usage', 'rate.bad', { value: pair, base })
  return { currency, base, rate, fromOn }
}

function sentence(given: readonly Rate[], fromOn: Day | null, context: Context): string {
  const words = context.words(decisionWords)
  const list = given.map(({ currency, rate, base }) => words.rate(currency, rate, base)).join(words.listed)
  return fromOn === null ? words.ratesAlways(list) : words.ratesFrom(list, dateOf(fromOn))
}

/** Which dated rates a rate for all days takes the place of. */
function replacedSentences(replaced: readonly Rate[], context: Context): string[] {
  if (replaced.length === 0) return []
  const words = context.words(decisionWords)
  return [
    words.ratesReplaced(
      replaced
        .map(({ currency, rate, base, fromOn }) => words.rateSince(words.rate(currency, rate, base), dateOf(fromOn!)))
        .join(words.listed),
    ),
  ]
}

function rateJson({ currency, rate, fromOn }: Rate) {
  return { currency, rate, from: dayJson(fromOn) }
}

function factsOf(given: readonly Rate[], base: string, fromOn: Day | null) {
  return { base, from: dayJson(fromOn), rates: given.map(({ currency, rate }) => ({ currency, rate })) }
}

async function listRates(context: Context): Promise<number> {
  const ledger = await context.readLedger()
  const words = context.words(settingsWords)
  const known = rates(ledger)
  const columns: Column[] = [
    { key: 'currency', kind: 'id', label: words.currency },
    { key: 'rate', kind: 'id', label: words.rate },
    { key: 'base', kind: 'id', label: words.inBase },
    { key: 'from', kind: 'date', label: words.from },
  ]
  const table = draft('rates', words.rates, columns, known, ({ currency, rate, base, fromOn }) => {
    return { currency, rate, base, from: dayJson(fromOn) }
  })
  const base = baseCurrency(ledger)
  const facts = [{ label: words.base, kind: 'id', value: base }] as const
  const missing = missingRateSentence(ledger, context)
  const notes = [...(known.length === 0 ? [words.noRates] : []), ...(missing === null ? [] : [missing])]
  const head = { name: 'rates', title: words.rates, summary: { base }, facts: base === null ? [] : facts, notes }
  await context.output(plainReport(context, head, [table]))
  return 0
}

/** Which rates the figures still lack, with the command that gives them; null when none. */
export function missingRateSentence(ledger: Ledger, context: Context): string | null {
  const missing = missingRates(ledger)
  if (missing === null) return null
  const words = context.words(decisionWords)
  const { base, currencies, late } = missing
  const none = currencies.filter((currency) => !late.has(currency))
  const lacks = [
    ...(none.length > 0 ? [words.noRate(none.join(words.listed))] : []),
    ...[...late].map(([currency, from]) => words.lateRate(currency, dateOf(from))),
  ]
  return words.stillMissing(lacks.join(words.lacks), base, pairsToGive(missing))
}

/** After an import or a change of currency or rates: says what the figures still lack. */
export function warnOfMissingRate(ledger: Ledger, context: Context): void {
  const sentence = missingRateSentence(ledger, context)
  if (sentence !== null) context.warn(sentence)
}
