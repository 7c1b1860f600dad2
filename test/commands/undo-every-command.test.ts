import { describe, expect, test, vi } from 'vitest'
import { commands } from '../../src/cli.js'
import type { World } from '../support/world.js'
import { type Example, ok, regularShop, writingExamples } from '../support/writing-examples.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 120_000 })

/** What a seller can see of the follow-up, byte for byte. */
async function seen(shop: World): Promise<string> {
  const views = [['due'], ['due', '--days', '60'], ['show', 'ann@example.com'], ['points'], ['campaign']]
  const said: string[] = []
  for (const view of views) said.push((await shop.crm(...view, '--json')).stdout)
  return said.join('\n')
}

test('every writing command has its examples', () => {
  const writing = commands.filter(({ isWriting }) => isWriting === true).map(({ name }) => name)
  expect(Object.keys(writingExamples).sort()).toEqual(writing.sort())
})

describe.each(Object.entries(writingExamples).filter(([, list]) => typeof list !== 'string'))('crm %s', (_, list) => {
  test('taken back leaves everything as it was, and put back as it had become (R36)', async () => {
    const shop = await regularShop()
    for (const { first = [], argv } of list as readonly Example[]) {
      for (const before of first) await ok(shop, ...before)
      const before = await seen(shop)
      await ok(shop, ...argv)
      const changed = await seen(shop)
      await ok(shop, 'undo')
      expect(await seen(shop), argv.join(' ')).toBe(before)
      await ok(shop, 'undo', '--redo')
      expect(await seen(shop), `redo of ${argv.join(' ')}`).toBe(changed)
      for (let taken = 0; taken <= first.length; taken++) await ok(shop, 'undo')
    }
  })
})
