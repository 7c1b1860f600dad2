import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../support/chance.js'
import { makeWorld } from '../support/world.js'

const header = 'order id,date,paid at,buyer,email,item,sku,quantity,price,total,shipping,status,note'

/** Sheets as sellers keep them: most rows of an order repeat it, some leave cells blank, and some are wrong. */
function sheet(seed: number): (number: (order: number) => string) => string {
  const random = chanceOf(seed, 0)
  const oddly = (text: string, ...odd: string[]) => (random.int(1, 100) <= 7 ? random.pick(odd) : text)
  const rows: ((number: (order: number) => string) => string)[] = []
  for (let order = 1; order <= 40; order++) {
    const day = `2025-0${random.int(1, 9)}-1${random.int(0, 9)}`
    const buyer = `Buyer ${random.int(1, 15)}`
    const total = String(random.int(5, 90))
    const email = `${buyer.replace(' ', '').toLowerCase()}@shop.example`
    const own = {
      date: oddly(day, '', '#REF!', '2025-13-40'),
      paid: oddly(day, 'some day', '#N/A'),
      email: oddly(email, 'no address'),
      total: oddly(total, '-3', 'unknown'),
      status: oddly('paid', 'cancelled', 'lost at sea'),
    }
    for (let line = random.int(1, 4); line > 0; line--) {
      const isNumbered = random.int(1, 100) > 8
      const cells = [
        oddly(own.date, '', '2025-01-01'),
        oddly(own.paid, ''),
        oddly(buyer, '', 'Somebody Else'),
        oddly(own.email, ''),
        oddly(`Ware ${random.int(1, 9)}`, ''),
        oddly(`W${random.int(1, 9)}`, ''),
        oddly(String(random.int(1, 5)), '', 'some'),
        oddly((random.int(100, 900) / 100).toFixed(2), '', 'free', '#VALUE!'),
        oddly(own.total, ''),
        oddly('4.50', ''),
        oddly(own.status, ''),
        oddly('', 'please wrap'),
      ]
      rows.push((number) => [isNumbered ? number(order) : '', ...cells].join(','))
    }
    if (random.int(1, 100) <= 5) rows.push(() => `Total${','.repeat(12)}`)
    if (random.int(1, 100) <= 5) rows.push(() => ','.repeat(12))
  }
  return (number) => [header, ...rows.map((row) => row(number))].join('\n')
}

describe('rows that repeat their order', () => {
  // Only below a number in digits are they read without a second look.
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'say the same as rows looked at one by one (sheet %i)',
    async (seed) => {
      const written = sheet(seed)
      const read = async (number: (order: number) => string) => {
        const world = makeWorld()
        writeFileSync(join(world.folder, 'sales.csv'), written(number))
        const { code, stdout } = await world.crm('import', 'sales.csv', '--dry-run', '--json')
        return { code, said: stdout.replaceAll('N10', '10') }
      }
      const quickly = await read((order) => String(1000 + order))
      expect([0, 3]).toContain(quickly.code)
      expect(JSON.parse(quickly.said)).toMatchObject({ files: [{ rows: expect.any(Number) }] })
      expect(quickly).toEqual(await read((order) => `N${1000 + order}`))
    },
  )
})
