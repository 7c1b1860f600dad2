import type { Context } from '../context.js'
import { type NotePart, noteParts } from '../core/batch-note.js'
import { type OwnField, ownField } from '../core/customer-details.js'
import { fieldWord, typedText } from '../core/hand-field-words.js'
import { type HandField, handFields } from '../core/hand-values.js'
import { sealValue } from '../core/sealing.js'
import { decisionOn, type GradeDecision } from '../core/value/grades/decision.js'
import { gradeText, gradeWords } from '../core/value/grades/words.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { nearest, trimEdges } from '../core/values/text.js'
import { decisionWords } from '../messages/decisions.js'
import { handWords } from '../messages/hand-values.js'
import { editCustomer, othersWith } from '../store/by-hand.js'
import { isBlocked } from '../store/delistings.js'
import { gradesOf } from '../store/grades.js'
import { type KnownValues, knownValues, type NewValue } from '../store/hand-values.js'
import { ledgerSetting } from '../store/settings.js'
import { carryOut, type DecisionBasis, dayJson, printJson, recordAbout } from './decision.js'
import { type GradeOptions, newGrades, readGradeOptions, type TypedGrade } from './grade-options.js'
import { type HandOptions, handFieldNamed, readHandOptions } from './hand-options.js'

export interface EditArgs extends HandOptions, GradeOptions {
  readonly customer: string
  /** What comes to the note there is. */
  readonly addNote?: string | undefined
  /** Fields whose values the files say again. */
  readonly imported?: readonly string[] | undefined
}

/** `crm edit`: values typed by hand, which win over imported ones (R8), and grades set by hand, which stand beside computed ones (R11); UserError `decision.ahead` for a day to come. */
export async function editCommand(args: EditArgs, context: Context): Promise<number> {
  const basis = await recordAbout(args.customer, context)
  const { ledger, customer, on, madeAt } = basis
  const known = knownValues(ledger, customer.key)
  const typed = readGradeOptions(args, basis, context)
  const values = newValues(
    readEdits(args, { known, home: ledgerSetting(ledger, 'shop.country'), day: on }, typed.length > 0, context),
    known,
  )
  const decided = gradesOf(ledger, customer.key, on)
  const grades = newGrades(typed, decided, basis)
  if (values.length + grades.length === 0) return tellUnchanged(basis, context)
  const change = {
    command: 'edit',
    sentences: [
      ...(values.length > 0 ? [sentence(basis, values, known, context)] : []),
      ...grades.map((grade) => gradeSentence(grade, decided, basis, context)),
      ...twins(basis, values, context),
    ],
    facts: {
      ...{ customer: customer.id, on: dateOf(on) },
      changes: values.map(({ field, value }) => ({
        field,
        from: valueBefore(field, known, basis, context),
        to: value,
      })),
      grades: grades.map((grade) => gradeFacts(grade, decided, basis)),
    },
  }
  const note = { customer: customer.id, detail: [...values, ...gradeParts(grades)] }
  return carryOut(context, change, () => editCustomer(ledger, madeAt, note, customer.key, on, values, grades))
}

/** What a batch of grades says of itself. */
function gradeParts(grades: readonly TypedGrade[]): readonly NotePart[] {
  const because = grades.find(({ reason }) => reason !== '')?.reason
  const parts = grades.map(({ what, value, referrer, until }) => {
    return { grade: what, value: referrer?.called ?? value, until: dayJson(until) }
  })
  return noteParts(...parts, because)
}

function gradeFacts(
  { what, value, referrer, until, reason, author }: TypedGrade,
  decided: readonly GradeDecision[],
  { on }: DecisionBasis,
) {
  const from = decisionOn(decided, what, on)?.value ?? null
  return { what, from, to: referrer?.id ?? value, until: dayJson(until), reason, author }
}

function gradeSentence(
  grade: TypedGrade,
  decided: readonly GradeDecision[],
  { who, on }: DecisionBasis,
  context: Context,
): string {
  const words = context.words(handWords)
  const { what, value, referrer, until, reason, author } = grade
  const text = (coded: string | null) => gradeText(what, coded, context.lang) || words.blank
  const before = text(decisionOn(decided, what, on)?.value ?? null)
  const changed = words.changed(gradeWords[context.lang].kinds[what], before, referrer?.called ?? text(value))
  const parts = [
    changed,
    ...(until === null ? [] : [words.until(dateOf(until))]),
    ...(reason === '' ? [] : [words.because(reason)]),
    ...(author === '' ? [] : [words.by(author)]),
  ]
  return words.edited(who, parts.join(words.parts))
}

