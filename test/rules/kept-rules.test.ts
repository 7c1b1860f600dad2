import { describe, expect, test } from 'vitest'
import type { DueLead } from '../../src/core/follow-up/leads/due-lead.js'
import type { Lead } from '../../src/core/follow-up/leads/lead.js'
import { BLANK_RECORD } from '../../src/core/follow-up/leads/record.js'
import { pointsAccount } from '../../src/core/value/points/account.js'
import { nextExpiring } from '../../src/core/value/points/expiring.js'
import { campaign } from '../../src/rules/campaign.js'
import { lead } from '../../src/rules/lead.js'
import { points } from '../../src/rules/points.js'
import { pool } from '../../src/rules/pool.js'
import { closing, proposalOf, proposalsOf } from '../support/due-facts.js'

const known: Lead = {
  ...{ customer: 0, subject: 'L1', openedOn: 1000, isDated: true, outcome: 'open', closedOn: null, orderedOn: null },
  ...{ reason: '', level: null, levelOn: null, stage: null, stageDays: {}, registeredBy: 'Li', record: BLANK_RECORD },
  ...{ contactDays: [], firstContactOn: null, cycleDays: null, touches: [], conflicts: [], before: [] },
}
const due = (level: DueLead['level'], more: Partial<DueLead> = {}): { kept: { lead: DueLead } } => ({
  kept: { lead: { lead: known, level, isInPool: false, returns: null, expectedMinor: 2500, ...more } },
})

describe('the rhythm of leads (R16)', () => {
  test.each([
    ['H', 1000, true],
    ['A', 1007, false],
    ['B', 1014, false],
    ['C', 1030, false],
  ] as const)('level %s registered on day 1000 is due on day %i', (level, dueOn, isUrgent) => {
    expect(proposalOf(lead, due(level), 1001)).toMatchObject({
      ...{ subject: 'L1', dueOn, isUrgent, isLateAtOnce: isUrgent, stakeMinor: 2500 },
    })
  })

  test('level D never, one in the pool not before it is claimed, and an agreed day takes its place', () => {
    expect(proposalOf(lead, due('D'), 1001)).toBeNull()
    expect(proposalOf(lead, due('A', { isInPool: true }), 1001)).toBeNull()
    expect(proposalOf(lead, { ...due('A'), agreedOn: 1020 }, 1001)).toBeNull()
  })

  test('goes by its setting, and from the day it was closed', () => {
    expect(proposalOf(lead, due('A'), 1001, '0,3,14,30')?.dueOn).toBe(1003)
    expect(proposalOf(lead, { ...due('A'), ...closing('lead:L1', 1005) }, 1006)?.dueOn).toBe(1012)
    expect(proposalOf(lead, { ...due('H'), ...closing('lead:L1', 1005) }, 1005)?.dueOn).toBe(1006)
  })

  test('says why, in both languages', () => {
    const { cause } = proposalOf(lead, due('A'), 1008)!
    expect(lead.words.en.reason(cause)).toBe('lead level A: registered 8 days ago, every 7 days')
    expect(lead.words.zh.reason(cause)).toBe('意向A级：8天前报备，每7天跟进一次')
    expect(lead.words.en.advice({ ...cause, need: 'oak boards' })).toBe('take up what is needed: oak boards')
  })
})

test('a lead that goes back to the pool is due three days before (R17)', () => {
  const returns = { dueOn: 1045, returnsOn: 1048, cause: 'contact' } as const
  expect(proposalOf(pool, due('A', { returns }), 1040)).toMatchObject({ dueOn: 1045, lastSensibleOn: 1048 })
  expect(proposalOf(pool, due('A'), 1040)).toBeNull()
  // Day 1048 is 1972-11-14; the next return is another item.
  expect(proposalOf(pool, { ...due('A', { returns }), ...closing('pool:L1@1972-11-14', 1046) }, 1046)).toBeNull()
  expect(proposalOf(pool, { ...due('A', { returns }), ...closing('pool:L1@1972-11-13', 1046) }, 1046)).not.toBeNull()
})

describe('points that expire (R29)', () => {
  const account = (asOf: number) =>
    pointsAccount(
      [
        { on: 1000, what: 'earn', points: 100, reversed: 0 },
        { on: 1010, what: 'earn', points: 50, reversed: 0 },
      ],
      365,
      asOf,
    )

  test('are told 30 days before those that expire first, with all that follow soon', () => {
    const expiring = nextExpiring(account(1100), 30)!
    expect(expiring).toMatchObject({ points: 150, balance: 150, tellOn: 1335 })
    expect(nextExpiring(account(1100), 5)).toMatchObject({ points: 100, tellOn: 1360 })
    expect(nextExpiring(account(2000), 30)).toBeNull()
    const facts = { kept: { expiring } }
    expect(proposalOf(points, facts, 1100)).toMatchObject({ dueOn: 1335, lastSensibleOn: expiring.firstOn - 1 })
    // The first expire on day 1365, in 1973-09.
    expect(proposalOf(points, { ...facts, ...closing('points:1973-09', 1336) }, 1340)).toBeNull()
    expect(proposalOf(points, { ...facts, ...closing('points:1973-08', 1336) }, 1340)).not.toBeNull()
  })
})

test('a campaign is due from its list on until the customer was contacted, for two weeks', () => {
  const kept = { campaigns: [{ id: 'C3', name: 'Spring', exportedOn: 1000, file: 'c3.xlsx' }] }
  expect(proposalsOf(campaign, { kept }, 1005)).toMatchObject([{ subject: 'C3', dueOn: 1000, lastSensibleOn: 1014 }])
  const { cause } = proposalOf(campaign, { kept }, 1005)!
  expect(campaign.words.en.advice(cause)).toBe('send the message written for them in c3.xlsx')
  expect(campaign.words.zh.advice({ ...cause, file: '-' })).toBe('按名单发消息（crm campaign show C3）')
  expect(proposalsOf(campaign, { kept, lastContactOn: 999 }, 1005)).toHaveLength(1)
  expect(proposalsOf(campaign, { kept, lastContactOn: 1000 }, 1005)).toEqual([])
  expect(proposalsOf(campaign, { kept }, 1015)).toEqual([])
  expect(proposalsOf(campaign, { kept, ...closing('campaign:C3', 1002) }, 1005)).toEqual([])
  expect(proposalsOf(campaign, { kept, ...closing('campaign:C2', 1002) }, 1005)).toHaveLength(1)
})
