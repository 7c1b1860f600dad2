import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

test('an address is that of one order, not parts of two', async () => {
  const head = 'Order No,Order Date,Customer Name,Email,Phone,Address,City,Zip,Country,Total,Currency'
  const orders = [
    '1,2026-08-01,Ann,a@mail-a.com,,1 High Street,London,N1 9AG,GB,10,EUR',
    '2,2026-08-20,Ann,a@mail-a.com,+44 20 7946 0001,5 Rue Haute,Lyon,,FR,10,EUR',
    '3,2026-08-25,Ann,a@mail-a.com,,,Nice,,,10,EUR',
  ]
  for (const rows of [orders, orders.toReversed()]) {
    const world = makeWorld()
    for (const [index, row] of rows.entries()) {
      writeFileSync(join(world.folder, `${index}.csv`), `${head}\n${row}\n`)
      await world.crm('import', `${index}.csv`)
    }
    // The newest full address, whole: its blank postcode is not filled with London's.
    const place = { address: '5 Rue Haute', city: 'Lyon', postcode: '', country: 'FR', phone: '+442079460001' }
    expect(dumpLedger(join(world.folder, 'crm.db')).customers).toMatchObject([place])
  }
})