/** UserError `edit.nothing`, `edit.unknown-field` and those of `readHandOptions`. */
function readEdits(
  args: EditArgs,
  { known, home, day }: { readonly known: KnownValues; readonly home: string | null; readonly day: Day },
  hasGrades: boolean,
  context: Context,
): NewValue[] {
  const typed = readHandOptions(withNote(args, known, day, context), known, home)
  const given = (args.imported ?? []).filter((word) => word !== '').map((word) => fieldNamed(word, known))
  const back = given.filter((field) => typed.every((one) => one.field !== field))
  if (typed.length + given.length === 0 && !hasGrades) throw new UserError('usage', 'edit.nothing')
  return [...typed, ...[...new Set(back)].map((field) => ({ field, value: null }))]
}

/** A field of ours or, where the customer has one of that name, of the seller's own. */
function fieldNamed(typed: string, { byHand }: KnownValues): HandField | OwnField {
  const own = ownField(typed)
  const found = handFieldNamed(typed) ?? (byHand.has(own) ? own : null)
  if (found !== null) return found
  const near = nearest(typed.toLowerCase(), handFields).join(', ')
  throw new UserError('usage', 'edit.unknown-field', { value: typed, near, allowed: handFields.join(', ') })
}

/** With the note there is and what comes to it, as one note. */
function withNote(args: EditArgs, { values }: KnownValues, day: Day, context: Context): HandOptions {
  const added = trimEdges(args.addNote ?? '')
  if (added === '') return args
  const { noteAdded } = context.words(handWords)
  return { ...args, note: noteAdded(trimEdges(args.note ?? values.note ?? ''), dateOf(day), added) }
}

/** Without what was typed by hand already, and without giving back what was not. */
function newValues(values: readonly NewValue[], { values: now, byHand }: KnownValues): NewValue[] {
  return values.filter(({ field, value }) =>
    value === null ? byHand.has(field) : !byHand.has(field) || now[field] !== value,
  )
}

function tellUnchanged({ who, customer, on }: DecisionBasis, context: Context): number {
  if (context.options.json === true) {
    const facts = { customer: customer.id, on: dateOf(on), changes: [], grades: [] }
    printJson(context, { report: 'edit', batch: null, dryRun: context.options.dryRun === true, ...facts })
  } else context.say(context.words(handWords).unchanged(who))
  return 0
}

/** The value that stood before; sealed where it leads to a customer who is blocked (R30). */
function valueBefore(
  field: NewValue['field'],
  { values }: KnownValues,
  { ledger, customer, on }: DecisionBasis,
  { lang }: Context,
): string {
  const before = values[field] ?? ''
  return isBlocked(ledger, customer.id, on) ? sealValue(field, before, lang) : before
}

function sentence(basis: DecisionBasis, values: readonly NewValue[], known: KnownValues, context: Context): string {
  const words = context.words(handWords)
  const changes = values.map(({ field, value }) => {
    const name = fieldWord(field, context.lang)
    const shown = (text: string) => typedText(field, text, context.lang) || words.blank
    if (value === null) return words.imported(name)
    if (known.values[field] === value) return words.kept(name, shown(value))
    return words.changed(name, shown(valueBefore(field, known, basis, context)), shown(value))
  })
  return words.edited(basis.who, changes.join(context.words(decisionWords).listed))
}

/** Customers who have the same phone or e-mail: an edited one joins nobody (docs/decisions.md). */
function twins({ ledger, customer }: DecisionBasis, values: readonly NewValue[], context: Context): string[] {
  const words = context.words(handWords)
  return values.flatMap(({ field, value }) => {
    if ((field !== 'phone' && field !== 'email') || !value) return []
    const others = othersWith(ledger, customer.key, field, value)
    return others.length === 0
      ? []
      : [words.twins(fieldWord(field, context.lang), namesOf(others, context), others.length)]
  })
}

function namesOf(others: ReturnType<typeof othersWith>, context: Context): string {
  const shown = others.slice(0, 3).map(({ id, name }) => (name === '' ? id : `${name} (${id})`))
  return shown.join(context.words(decisionWords).listed) + (others.length > 3 ? ' …' : '')
}
