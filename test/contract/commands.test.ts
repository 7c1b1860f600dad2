import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { World } from '../support/world.js'
import { type Example, ok, regularShop, writingExamples } from '../support/writing-examples.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 120_000 })

const ledgerOf = (shop: World) =>
  createHash('sha256')
    .update(readFileSync(join(shop.folder, 'crm.db')))
    .digest('hex')

const written = Object.entries(writingExamples).filter(([, list]) => typeof list !== 'string')

describe.each(written)('crm %s', (name, list) => {
  test('tries first on request, tells machines, and ends with the way back', async () => {
    const shop = await regularShop()
    for (const { first = [], argv } of list as readonly Example[]) {
      const line = argv.join(' ')
      for (const before of first) await ok(shop, ...before)
      const before = ledgerOf(shop)
      const tried = await shop.crm(...argv, '-n')
      expect.soft([tried.code, ledgerOf(shop)], `${line} -n: ${tried.stderr}`).toEqual([0, before])
      expect.soft(tried.stderr, line).toMatch(/^Nothing was (written|changed)|Nothing was changed\.$/m)
      const told = await shop.crm(...argv, '--json', '--dry-run')
      expect.soft([told.code, ledgerOf(shop)], line).toEqual([0, before])
      expect.soft(JSON.parse(told.stdout), line).toMatchObject({ schemaVersion: 1, report: expect.any(String) })
      const done = await shop.crm(...argv)
      expect.soft(done.code, `${line}: ${done.stderr}`).toBe(0)
      expect.soft(done.stderr.trimEnd().split('\n').slice(-2).join('\n'), line).toMatch(/crm undo|crm config unset/)
      await ok(shop, 'undo')
      for (let taken = 0; taken < first.length; taken++) await ok(shop, 'undo')
    }
    expect(name).not.toBe('')
  })
})
