import type { Chance } from '../support/chance.js'
import { leadsOf } from './leads-of.js'
import type { Day, Fact, LedgerModel, ModelBatch, Person } from './ledger-model.js'
import { ModelCustomer } from './people.js'

/** What a command says that the model does not foresee: which items were due. */
export interface Answer {
  readonly batch?: number | null
  readonly items?: readonly (string | { readonly item: string })[]
}

/** A command line and what should come of it. */
export interface Typed {
  readonly argv: readonly string[]
  /** Written before the command runs. */
  readonly file?: readonly [name: string, text: string]
  /** The facts of its batch; `nothing` where it ends well without one; null where it is refused. */
  readonly records: ((answer: Answer) => readonly Fact[]) | 'nothing' | null
  /** Codes of refusals that hang on what is due, which the model does not foresee. */
  readonly mayRefuse?: readonly string[]
  /** Takes a batch back (true) or puts it back, in place of recording one. */
  readonly voids?: readonly [batch: ModelBatch, isVoided: boolean]
}

/** Where a command is typed. */
export interface Situation {
  readonly model: LedgerModel
  readonly today: Day
  readonly chance: Chance
  readonly customers: readonly ModelCustomer[]
}

/** Makes one kind of command. */
export type Make = (situation: Situation) => Typed

export interface Target extends Situation {
  readonly who: Person
  readonly email: string
  readonly customer: ModelCustomer
}

/** Everybody the ledger may know; the first ones buy, the others come as leads only. */
export const PEOPLE = 8
export const BUYERS = 6
export const OWNERS = ['Li', 'Wang', 'Zhao'] as const

export const emailOf = (who: Person): string => `p${who}@example.com`
export const nameOf = (who: Person): string => `Person ${'ABCDEFGH'[who]}`

/** Day 0 is 2026-03-01. */
export const dateOf = (day: Day): string => new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10)

export const refused = (...argv: readonly string[]): Typed => ({ argv, records: null })
export const recorded = (argv: readonly string[], ...facts: readonly Fact[]): Typed => ({ argv, records: () => facts })

/**
 * A decision about somebody, refused where the ledger does not know him; three times in four about one of whom `isFit` holds, where
 * there is one.
 */
export function about(
  make: (target: Target) => Typed,
  isFit: (customer: ModelCustomer, situation: Situation) => boolean = () => false,
): Make {
  return (situation) => {
    const { chance, customers } = situation
    const fit = customers.filter((customer) => isFit(customer, situation))
    const who =
      fit.length > 0 && chance.int(1, 4) > 1 ? chance.pick(chance.pick(fit).people) : chance.int(0, PEOPLE - 1)
    const known = situation.customers.find(({ people }) => people.includes(who))
    const typed = make({ ...situation, who, email: emailOf(who), customer: known ?? new ModelCustomer([who], []) })
    return known === undefined ? { ...typed, records: null } : typed
  }
}

/** Two owners are a team (R17). */
export function isTeam(customers: readonly ModelCustomer[], today: Day): boolean {
  const named = customers.flatMap((customer) => [
    customer.value('owner') ?? '',
    ...leadsOf(customer, today, false).flatMap(({ owners }) => owners),
  ])
  return new Set(named.filter((owner) => owner !== '')).size >= 2
}
