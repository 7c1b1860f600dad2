import type { Context } from '../context.js'
import { decisionOn, type GradeDecision, type GradeKind } from '../core/value/grades/decision.js'
import { BUYER_TYPES, COLOURS, gradeWords } from '../core/value/grades/words.js'
import { UserError } from '../core/values/failure.js'
import { fold } from '../core/values/filter.js'
import { bilingual } from '../core/values/lang.js'
import { findCustomer } from '../store/find-customer.js'
import type { NewGrade } from '../store/grades.js'
import { type DecisionBasis, laterDay } from './decision.js'

/** The grades of `crm edit` as typed. */
export interface GradeOptions {
  readonly tier?: string | undefined
  readonly class?: string | undefined
  readonly vip?: boolean | undefined
  readonly until?: string | undefined
  readonly credit?: string | undefined
  readonly buyerType?: string | undefined
  readonly referrer?: string | undefined
  readonly reason?: string | undefined
  readonly author?: string | undefined
}

/** A grade to be recorded; of a referrer also the public id and what sentences call him. */
export interface TypedGrade extends NewGrade {
  readonly referrer?: { readonly id: string; readonly called: string }
}

/** The values of each kind and the words they may be typed as, the English one first, then the Chinese one; `null` lifts what was decided. */
type Choices = readonly (readonly [value: string | null, ...words: string[]])[]

const auto = [null, 'auto', '自动'] as const
const { en, zh } = gradeWords

const tiers: Choices = [...['A', 'B', 'C'].map((tier) => [tier, tier, `${tier}类`] as const), auto]
const classes: Choices = [
  ['strategic', 'strategic', zh.classes.strategic, '战略'],
  [null, 'none', '无', 'auto', '自动'],
]
const credits: Choices = [
  ...COLOURS.map((colour) => {
    const list = zh.colours[colour].replace(/（.*/, '')
    return [colour, colour, list, list.replace('名单', '')] as const
  }),
  auto,
]
const buyerTypes: Choices = [
  ...BUYER_TYPES.map((type) => {
    const name = zh.buyerTypes[type]
    return [type, type, name, en.buyerTypes[type], name.replace(/型?买家$/, ''), name.replace('买家', '')] as const
  }),
  auto,
]

/**
 * What the seller decides of a customer. UserError `cli.bad-value`, `edit.until-alone`, `edit.reason-alone`, `edit.no-reason`,
 * `edit.own-referrer`, those of `laterDay` and `findCustomer`.
 */
export function readGradeOptions(typed: GradeOptions, basis: DecisionBasis, context: Context): TypedGrade[] {
  const until = untilOf(typed, basis)
  const { reason = '' } = typed
  const author = typed.author?.trim() || context.io.account
  const said = { until: null, reason: reason.trim(), author }
  const grades: TypedGrade[] = [
    ...chosen('tier', '--tier', typed.tier, tiers).map((grade) => ({ ...grade, ...said })),
    ...chosen('class', '--class', typed.class, classes).map((grade) => ({ ...grade, ...said })),
    ...(typed.vip === undefined ? [] : [{ what: 'vip' as const, value: typed.vip ? 'yes' : 'no', ...said, until }]),
    ...chosen('credit', '--credit', typed.credit, credits).map((grade) => ({ ...grade, ...said })),
    ...chosen('buyer-type', '--buyer-type', typed.buyerType, buyerTypes).map((grade) => ({ ...grade, ...said })),
    ...referrerOf(typed.referrer, basis).map((grade) => ({ ...grade, ...said })),
  ]
  if (grades.length === 0 && (reason !== '' || typed.author !== undefined))
    throw new UserError('usage', 'edit.reason-alone')
  if (said.reason === '' && grades.some(({ what, value }) => what === 'credit' && value !== null))
    throw new UserError('usage', 'edit.no-reason', { id: basis.customer.id, value: typed.credit ?? '' })
  return grades
}

function untilOf({ until, vip }: GradeOptions, { on }: DecisionBasis) {
  if (until === undefined) return null
  if (vip !== true) throw new UserError('usage', 'edit.until-alone')
  // The day itself still counts, so today may be the last one.
  return laterDay(until, on, on - 1)
}

function chosen(
  what: GradeKind,
  name: string,
  typed: string | undefined,
  choices: Choices,
): Pick<NewGrade, 'what' | 'value'>[] {
  if (typed === undefined) return []
  const word = fold(typed.trim())
  const found = choices.find(([, ...words]) => words.some((other) => fold(other) === word))
  if (found !== undefined) return [{ what, value: found[0] }]
  const allowed = bilingual(
    choices.map(([, word]) => word!),
    choices.map(([, , word]) => word!),
  )
  throw new UserError('usage', 'cli.bad-value', { name, value: typed, allowed })
}

function referrerOf(typed: string | undefined, { ledger, customer }: DecisionBasis) {
  if (typed === undefined) return []
  if (['', '-', '无', 'none'].includes(typed.trim())) return [{ what: 'referrer' as const, value: null }]
  const { key, name, id } = findCustomer(ledger, typed)
  if (id === customer.id) throw new UserError('usage', 'edit.own-referrer', { id })
  return [{ what: 'referrer' as const, value: key, referrer: { id, called: name === '' ? id : `${name} (${id})` } }]
}

/**
 * Those that change something: what is decided already stays as it is, unless it has another reason or another last day, and
 * what was not decided cannot be lifted.
 */
export function newGrades(
  typed: readonly TypedGrade[],
  decided: readonly GradeDecision[],
  { on }: DecisionBasis,
): TypedGrade[] {
  return typed.filter(({ what, value, until, reason, referrer }) => {
    const now = decisionOn(decided, what, on)
    if (value === null || now === null) return value !== null || now !== null
    return now.value !== (referrer?.id ?? value) || now.until !== until || (reason !== '' && now.reason !== reason)
  })
}
