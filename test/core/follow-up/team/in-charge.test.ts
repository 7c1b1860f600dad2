import { describe, expect, test } from 'vitest'
import type { Kept } from '../../../../src/core/follow-up/kept.js'
import { handsOf } from '../../../../src/core/follow-up/team/hands.js'
import { inChargeOf, isSamePerson } from '../../../../src/core/follow-up/team/in-charge.js'
import { rules } from '../../../../src/rules/index.js'

const complaint = (subject: string, owner: string | null) =>
  ({ subject, owner }) as unknown as NonNullable<Kept['feedback']>[number]
const measure = (subject: string, owner: string) =>
  ({ subject, owner }) as unknown as NonNullable<Kept['measures']>[number]

const kept = new Map<number, Kept>([
  [
    0,
    {
      leadHolder: 'Wang',
      feedback: [complaint('F1', 'Mei'), complaint('F2', null)],
      measures: [measure('M1', ''), measure('M2', 'Lin')],
    },
  ],
  [1, { leadHolder: 'Wang' }],
])
const held = { name: 'Wang', isOpen: true }
const hands = handsOf(
  new Map([[0, 'Li']]),
  new Map([
    [0, held],
    [1, held],
    [3, { name: 'Mei', isOpen: false }],
  ]),
)
const inCharge = inChargeOf(hands, kept, rules)

describe('who sees to what (R32)', () => {
  test.each([
    ['restock', 'Li'],
    ['lead:L1', 'Wang'],
    ['pool:L1@2026-09-01', 'Wang'],
    ['complaint:F1', 'Mei'],
    ['aftercare:F1', 'Mei'],
    ['complaint:F2', 'Li'],
    ['complaint:F9', 'Li'],
    ['measure:M1', 'Li'],
    ['measure:M2', 'Lin'],
    ['no-rule:of-ours', 'Li'],
  ])('%s of a customer of Li is %s’s', (key, person) => {
    expect(inCharge.ofItem(0, key)).toBe(person)
  })

  test('a customer without an owner belongs to who holds the lead, else to nobody', () => {
    expect([inCharge.ofCustomer(0), inCharge.ofCustomer(1), inCharge.ofCustomer(2)]).toEqual(['Li', 'Wang', ''])
    expect(inCharge.ofItem(1, 'rhythm')).toBe('Wang')
  })

  test('a customer is in the hands of his owner and of who holds his open lead; of a closed one only where he has no owner', () => {
    expect([0, 1, 2, 3].map((customer) => hands.peopleOf(customer))).toEqual([['Li', 'Wang'], ['Wang'], [], ['Mei']])
    expect(handsOf(new Map([[3, 'Li']]), new Map([[3, { name: 'Mei', isOpen: false }]])).peopleOf(3)).toEqual(['Li'])
    expect(handsOf(new Map([[0, 'Li']]), new Map([[0, { name: 'Li', isOpen: true }]])).peopleOf(0)).toEqual(['Li'])
    expect(hands.people()).toEqual(['Li', 'Mei', 'Wang'])
    expect([...hands.customers()]).toEqual([
      [0, 'Li'],
      [1, 'Wang'],
      [3, 'Mei'],
    ])
  })

  test('names are one person’s whatever the case and width', () => {
    expect([isSamePerson(' li ', 'Ｌi'), isSamePerson('Li', 'Lin')]).toEqual([true, false])
  })
})
