import { leadsOf } from './leads-of.js'
import type { Fact } from './ledger-model.js'
import type { ModelCustomer } from './people.js'
import {
  about,
  emailOf,
  isTeam,
  type Make,
  nameOf,
  OWNERS,
  PEOPLE,
  recorded,
  refused,
  type Situation,
} from './typed.js'

export const leadAdd: Make = ({ chance, customers, model, today }) => {
  const who = chance.int(0, PEOPLE - 1)
  const owner = chance.pick(['', ...OWNERS])
  const level = chance.pick([null, 'H', 'C', 'D'])
  const argv = ['lead', 'add', nameOf(who), '--email', emailOf(who)]
  if (owner !== '') argv.push('--owner', owner)
  if (level !== null) argv.push('--level', level)
  const customer = customers.find(({ people }) => people.includes(who))
  if (customer !== undefined && leadsOf(customer, today, true).at(-1)?.outcome === 'open') return refused(...argv)
  const lead = { of: 'lead', who: customer?.key ?? who, subject: model.nextSubject('lead'), on: today } as const
  const profile: Fact[] = customer === undefined ? [{ of: 'profile', who }] : []
  const levelled: Fact[] = level === null ? [] : [{ ...lead, step: 'level', word: level }]
  return recorded(argv, ...profile, { ...lead, step: 'add', word: owner }, ...levelled)
}

const words = {
  level: ['H', 'A', 'B', 'C', 'D', 'X'],
  stage: ['need', 'proposal', 'price', 'nowhere'],
  claim: OWNERS,
  release: [''],
  won: [''],
  lost: ['price', ''],
  invalid: ['duplicate', 'unreachable', 'boredom'],
} as const

const COOL_OFF_DAYS = 30

const hasOpenLead = (customer: ModelCustomer, { today }: Situation) =>
  leadsOf(customer, today, true).at(-1)?.outcome === 'open'

export const leadStep: Make = about(({ chance, email, customer, customers, today }) => {
  const step = chance.pick(Object.keys(words) as (keyof typeof words)[])
  const word: string = chance.pick(words[step])
  const argv = ['lead', step, email]
  if (step === 'level' || step === 'stage') argv.push(word)
  if (step === 'claim') argv.push('--owner', word)
  if (step === 'lost' || step === 'invalid') argv.push('--reason', word)
  const lead = leadsOf(customer, today, isTeam(customers, today)).at(-1)
  if (lead?.outcome !== 'open') return refused(...argv)
  const isUnknown = ['X', 'nowhere', 'boredom'].includes(word) || (step === 'lost' && word === '')
  const isCooling = lead.pooled?.from === word && lead.pooled.on + COOL_OFF_DAYS > today
  const isHeld = step === 'claim' && (lead.owner !== '' || isCooling)
  if (isUnknown || isHeld || (step === 'release' && lead.owner === '')) return refused(...argv)
  return recorded(argv, { of: 'lead', who: customer.key, subject: lead.subject, step, on: today, word })
}, hasOpenLead)
