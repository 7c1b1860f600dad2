import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Worksheet } from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Shop } from '../commands/shop.js'
import { office, officeMissing, saveByOffice } from '../support/office.js'
import { workOn } from '../support/worked-list.js'
import { type SavedList, savedLists } from './saved-lists.js'

const fixtures = resolve(import.meta.dirname, '..', '..', 'fixtures', 'worklists')

/** Filled in, turned round, filtered and widened, as sellers do. */
async function worked(shop: Shop, { name, title, fill }: SavedList): Promise<void> {
  await workOn(join(shop.dir, `${name}.xlsx`), title, (sheet) => {
    fill(sheet)
    const rows = [2, 3].map((at) => sheet.getRow(at).values)
    for (const [at, values] of rows.toReversed().entries()) sheet.getRow(at + 2).values = values
    sheet.getRow(2).hidden = true
    sheet.spliceColumns(2, 0, ['My remarks', 'private', 'private'])
  })
}

async function expectRead(shop: Shop, file: string, { counts, known, expectTaken }: SavedList): Promise<void> {
  const { code, err } = await shop.crm('import', file)
  expect([code, err]).toEqual([0, expect.stringContaining(counts)])
  await expectTaken(shop)
  const again = await shop.crm('import', file)
  expect([again.code, again.err]).toEqual([0, expect.stringContaining(`${known} recorded before`)])
}

describe.each(savedLists)('the list $name saved by LibreOffice', (list) => {
  const { name, title } = list

  for (const kind of ['xlsx', 'ods', 'csv'] as const) {
    const saved = kind === 'csv' ? `${name}-${title}.csv` : `${name}.${kind}`

    it(`as ${kind} is read back (a file it saved)`, async () => {
      const shop = await list.shop()
      copyFileSync(join(fixtures, `${name}.${kind}`), join(shop.dir, saved))
      await expectRead(shop, saved, list)
    })

    it.skipIf(!office)(`as ${kind} is read back (saved now)${officeMissing}`, async () => {
      const shop = await list.shop()
      await worked(shop, list)
      const to = join(shop.dir, 'saved')
      saveByOffice(shop.dir, `${name}.xlsx`, kind, to)
      if (process.env.UPDATE === '1') {
        mkdirSync(fixtures, { recursive: true })
        writeFileSync(join(fixtures, `${name}.${kind}`), readFileSync(join(to, saved)))
      }
      await expectRead(shop, join('saved', saved), list)
    })
  }

  it.skipIf(!office)(`keeps the drop-downs${officeMissing}`, async () => {
    const shop = await list.shop()
    saveByOffice(shop.dir, `${name}.xlsx`, 'xlsx', join(shop.dir, 'saved'))
    await workOn(join(shop.dir, 'saved', `${name}.xlsx`), title, (sheet) => list.expectGuided(guides(sheet)))
  })
})

/** The rule on the cells under a heading. */
function guides(sheet: Worksheet): (label: string) => { readonly formulae: readonly unknown[] } {
  const heading = (sheet.getRow(1).values as string[]).map(String)
  return (label) => sheet.getRow(3).getCell(heading.lastIndexOf(label)).dataValidation
}
