import { describe, expect, test } from 'vitest'
import { emptyShop, shopOf } from './shop.js'

describe('a level the record does not bear (R16) is warned of where the lead is added', () => {
  test.each([
    [['--level', 'B'], /does not bear level B.*fewer than three contacts.*no phone.*decision maker/],
    [['--level', 'H'], /does not bear level H.*no order under way/],
  ])('%j', async (options, warning) => {
    const shop = emptyShop()
    const added = await shop.crm('lead', 'add', 'Kim Lee', ...options)
    expect([added.code, added.err]).toEqual([0, expect.stringMatching(warning)])
    expect((await shop.json('lead', 'show', 'Kim Lee')).summary).toMatchObject({ level: options[1]![0] })
  })

  test('not of one it bears, nor where none is set; what is known of the customer counts', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--phone', '+14155550777')
    for (const argv of [['Ann', '--level', 'A', '--close', '2026-09-20'], ['Kim Lee'], ['Li Wei', '--level', 'D']])
      expect((await shop.crm('lead', 'add', ...argv)).err).not.toContain('bear')
    const { err } = await shop.crm('lead', 'add', 'Bob', '--level', 'B')
    expect(err).toContain('fewer than three contacts')
    expect(err).not.toContain('no phone')
  })
})

test('a contact or a lead of a blocked customer is kept, with a word', async () => {
  const shop = await shopOf(2026)
  expect((await shop.crm('log', 'Ann', 'hello')).err).not.toContain('blocked')
  await shop.crm('block', 'Ann')
  for (const argv of [
    ['log', 'Ann', 'hello'],
    ['lead', 'add', 'Ann'],
  ]) {
    const { code, err } = await shop.crm(...argv)
    expect([code, err]).toEqual([0, expect.stringMatching(/Ann \(c\w+\) is blocked: it is kept, but .* crm unblock c/)])
  }
})

describe('a phone of the shop’s own country', () => {
  test('is read where the setting names it, in add, edit and lead add; a country typed or known wins', async () => {
    const shop = emptyShop()
    const refused = await shop.crm('add', 'Local', '--phone', '(415) 255-9902')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--country US')])
    await shop.crm('config', 'set', 'shop.country', 'US')
    for (const argv of [
      ['add', 'Local', '--phone', '(415) 255-9902'],
      ['lead', 'add', 'Other', '--phone', '(415) 255-9903'],
      ['edit', 'Local', '--phone', '(415) 255-9904'],
    ])
      expect(await shop.crm(...argv)).toMatchObject({ code: 0 })
    expect((await shop.json('contacts')).rows.map(({ phone }) => phone).sort()).toEqual([
      '+14152559903',
      '+14152559904',
    ])
    await shop.crm('add', 'London', '--phone', '020 7946 0001', '--country', 'UK')
    expect((await shop.json('contacts', 'name:London')).rows).toMatchObject([{ phone: '+442079460001' }])
  })
})

describe('a birthday', () => {
  test.each([['3/5'], ['12/11'], ['３/５']])(
    'written %s is refused: nobody can tell which is the month',
    async (typed) => {
      const shop = await shopOf(2026)
      for (const argv of [
        ['add', 'Kim', '--birthday', typed],
        ['edit', 'Ann', '--anniversary', typed],
      ]) {
        const { code, err } = await shop.crm(...argv)
        expect([code, err]).toEqual([
          2,
          expect.stringMatching(/two days: .*month first with a hyphen: \d\d-\d\d or \d\d-\d\d/s),
        ])
      }
    },
  )

  test.each([
    ['05-03', '3 May'],
    ['1990-03-05', '5 March 1990'],
    ['12/25', '25 December'],
    ['5/5', '5 May'],
    ['lunar 8-15', 'lunar 08-15'],
  ])('%s is confirmed as %s', async (typed, words) => {
    const shop = await shopOf(2026)
    expect((await shop.crm('add', 'Kim', '--birthday', typed)).err).toContain(`Kept as birthday: ${words}.`)
    expect((await shop.crm('edit', 'Ann', '--birthday', typed)).err).toContain(`birthday (none) → ${words}.`)
  })
})
