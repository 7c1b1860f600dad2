import type { Day, Fact } from './ledger-model.js'
import type { ModelCustomer } from './people.js'
import { type Make, recorded, refused, type Situation } from './typed.js'

/** A campaign as it stands. */
export interface ModelCampaign {
  readonly subject: string
  readonly createdOn: Day
  readonly exportedOn: Day | null
  readonly members: readonly ModelCustomer[]
}

export function campaignsOf({ model, customers }: Pick<Situation, 'model' | 'customers'>): readonly ModelCampaign[] {
  const facts = model.factsInForce().filter((fact) => fact.of === 'campaign')
  return facts
    .filter(({ step }) => step === 'new')
    .map(({ subject, on: createdOn }) => {
      const own = facts.filter((fact) => fact.subject === subject)
      const days = own.filter(({ step }) => step === 'export').map(({ on }) => on)
      const members = customers.filter(({ people }) => own.some(({ who }) => who !== null && people.includes(who)))
      return { subject, createdOn, exportedOn: days.length === 0 ? null : Math.min(...days), members }
    })
}

const [PAUSE_DAYS, OPEN_DAYS] = [7, 30]

export const campaignNew: Make = (situation) => {
  const { chance, customers, model, today } = situation
  const wanted = chance.pick(['x', 'y', 'z'])
  const argv = ['campaign', 'new', 'News', '--occasion', 'promotion', '--filter', `tag:${wanted}`, '--holdout', '0%']
  const busy = campaignsOf(situation)
    .filter(({ createdOn, exportedOn }) =>
      exportedOn === null ? today - createdOn < OPEN_DAYS : today - exportedOn < PAUSE_DAYS,
    )
    .flatMap(({ members }) => members)
  const free = customers.filter(
    (customer) => customer.tags().includes(wanted) && !customer.isBlocked() && !busy.includes(customer),
  )
  const file = ['message.txt', 'Dear {name}, see our news.\n'] as const
  if (free.length === 0) return { argv: [...argv, '--message-file', 'message.txt'], file, records: null }
  const fact = { of: 'campaign', subject: model.nextSubject('campaign'), on: today } as const
  const members = free.map(({ key }): Fact => ({ ...fact, who: key, step: 'contact' }))
  return {
    ...{ argv: [...argv, '--message-file', 'message.txt'], file },
    records: () => [{ ...fact, who: null, step: 'new' }, ...members],
  }
}

export const campaignExport: Make = (situation) => {
  const known = campaignsOf(situation).map(({ subject }) => subject)
  const subject = situation.chance.pick(['C1', 'C2', ...known, ...known])
  const argv = ['campaign', 'export', subject, '-o', 'list.csv', '--force']
  if (!known.includes(subject)) return refused(...argv)
  return recorded(argv, { of: 'campaign', who: null, subject, step: 'export', on: situation.today })
}
