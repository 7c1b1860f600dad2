import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const PHONE = '+14155550777'
const SECRETS = /5550777|pat@mail-a\.com|wx_jack_elm|Mill Lane 7|5550888/

/** Jack Elm: a lead with a contact person, edited by hand, and blocked. */
async function blockedShop(): Promise<Shop> {
  const shop = emptyShop()
  await shop.crm(
    ...['lead', 'add', 'Jack Elm', '--person', `Pat Elm, boss, ${PHONE}`, '--level', 'B'],
    ...['--decision-maker', `Pat Elm ${PHONE}`],
  )
  const edited = await shop.crm(
    ...['edit', 'Jack Elm', '--phone', '+14155550888', '--wechat', 'wx_jack_elm', '--address', 'Mill Lane 7, Leeds'],
    ...['--contact', 'Pat Elm, boss, pat@mail-a.com', '--city', 'Leeds'],
  )
  expect(edited.code, edited.err).toBe(0)
  return shop
}

describe('the contacts of a blocked customer are sealed (R30)', () => {
  test.each([
    [['lead', 'show', 'Jack Elm']],
    [['show', 'Jack Elm']],
    [['imports']],
    [['lead', 'list', '--columns', 'name,decisionMaker']],
  ])('in crm %j, in every format', async (argv) => {
    const shop = await blockedShop()
    const said = async () =>
      Promise.all(['json', 'csv', 'table'].map(async (format) => (await shop.crm(...argv, '--format', format)).out))
    const before = (await said()).join('').replace(/\s+/g, ' ')
    expect(before).toMatch(SECRETS)
    await shop.crm('block', 'Jack Elm', '--reason', 'abuse')
    for (const out of await said()) expect(out.replace(/\s+/g, ' ')).not.toMatch(SECRETS)
    await shop.crm('unblock', 'Jack Elm')
    expect((await said()).join('').replace(/\s+/g, ' ')).toMatch(SECRETS)
  })

  test('in what edit says of the value before, and in what undo says of the batch', async () => {
    const shop = await blockedShop()
    await shop.crm('block', 'Jack Elm', '--reason', 'abuse')
    for (const field of ['phone', 'wechat', 'contact', 'address']) {
      const { code, err } = await shop.crm('edit', 'Jack Elm', `--${field}`, '-', '-n')
      expect([code, err]).toEqual([0, expect.stringContaining('sealed → (none)')])
      expect(err).not.toMatch(SECRETS)
      expect((await shop.crm('edit', 'Jack Elm', `--${field}`, '-', '-n', '--json')).out).not.toMatch(SECRETS)
    }
    expect((await shop.crm('edit', 'Jack Elm', '--city', 'York', '-n')).err).toContain('city Leeds → York')
    expect((await shop.crm('undo', '2', '-n')).err).not.toMatch(SECRETS)
    expect((await shop.json('imports')).rows.map(({ detail }) => detail).join('\n')).toContain('city: Leeds')
  })
})
