import type { ContactFact, Fact } from './ledger-model.js'
import type { ModelCustomer } from './people.js'
import {
  type Answer,
  about,
  dateOf,
  emailOf,
  type Make,
  OWNERS,
  PEOPLE,
  recorded,
  refused,
  type Target,
} from './typed.js'

const keysOf = ({ items = [] }: Answer) => items.map((item) => (typeof item === 'string' ? item : item.item))

const entry = (target: Target, more: Partial<ContactFact>): ContactFact => ({
  ...{
    of: 'contact',
    command: target,
    who: target.customer.key,
    on: target.today,
    kind: 'contact',
    rule: null,
    channel: null,
    result: null,
    text: null,
    next: null,
  },
  ...more,
})

export const log: Make = about((target) => {
  const { chance, email, today } = target
  const text = `note ${chance.int(1, 99)}`
  const channel = chance.pick([null, 'phone', 'wechat', 'email'])
  const result = chance.pick([null, 'reached', 'interested', 'no-answer'])
  const next = chance.pick([null, null, today + chance.int(1, 40), today - chance.int(0, 3)])
  const isDone = chance.int(1, 4) === 1
  const argv = ['log', email, text]
  if (channel !== null) argv.push('--channel', channel)
  if (result !== null) argv.push('--result', result)
  if (next !== null) argv.push('--next', dateOf(next))
  if (isDone) argv.push('--done')
  if ((next !== null && next <= today) || (isDone && result === 'no-answer')) return refused(...argv)
  const closed = (answer: Answer) => keysOf(answer).map((rule) => entry(target, { kind: 'done', rule }))
  return { argv, records: (answer) => [...closed(answer), entry(target, { text, channel, result, next })] }
})

export const closing = (kind: 'done' | 'skip'): Make =>
  about((target) => {
    const { chance, email, customer } = target
    const rule = chance.pick([null, null, 'agreed', 'rhythm', 'restock', 'no-such-rule'])
    const text = chance.pick([null, 'as agreed'])
    const argv = [kind, email, ...(rule === null ? [] : ['--rule', rule]), ...(text === null ? [] : ['--note', text])]
    if (rule === 'no-such-rule') return refused(...argv)
    // A day agreed on is the model's own: it can be closed, and nothing else can be called so.
    if (rule === 'agreed' && customer.agreedOn() === null) return refused(...argv)
    const keys = (answer: Answer) => (keysOf(answer).length === 0 ? [null] : keysOf(answer))
    const records = (answer: Answer) => keys(answer).map((key) => entry(target, { kind, rule: key, text }))
    if (rule === 'agreed' && !customer.isBlocked()) return { argv, records }
    if (rule === null && kind === 'done') return { argv, records }
    return { argv, records, mayRefuse: ['due.none-of-rule', 'due.none-to-skip'] }
  })

export const snooze: Make = about((target) => {
  const { chance, email, today } = target
  const rule = chance.pick([null, 'agreed', 'rhythm'])
  const next = today + chance.int(-1, 20)
  const argv = ['snooze', email, dateOf(next), ...(rule === null ? [] : ['--rule', rule])]
  if (next <= today) return refused(...argv)
  const keys = (answer: Answer) => (rule === null || keysOf(answer).length === 0 ? [rule] : keysOf(answer))
  const records = (answer: Answer) => keys(answer).map((key) => entry(target, { kind: 'snooze', rule: key, next }))
  // An item to come cannot be put off to a day before its own.
  return rule === null ? { argv, records } : { argv, records, mayRefuse: ['due.none-of-rule', 'due.not-later'] }
})

export const tag: Make = about(({ chance, email, customer }) => {
  const tags = chance.pick([['x'], ['y'], ['x', 'z'], [' ']])
  const isOn = chance.int(1, 3) > 1
  const argv = ['tag', email, ...tags, ...(isOn ? [] : ['--remove'])]
  if (tags.includes(' ')) return refused(...argv)
  return recorded(argv, ...tags.map((one): Fact => ({ of: 'tag', who: customer.key, tag: one, isOn })))
})

export const edit: Make = about(({ chance, email, customer }) => {
  const field = chance.pick(['owner', 'city'] as const)
  const value = chance.pick([null, ...(field === 'owner' ? OWNERS : ['Bonn', 'Rome'])])
  const argv = value === null ? ['edit', email, '--imported', field] : ['edit', email, `--${field}`, value]
  if (customer.value(field) === value) return { argv, records: 'nothing' }
  return recorded(argv, { of: 'value', who: customer.key, field, value })
})

const isBeingDelisted = (customer: ModelCustomer) => (customer.delisting()?.state ?? 'ended') !== 'ended'

export const block: Make = about(({ chance, email, customer, model }) => {
  const step = chance.pick([null, 'propose', 'check', 'decide', 'drop', 'told', 'review'])
  const state = customer.delisting()?.state ?? 'ended'
  const subject = state === 'ended' ? model.nextSubject('delisting') : customer.delisting()!.subject
  const fact = (of: string): Fact => ({ of: 'delisting', who: customer.key, subject, step: of })
  if (step === null) {
    const argv = ['block', email, '--reason', 'rude']
    if (state === 'decided') return refused(...argv)
    return recorded(argv, ...(state === 'ended' ? [fact('propose')] : []), fact('decide'))
  }
  const argv = step === 'drop' ? ['block', 'decide', email, '--drop'] : ['block', step, email, 'words']
  if (step === 'decide') argv.push('--by', 'Li')
  const needs: Readonly<Record<string, readonly string[]>> = {
    propose: ['ended'],
    check: ['proposed', 'checked'],
    decide: ['checked'],
    drop: ['proposed', 'checked'],
    told: ['decided'],
    review: ['decided'],
  }
  if (!needs[step]!.includes(state)) return refused(...argv)
  return recorded(argv, fact(step))
}, isBeingDelisted)

export const unblock: Make = about(
  ({ email, customer }) => {
    const argv = ['unblock', email]
    if (!customer.isBlocked()) return refused(...argv)
    const who = customer.key
    return recorded(
      argv,
      ...customer.standing().map((subject): Fact => ({ of: 'delisting', who, subject, step: 'lift' })),
    )
  },
  (customer) => customer.isBlocked(),
)

export const merge: Make = ({ chance, customers }) => {
  const [a, b] = [chance.int(0, PEOPLE - 1), chance.int(0, PEOPLE - 1)]
  const [first, second] = [a, b].map((who) => customers.find(({ people }) => people.includes(who)))
  const argv = ['merge', emailOf(a), emailOf(b)]
  if (first === undefined || second === undefined || first === second) return refused(...argv)
  return recorded(argv, { of: 'merge', a: first.key, b: second.key })
}
