import { expect } from 'vitest'
import { campaignsOf } from './campaign-commands.js'
import { feedbackOf } from './feedback-of.js'
import { leadsOf } from './leads-of.js'
import type { ContactFact, Day, LedgerModel } from './ledger-model.js'
import { customersOf, type ModelCustomer } from './people.js'
import { accountOf } from './points-of.js'
import { dateOf, emailOf, isTeam, PEOPLE } from './typed.js'

type Crm = (...argv: readonly string[]) => Promise<{ code: number; out: string; err: string }>
type Row = Readonly<Record<string, unknown>>

interface Seen {
  readonly summary: Row
  readonly rows: readonly Row[]
  readonly tables: readonly { readonly key: string; readonly rows: readonly Row[] }[]
}

/** Holds everything the program shows against the model. */
export async function expectSame(model: LedgerModel, today: Day, crm: Crm): Promise<void> {
  const customers = customersOf(model)
  const hasTeam = isTeam(customers, today)
  const json = async (...argv: string[]): Promise<Seen> => {
    const { code, out, err } = await crm(...argv, '--json')
    expect(code, `crm ${argv.join(' ')}: ${err}`).toBe(0)
    return JSON.parse(out) as Seen
  }
  const ids = new Map<ModelCustomer, string>()
  for (let who = 0; who < PEOPLE; who++) {
    const customer = customers.find(({ people }) => people.includes(who))
    if (customer === undefined) expect((await crm('show', emailOf(who))).code, `${emailOf(who)} is known`).toBe(1)
    else {
      const seen = await json('show', emailOf(who))
      const id = String(seen.summary.customer)
      expect(id, `${emailOf(who)} is one with others`).toBe(ids.get(customer) ?? id)
      if (!ids.has(customer)) expect(shown(seen), emailOf(who)).toEqual(expected(customer, model, today, hasTeam))
      if (customer.isBlocked()) expect(customer.delisting()?.state, 'what blocks can be lifted').toBe('decided')
      ids.set(customer, id)
    }
  }
  const of = <T>(value: (customer: ModelCustomer) => T) => new Map(customers.map((one) => [ids.get(one)!, value(one)]))
  const read = ({ rows }: Seen, key: string) => new Map(rows.map((row) => [row.customer, row[key]]))
  const batches = (await json('imports')).rows.map(({ batch, what, state }) => [Number(batch), what, state])
  expect(batches.reverse()).toEqual(model.batches.map(({ id, command, voided }) => [id, command, voided && 'voided']))
  const list = await json('list')
  const counted = (one: ModelCustomer) => one.orders().filter(({ paid, refund }) => paid > refund)
  expect(read(list, 'tags')).toEqual(of((one) => one.tags()))
  expect(read(list, 'owner')).toEqual(of((one) => handsOf(one, today, hasTeam)))
  expect(read(list, 'orders')).toEqual(of((one) => counted(one).length))
  expect(read(list, 'netMinor')).toEqual(
    of((one) => counted(one).reduce((sum, { paid, refund }) => sum + paid - refund, 0)),
  )
  // Delisted customers are in no list (R30).
  const open = customers.filter((one) => !one.isBlocked() && leadsOf(one, today, hasTeam).at(-1)?.outcome === 'open')
  expect([...read(await json('lead', 'list'), 'lead').keys()].sort()).toEqual(open.map((one) => ids.get(one)!).sort())
  const balances = read(await json('points'), 'balance')
  expect(of((one) => Number(balances.get(ids.get(one)!) ?? 0))).toEqual(of((one) => accountOf(one).balance))
  const campaigns = (await json('campaign')).rows.map((row) => [row.campaign, row.contacted, row.exportedOn])
  const told = campaignsOf({ model, customers }).map(({ subject, members, exportedOn }) => [
    ...[subject, members.length, exportedOn === null ? null : dateOf(exportedOn)],
  ])
  expect(campaigns.sort()).toEqual(told.sort())
  await expectDue(await json('due'), customers, ids, today)
}

/** Everybody in whose hands a customer is: the owner, else who has or had the newest lead; and who has the open one. */
function handsOf(customer: ModelCustomer, today: Day, hasTeam: boolean): string | null {
  const lead = leadsOf(customer, today, hasTeam).at(-1)
  const first = customer.value('owner') || lead?.owner
  const all = [first, lead?.outcome === 'open' ? lead.owner : ''].filter(Boolean)
  return [...new Set(all)].join(' / ') || null
}

