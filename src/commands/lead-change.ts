import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import { proposeLevel, unborne } from '../core/follow-up/leads/level.js'
import type { LeadLevel } from '../core/follow-up/leads/words.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { UserError } from '../core/values/failure.js'
import { decisionWords } from '../messages/decisions.js'
import { leadSentences } from '../messages/leads.js'
import { printJson } from './decision.js'
import type { LeadActionArgs } from './lead-args.js'
import { type LeadBasis, type LeadEvent, leadAfter, openLead, recordLead } from './lead-basis.js'
import { unborneLevel } from './lead-level-words.js'
import { readLevel, readRecord, readStage, saysAnything } from './lead-options.js'

/**
 * `crm lead level CUSTOMER [LEVEL]`: sets the level, and warns where the record does not bear it; without one says which level the record
 * bears. UserError `lead.unknown-level`.
 */
export async function setLevel(args: LeadActionArgs, context: Context): Promise<number> {
  const { who, typed } = lastWord(args, args.level)
  const basis = await openLead(who, context)
  if (typed === undefined) return proposed(basis, context)
  const level = readLevel(typed, context)
  const { details, ...record } = readRecord(args, basis.ledger, basis.on)
  const event = { what: 'level', ...record, text: args.note ?? '', details: { ...details, level } }
  const words = context.words(leadSentences)
  const { levels } = context.words(leadWords)
  const before = basis.lead.level
  const sentences = [words.changed(basis.who, words.level, nameOf(levels, before, words.none), levels[level])]
  return recordLead(
    basis,
    event,
    {
      sentences: [
        ...sentences,
        ...unborneLevel(leadAfter(basis, event), basis.view.snapshot.customers[basis.index]!, basis.view.asOf, context),
      ],
      detail: [
        { of: 'lead', code: 'level' },
        { of: 'level', code: level },
      ],
    },
    context,
  )
}

/** `crm lead stage CUSTOMER STAGE`: sets the stage, which keeps the day it was first reached. UserError `lead.unknown-stage`. */
export async function setStage(args: LeadActionArgs, context: Context): Promise<number> {
  const { who, typed } = lastWord(args, args.stage)
  if (typed === undefined)
    throw new UserError('usage', 'cli.missing-argument', { command: 'lead stage', name: 'STAGE' })
  const stage = readStage(typed, context)
  const basis = await openLead(who, context)
  const { details, ...record } = readRecord(args, basis.ledger, basis.on)
  const event = { what: 'stage', ...record, text: args.note ?? '', details: { ...details, stage } }
  const words = context.words(leadSentences)
  const { stages } = context.words(leadWords)
  const before = nameOf(stages, basis.lead.stage, words.none)
  const sentences = [words.changed(basis.who, words.stage, before, stages[stage]), ...levelHint(basis, event, context)]
  return recordLead(
    basis,
    event,
    {
      sentences,
      detail: [
        { of: 'lead', code: 'stage' },
        { of: 'stage', code: stage },
      ],
    },
    context,
  )
}

/** `crm lead note CUSTOMER`: writes down what is known of a lead. UserError `lead.nothing` where nothing is said. */
export async function describeLead(args: LeadActionArgs, context: Context): Promise<number> {
  const basis = await openLead(args.who, context)
  const record = readRecord(args, basis.ledger, basis.on)
  const text = args.note?.trim() ?? ''
  if (text === '' && !saysAnything(record)) throw new UserError('usage', 'lead.nothing', { id: basis.customer.id })
  const words = context.words(leadSentences)
  const names = [
    ...Object.keys(record.details).flatMap((field) => (field === 'currency' ? [] : [words.fields[field] ?? field])),
    ...(record.value === null ? [] : [words.fields.amount!]),
    ...(record.dueOn === null ? [] : [words.fields.close!]),
    ...(text === '' ? [] : [words.fields.note!]),
  ]
  const event = { what: 'note', ...record, text }
  const sentences = [
    words.noted(basis.who, names.join(context.words(decisionWords).listed)),
    ...levelHint(basis, event, context),
  ]
  return recordLead(
    basis,
    event,
    {
      sentences,
      detail: noteParts(
        { of: 'lead', code: 'note' },
        ...Object.keys(record.details).flatMap((code) =>
          code === 'currency' ? [] : [{ of: 'leadField', code } as const],
        ),
        text,
      ),
    },
    context,
  )
}

/** The customer, and what is said after him: by an option, or as the last word. */
function lastWord({ words }: LeadActionArgs, option: string | undefined): { who: string; typed: string | undefined } {
  if (option !== undefined) return { who: words.join(' '), typed: option }
  if (words.length < 2) return { who: words.join(' '), typed: undefined }
  return { who: words.slice(0, -1).join(' '), typed: words.at(-1) }
}

function nameOf<T extends string>(names: Readonly<Record<T, string>>, code: T | null, none: string): string {
  return code === null ? none : names[code]
}

/** Where a change bears another level than before: which. */
function levelHint(basis: LeadBasis, event: LeadEvent, context: Context): string[] {
  const facts = basis.view.snapshot.customers[basis.index]!
  const { asOf } = basis.view
  const after = leadAfter(basis, event)
  const level: LeadLevel = proposeLevel(after, facts, asOf)
  if (level === after.level || level === proposeLevel(basis.lead, facts, asOf)) return []
  return [context.words(leadSentences).bears(context.words(leadWords).levels[level], basis.customer.id, level)]
}

function proposed(basis: LeadBasis, context: Context): number {
  const { lead, view, customer } = basis
  const facts = view.snapshot.customers[basis.index]!
  const level = proposeLevel(lead, facts, view.asOf)
  const missing = unborne(lead, facts, view.asOf)
  if (context.options.json === true) {
    printJson(context, {
      report: 'lead',
      batch: null,
      customer: customer.id,
      level: lead.level,
      proposed: level,
      missing,
    })
    return 0
  }
  const words = context.words(leadSentences)
  const { levels, criteria } = context.words(leadWords)
  context.print(`${words.proposed(basis.who, levels[level], criteria[level])}\n`)
  if (lead.level !== null) context.print(`${words.isSet(levels[lead.level])}\n`)
  for (const fact of missing) context.print(`  ${words.missing[fact]}\n`)
  return 0
}
