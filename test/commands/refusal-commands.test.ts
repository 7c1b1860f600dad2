import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld } from '../support/world.js'

async function refused(...rows: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'sheet.csv'), rows.join('\n'))
  return world.crm('import', 'sheet.csv')
}

describe('the command line a refusal suggests never names what is left after each row as the amount', () => {
  test.each(['Balance', '余额', 'Saldo', 'Solde', '残高', 'Running balance'])('%s beside another', async (balance) => {
    const { code, stderr } = await refused(
      `Date,Customer,Wert,${balance}`,
      '2026-03-01,Ann Lee,20,120',
      '2026-03-02,Bob Ray,30,150',
    )
    expect(code).toBe(65)
    expect(stderr).toContain('--map orderTotal="Wert"')
  })

  test.each(['Balance', '余额', 'Saldo', 'Solde', '残高'])('%s alone: there is no amount', async (balance) => {
    for (const day of ['Date', 'Gekauft']) {
      const { code, stderr, stdout } = await refused(
        `${day},Customer,${balance}`,
        '2026-03-01,Ann Lee,120.00',
        '2026-03-02,Bob Ray,150.00',
      )
      expect(stderr + stdout).not.toContain(`orderTotal="${balance}"`)
      if (day === 'Date') expect([code, stderr]).toEqual([65, expect.stringContaining('--map orderTotal="…"')])
    }
  })
})
