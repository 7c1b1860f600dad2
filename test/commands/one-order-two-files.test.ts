import { describe, expect, test } from 'vitest'
import { emptyShop } from './shop.js'

const header = 'Order,Date,Buyer,Item,Amount,Status'
const cup = '1,2026-03-01,Ann,Cup,30,completed'

/** What an import says of order 1 beside another file, and what it comes to then. */
async function told(first: readonly string[], second: readonly string[], isTogether = false) {
  const shop = emptyShop()
  shop.write('first.csv', [header, ...first])
  shop.write('second.csv', [header, ...second])
  if (!isTogether) await shop.crm('import', 'first.csv')
  const files = isTogether ? ['first.csv', 'second.csv'] : ['second.csv']
  const { err } = await shop.crm('import', ...files)
  const net = (await shop.json('list')).rows.find(({ name }) => name === 'Ann')?.netMinor
  const said = err.split('\n').find((line) => line.includes('second.csv › row 2')) ?? ''
  return { said: said.replace(/^.*?: order/, 'order'), net }
}

describe.each([false, true])('one order in two files (in one import: %s)', (isTogether) => {
  test('of wholly other items is told, whatever its states: one file counts', async () => {
    const here = { said: expect.stringMatching(/^order 1 has wholly other items .*those here count/), net: 2000 }
    const there = { said: expect.stringMatching(/^order 1 has wholly other items .*those here do not/), net: 3000 }
    expect(await told([cup], ['1,2026-03-01,Ann,Plate,20,completed'], isTogether)).toEqual(here)
    expect(await told(['1,2026-03-01,Ann,Cup,30,unpaid'], ['1,2026-03-01,Ann,Plate,20,paid'], isTogether)).toEqual(here)
    expect(await told([cup], ['1,2026-03-01,Ann,Plate,20,unpaid'], isTogether)).toEqual(there)
  })

  test('with another amount and no word of which is newer is told with both', async () => {
    const tie = {
      said: expect.stringMatching(/^order 1 is told differently .*30\.00 USD before, 20\.00 USD now/),
      net: 2000,
    }
    expect(await told([cup], ['1,2026-03-01,Ann,Cup,20,completed'], isTogether)).toEqual(tie)
  })

  test('of the same items in a later state, or of one item more, goes on without a word', async () => {
    expect(await told(['1,2026-03-01,Ann,Cup,30,unpaid'], [cup], isTogether)).toEqual({ said: '', net: 3000 })
    const more = [cup, '1,2026-03-01,Ann,Plate,20,completed']
    expect(await told(['1,2026-03-01,Ann,Cup,30,unpaid'], more, isTogether)).toEqual({ said: '', net: 5000 })
  })
})

test('two sales without numbers that differ by their items alone are one, and the seller is told', async () => {
  const shop = emptyShop()
  shop.write('am.csv', ['日期,客户,商品,金额', '2026-03-05,王芳,奶茶,15'])
  shop.write('pm.csv', ['日期,客户,商品,金额', '2026-03-05,王芳,果汁,15'])
  await shop.crm('import', 'am.csv')
  expect((await shop.crm('import', 'pm.csv')).err).toMatch(
    /row 2: this order has wholly other items in another file: those here count/,
  )
  expect((await shop.crm('import', 'am.csv', '--dry-run')).err).not.toContain('wholly other items')
})

test.each([false, true])(
  'an item corrected in a newer copy of the sheet is no second sale (in one import: %s)',
  async (isTogether) => {
    const shop = emptyShop()
    const others = ['2026-03-04,李雷,咖啡,20', '2026-03-06,韩梅,红茶,12']
    shop.write('old.csv', ['日期,客户,商品,金额', ...others, '2026-03-05,王芳,奶茶,15'])
    shop.write('new.csv', ['日期,客户,商品,金额', ...others, '2026-03-05,王芳,果汁,15'])
    if (!isTogether) await shop.crm('import', 'old.csv')
    const { err, out } = await shop.crm(
      'import',
      ...(isTogether ? ['old.csv', 'new.csv'] : ['new.csv']),
      '--lang',
      'en',
    )
    expect(err).not.toContain('wholly other items')
    if (!isTogether) expect(out).toContain('orders: 0 new, 1 updated, 2 unchanged')
  },
)
