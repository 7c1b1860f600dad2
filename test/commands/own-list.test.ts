import { expect, test } from 'vitest'
import { shopOf } from './shop.js'

test.each(['csv', 'xlsx'])(
  'the list of customers that crm wrote, as %s, is not read as a seller’s sheet',
  async (ending) => {
    const shop = await shopOf(2026)
    for (const lang of ['en', 'zh']) {
      const file = `list-${lang}.${ending}`
      expect((await shop.crm('list', '-o', file, '--lang', lang)).code).toBe(0)
      const { code, err } = await shop.crm('import', file, '--lang', 'en')
      expect([code, err]).toEqual([65, expect.stringContaining(`"${file}" is a list that crm wrote to be read`)])
    }
  },
)