/** Of the due list: nobody blocked but for his delisting, and every day agreed on that has come. */
async function expectDue(
  { rows }: Seen,
  customers: readonly ModelCustomer[],
  ids: ReadonlyMap<ModelCustomer, string>,
  today: Day,
) {
  for (const customer of customers) {
    const line = rows.find((row) => row.customer === ids.get(customer))
    const agreedOn = customer.agreedOn()
    if (customer.isBlocked()) expect([undefined, 'delisting']).toContain(line?.rule)
    else if (agreedOn !== null && agreedOn <= today && !customer.facts('contact').some(({ kind }) => kind === 'snooze'))
      expect(String(line?.reasons), `agreed with ${customer.people}`).toContain(dateOf(agreedOn))
  }
}

const AGREED = /^next contact agreed for (\S+)$/

/** One customer as `crm show` has him. */
function shown({ summary, tables }: Seen) {
  const rows = (key: string) => tables.find((table) => table.key === key)?.rows ?? []
  const lead = summary.lead as Row | null
  const isOpen = lead?.outcome === 'open'
  const agreed = rows('due').map(({ reason }) => AGREED.exec(String(reason))?.[1])
  return {
    ...{ tags: summary.tags, owner: summary.owner, isBlocked: summary.blocked },
    city: rows('values').find(({ field }) => field === 'city')?.value ?? null,
    contacts: rows('contacts')
      .map(({ on, kind, rules, channel, result, text, nextOn }) =>
        [on, kind, rules, channel, result, text, nextOn].join('|'),
      )
      .sort(),
    agreedOn: agreed.find((day) => day !== undefined) ?? null,
    feedback: rows('feedback')
      .map(({ feedback, kind, state }) => [feedback, kind, state].join('|'))
      .sort(),
    scores: rows('scores')
      .map(({ on, score }) => `${on}|${score}`)
      .sort(),
    lead: lead && {
      ...{ subject: lead.lead, outcome: lead.outcome, openedOn: lead.openedOn, closedOn: lead.closedOn },
      ...{ level: lead.level, stage: lead.stage, registeredBy: lead.registeredBy, owner: isOpen ? lead.owner : null },
    },
  }
}

/** The contacts of a customer, those of one command together. */
function commandsOf(customer: ModelCustomer): readonly (readonly ContactFact[])[] {
  const together = new Map<object, ContactFact[]>()
  for (const fact of customer.contacts()) together.set(fact.command, [...(together.get(fact.command) ?? []), fact])
  return [...together.values()]
}

/** The same as the model has him. */
function expected(customer: ModelCustomer, model: LedgerModel, today: Day, hasTeam: boolean): ReturnType<typeof shown> {
  const day = (on: Day | null) => (on === null ? null : dateOf(on))
  const lead = leadsOf(customer, today, hasTeam).at(-1)
  return {
    ...{ tags: customer.tags(), owner: customer.value('owner'), isBlocked: customer.isBlocked() },
    city: customer.value('city'),
    contacts: commandsOf(customer)
      .map((facts) => {
        // What was said stands last; before it what was closed with it.
        const { on, kind, channel, result, text, next } = facts.at(-1)!
        const rules = new Set(facts.flatMap(({ rule }) => rule?.split(':')[0] ?? []))
        return [day(on), kind, [...rules], channel, result, text, day(next)].join('|')
      })
      .sort(),
    agreedOn: customer.isBlocked() ? null : day(customer.agreedOn()),
    feedback: feedbackOf(model)
      .filter(({ who }) => customer.people.includes(who))
      .map(({ subject, kind, state }) => [subject, kind, state].join('|'))
      .sort(),
    scores: customer
      .facts('score')
      .map(({ on, score }) => `${day(on)}|${score}`)
      .sort(),
    lead:
      lead === undefined
        ? null
        : {
            ...{
              subject: lead.subject,
              outcome: lead.outcome,
              openedOn: day(lead.openedOn),
              closedOn: day(lead.closedOn),
            },
            ...{ level: lead.level, stage: lead.stage, registeredBy: lead.registeredBy || null },
            owner: lead.outcome === 'open' ? lead.owner || null : null,
          },
  }
}
