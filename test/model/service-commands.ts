import { feedbackOf, isFitting } from './feedback-of.js'
import { accountOf } from './points-of.js'
import { about, type Make, recorded, refused } from './typed.js'

export const points: Make = about(({ chance, email, customer, today }) => {
  const step = chance.pick(['earn', 'redeem', 'redeem', 'adjust'])
  const { balance } = accountOf(customer)
  const count = chance.pick([0, chance.int(1, 60), Math.max(1, balance), balance + 1])
  const typed = step === 'adjust' ? chance.pick([count, -count]) : count
  const argv = ['points', step, email, ...(typed < 0 ? ['--'] : []), String(typed)]
  const change = step === 'redeem' ? -typed : typed
  const isBad = step === 'adjust' ? change === 0 : typed <= 0
  if (isBad || (change < 0 && -change > balance)) return refused(...argv)
  return recorded(argv, { of: 'points', who: customer.key, on: today, points: change })
})

export const feedbackOpen: Make = about(({ chance, email, customer, model }) => {
  const kind = chance.pick(['complaint', 'suggestion', 'praise', 'question', 'rumour'])
  const argv = ['feedback', 'open', email, 'words', '--kind', kind]
  if (kind === 'rumour') return refused(...argv)
  const subject = model.nextSubject('feedback')
  return recorded(argv, { of: 'feedback', who: customer.key, subject, kind, step: 'open' })
})

export const feedbackStep: Make = ({ chance, customers, model }) => {
  const all = feedbackOf(model)
  const { subject } = chance.pick([{ subject: 'F99' }, ...all, ...all.slice(-3)])
  const step = chance.pick(['assign', 'respond', 'resolve', 'resolve', 'satisfied', 'reopen', 'adopt', 'decline'])
  const argv = ['feedback', step, subject, ...(step === 'satisfied' || step === 'reopen' ? [] : ['words'])]
  const known = all.find((one) => one.subject === subject)
  if (known === undefined || !isFitting(known, step)) return refused(...argv)
  const { key } = customers.find(({ people }) => people.includes(known.who))!
  return recorded(argv, { of: 'feedback', who: key, subject, kind: known.kind, step })
}

export const rate: Make = about(({ chance, email, customer, today }) => {
  const score = chance.int(0, 6)
  const argv = ['rate', email, String(score)]
  if (score < 1 || score > 5) return refused(...argv)
  return recorded(argv, { of: 'score', who: customer.key, on: today, score })
})
