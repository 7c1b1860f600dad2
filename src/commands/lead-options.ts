import type { Context } from '../context.js'
import { RECORD_TEXTS } from '../core/follow-up/leads/record.js'
import {
  INVALID_REASONS,
  type InvalidReason,
  invalidNamed,
  LEAD_LEVELS,
  LEAD_STAGES,
  type LeadLevel,
  type LeadStage,
  leadWords,
  levelNamed,
  stageNamed,
} from '../core/follow-up/leads/words.js'
import { type Day, dateOf, parseUserDate } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { parseAmount, toMinor } from '../core/values/money.js'
import { cleanCell, nearest } from '../core/values/text.js'
import type { NewEvent } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { baseCurrency } from '../store/settings.js'

/** What can be written down of a lead, as typed. */
export interface RecordOptions extends Readonly<Partial<Record<(typeof RECORD_TEXTS)[number], string | undefined>>> {
  readonly person: readonly string[]
  readonly knowsUs?: boolean | undefined
  readonly amount?: string | undefined
  readonly probability?: string | undefined
  readonly close?: string | undefined
  readonly firstContact?: string | undefined
}

/** What an event carries of a lead. */
export type RecordParts = Pick<NewEvent, 'details' | 'value' | 'dueOn'>

/**
 * What was typed of a lead, as events carry it; amounts are in the base currency of now, which is kept with them; days count from `on`. UserError `lead.bad-amount`,
 * `lead.bad-probability`, `cli.bad-date`, `rate.no-base`.
 */
export function readRecord(typed: RecordOptions, ledger: Ledger, on: Day): RecordParts {
  const { knowsUs, amount, probability, close, firstContact } = typed
  const persons = typed.person.map(cleanCell).filter((person) => person !== '')
  const texts = RECORD_TEXTS.flatMap((field) => {
    const text = typed[field]
    return text === undefined ? [] : [[field, cleanCell(text)] as const]
  })
  const expected = amount === undefined ? null : readAmount(amount, ledger)
  return {
    details: {
      ...Object.fromEntries(texts),
      ...(expected === null ? {} : { currency: expected.currency }),
      ...(persons.length === 0 ? {} : { persons: persons.join('\n') }),
      ...(knowsUs === undefined ? {} : { knowsUs: knowsUs ? 'yes' : 'no' }),
      ...(probability === undefined ? {} : { probability: readPercent(probability) }),
      ...(firstContact === undefined ? {} : { firstContact: dateOf(readDay(firstContact, on)) }),
    },
    value: expected?.minor ?? null,
    dueOn: close === undefined ? null : readDay(close, on),
  }
}

/** Told where the day a sale is expected on lies before the day it is written down. */
export function pastClose(closeOn: Day | null, on: Day, words: { closeOver(day: string): string }): string[] {
  return closeOn !== null && closeOn < on ? [words.closeOver(dateOf(closeOn))] : []
}

/** Whether anything was typed of a lead. */
export function saysAnything({ details, value, dueOn }: RecordParts): boolean {
  return Object.keys(details).length > 0 || value !== null || dueOn !== null
}

function readDay(typed: string, on: Day): Day {
  const day = parseUserDate(typed, on)
  if (day === null) throw new UserError('usage', 'cli.bad-date', { value: typed })
  return day
}

function readAmount(typed: string, ledger: Ledger): { readonly minor: number; readonly currency: string } {
  const amount = parseAmount(typed.trim(), '.')
  if (amount === null || amount.units < 0) throw new UserError('usage', 'lead.bad-amount', { value: typed })
  const currency = baseCurrency(ledger)
  if (currency === null) throw new UserError('failed', 'rate.no-base')
  return { minor: toMinor(amount, currency).minor, currency }
}

function readPercent(typed: string): string {
  const [, percent] = /^(\d{1,3})\s*[%％]?$/.exec(typed.trim()) ?? []
  if (percent === undefined || Number(percent) > 100)
    throw new UserError('usage', 'lead.bad-probability', { value: typed })
  return String(Number(percent))
}

/** A level as typed in either language; UserError `lead.unknown-level`. */
export function readLevel(typed: string, context: Context): LeadLevel {
  const found = levelNamed(typed)
  if (found !== null) return found
  throw new UserError('usage', 'lead.unknown-level', choicesNear(typed, LEAD_LEVELS, context.words(leadWords).levels))
}

/** A stage as typed in either language; UserError `lead.unknown-stage` with near words. */
export function readStage(typed: string, context: Context): LeadStage {
  const found = stageNamed(typed)
  if (found !== null) return found
  throw new UserError('usage', 'lead.unknown-stage', choicesNear(typed, LEAD_STAGES, context.words(leadWords).stages))
}

/** Why somebody is no lead, as typed in either language; UserError `lead.unknown-reason` with near words. */
export function readInvalid(typed: string, context: Context): InvalidReason {
  const found = invalidNamed(typed)
  if (found !== null) return found
  const { invalid } = context.words(leadWords)
  throw new UserError('usage', 'lead.unknown-reason', choicesNear(typed, INVALID_REASONS, invalid))
}

function choicesNear<T extends string>(value: string, codes: readonly T[], words: Readonly<Record<T, string>>) {
  const near = nearest(value, [...codes, ...codes.map((one) => words[one])])
  const allowed = codes.map((one) => (words[one] === one ? one : `${one} (${words[one]})`))
  return { value, near, allowed }
}
