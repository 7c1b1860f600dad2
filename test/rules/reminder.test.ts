import { describe, expect, test } from 'vitest'
import { reminder } from '../../src/rules/reminder.js'
import { proposalOf, proposalsOf } from '../support/due-facts.js'

// Day 1000 is 1972-09-27.
const filter = { product: { sku: 'FILTER-10', name: 'Water filter' }, boughtOn: 1000, afterDays: 180 }
const pump = { product: { sku: '', name: 'Pump' }, boughtOn: 1100, afterDays: 90 }

describe('product reminder', () => {
  test('is due so many days after the purchase, and sensible for 14 more', () => {
    expect(proposalOf(reminder, { reminders: [filter] }, 1010)).toMatchObject({
      ...{ subject: 'FILTER-10@1972-09-27', dueOn: 1180, lastSensibleOn: 1194 },
      cause: { sku: 'FILTER-10', boughtOn: '1972-09-27', sinceDays: 10, afterDays: 180 },
    })
    expect(proposalOf(reminder, { reminders: [filter] }, 1194)).not.toBeNull()
    expect(proposalOf(reminder, { reminders: [filter] }, 1195)).toBeNull()
  })

  test('each product is an item of its own; one without a SKU goes by its name', () => {
    const subjects = proposalsOf(reminder, { reminders: [filter, pump] }, 1150).map(({ subject }) => subject)
    expect(subjects).toEqual(['FILTER-10@1972-09-27', 'Pump@1973-01-05'])
  })

  test('closed for one purchase it is over, and starts anew with the next', () => {
    const closedOn = (rule: string, subject?: string) =>
      rule === 'reminder' && subject === 'FILTER-10@1972-09-27' ? 1181 : null
    expect(proposalOf(reminder, { reminders: [filter], closedOn }, 1182)).toBeNull()
    expect(proposalOf(reminder, { reminders: [{ ...filter, boughtOn: 1181 }], closedOn }, 1182)?.dueOn).toBe(1361)
  })

  test('nobody blocked is reminded, and it is no marketing', () => {
    expect(proposalOf(reminder, { reminders: [filter], level: null }, 1182)).toBeNull()
    expect(reminder.isMarketing).toBe(false)
  })

  test('says why and what to say, in both languages', () => {
    const { cause } = proposalOf(reminder, { reminders: [filter] }, 1181)!
    expect(reminder.words.en.reason(cause)).toBe('Water filter bought on 1972-09-27, 181 days ago')
    expect(reminder.words.zh.reason(cause)).toBe('1972-09-27购买了Water filter，已181天')
    expect(reminder.words.en.advice(cause)).toContain('ask how Water filter is doing')
    expect(reminder.words.zh.advice(cause)).toContain('问问Water filter用得怎么样')
  })
})
