import { describe, expect, test } from 'vitest'
import { column, HEADER, shopOf } from './shop.js'

describe('taking back', () => {
  test('an import with updated values is taken back to what was before, and put back again', async () => {
    const shop = await shopOf(2026)
    const before = await shop.json('tier')
    const HUGE = ['1,2026-04-01,Ann,ann@example.com,900.00,USD,US', '20,2026-08-30,New,new@example.com,70.00,USD,US']
    shop.write('later.csv', [HEADER, ...HUGE])
    await shop.crm('import', 'later.csv')
    const after = await shop.json('tier')
    expect(after.rows).not.toEqual(before.rows)
    const undone = await shop.crm('undo')
    expect(undone.err).toContain('Batch 2 taken back (import: later.csv: 1 order new, 1 updated)')
    expect(await shop.json('tier')).toEqual(before)
    expect((await shop.crm('undo', '--redo')).code).toBe(0)
    expect(await shop.json('tier')).toEqual(after)
  })

  test('the list says what each batch was, newest first, in the zone of the ledger', async () => {
    const shop = await shopOf(2026)
    await shop.crm('log', 'Ann', 'hello')
    await shop.crm('tag', 'Bob', 'vip,slow')
    await shop.crm('block', 'Eve', '--reason', 'does not pay')
    await shop.crm('rates', 'set', 'EUR=1.10', 'GBP=1.30')
    await shop.crm('undo')
    const { rows } = await shop.json('imports')
    expect(rows.map(({ what, state }) => [what, state])).toEqual([
      ['rates', 'voided'],
      ['block', null],
      ['tag', null],
      ['log', null],
      ['import', null],
    ])
    expect(rows[0]).toMatchObject({ batch: '5', when: '2026-09-01 09:00', madeAt: '2026-09-01T01:00:00.000Z' })
    expect(column({ rows } as never, 'detail')).toEqual([
      'EUR = 1.10 USD, GBP = 1.30 USD',
      expect.stringMatching(/Eve.* · does not pay$/s),
      expect.stringMatching(/^Bob \(c\w+\) · \+vip \+slow$/),
      expect.stringMatching(/^Ann \(c\w+\) · hello$/),
      'orders.csv: 9 orders new, 0 updated',
    ])
  })

  test.each([
    ['log', ['log', 'Bob', 'hello']],
    ['tag', ['tag', 'Bob', 'vip']],
    ['block', ['block', 'Bob', '--reason', 'does not pay']],
  ])('a customer left only with a %s stays and is named, until that is taken back too (R36)', async (_, decision) => {
    const shop = await shopOf(2026)
    expect((await shop.crm(...decision)).code).toBe(0)
    const undone = await shop.crm('undo', '1')
    expect(undone.err).toMatch(/1 customer without orders now stay.*: Bob \(c\w+\)/)
    const { rows } = await shop.json('list')
    expect(column({ rows } as never, 'name')).toEqual(['Bob'])
    expect((await shop.crm('show', 'Bob')).code).toBe(0)
    expect((await shop.crm('undo', '2')).code).toBe(0)
    expect((await shop.json('list')).rows).toEqual([])
    await shop.crm('undo', '--redo', '2')
    expect((await shop.json('list')).rows).toHaveLength(1)
    await shop.crm('undo', '--redo', '1')
    expect((await shop.json('list')).rows).toHaveLength(5)
  })

  test('an import taken back joins and fills in nobody whom other files name, whatever was decided', async () => {
    const shop = await shopOf(2026)
    await shop.crm('tag', 'Ann', 'vip')
    const before = await shop.json('show', 'Ann')
    shop.write('joined.csv', [
      'Order No,Order Date,Customer Name,Email,Phone,Total,Currency,Country',
      '30,2026-08-30,Ann,ann@example.com,13800000077,70.00,USD,US',
    ])
    await shop.crm('import', 'joined.csv')
    expect(await shop.json('show', 'Ann')).not.toEqual(before)
    const undone = await shop.crm('undo')
    expect(undone.err).not.toContain('without orders')
    expect(await shop.json('show', 'Ann')).toEqual(before)
  })

  test('a dry run says which batch and changes nothing', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('undo', '-n')).err).toContain('Batch 1 would be taken back')
    expect((await shop.json('list')).rows).toHaveLength(5)
  })

  test.each([
    [['undo', '7'], 1, /no batch 7/],
    [['undo', 'last'], 2, /BATCH takes a whole number/],
    [['undo', '--redo'], 1, /No batch was taken back/],
    [['undo', '--redo', '1'], 1, /Batch 1 is in force/],
  ])('crm %j is refused', async (argv, code, sentence) => {
    const said = await (await shopOf(2026)).crm(...argv)
    expect(said.code).toBe(code)
    expect(said.err).toMatch(sentence)
  })

  test('once everything is taken back there is nothing left to take back', async () => {
    const shop = await shopOf(2026)
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toEqual([])
    expect((await shop.crm('undo')).err).toContain('nothing to take back')
    expect((await shop.crm('undo', '1')).err).toContain('taken back already')
  })
})
