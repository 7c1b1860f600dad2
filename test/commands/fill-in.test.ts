import { expect, test } from 'vitest'
import { shopOf } from './shop.js'

test('crm care -o says what to fill in and how it is read back, where the file holds the lines', async () => {
  const shop = await shopOf(2026)
  await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
  expect((await shop.crm('care', '-o', 'care.xlsx')).err).toMatch(/Fill in .* there, then: crm import care\.xlsx/)
  expect((await shop.crm('care', '-o', 'care.csv')).err).not.toContain('Fill in')
})
