import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Shop, shopOf } from '../commands/shop.js'
import { fillIn, workOn } from '../support/worked-list.js'

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const fixtures = resolve(import.meta.dirname, '..', '..', 'fixtures', 'worklists')
const title = { en: 'Contact today', zh: '今日待跟进' } as const

/** What LibreOffice is told for each kind of file: a list saved as text is saved sheet by sheet. */
const filters = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
} as const

/** LibreOffice opens a file of a folder and saves it as another kind, under the same name. */
function save(folder: string, file: string, kind: keyof typeof filters, to: string): void {
  mkdirSync(to, { recursive: true })
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const argv = [profile, '--headless', '--convert-to', filters[kind], '--outdir', to, join(folder, file)]
  execFileSync(office!, argv, { stdio: 'ignore' })
}

/** Ann met, Bob tried: written into the list, which is then turned round, filtered and widened, as sellers do. */
async function worked(shop: Shop): Promise<void> {
  await shop.crm('due', '-o', 'today.xlsx')
  await workOn(join(shop.dir, 'today.xlsx'), title.en, (sheet) => {
    fillIn(sheet, {
      Ann: { Channel: 'WeChat', Result: 'interested', 'Next date': '2026-10-01', Note: 'wants 40, "blue"; 要蓝色' },
      Bob: { Channel: 'phone', Result: 'no answer' },
    })
    const rows = [2, 3].map((at) => sheet.getRow(at).values)
    for (const [at, values] of rows.toReversed().entries()) sheet.getRow(at + 2).values = values
    sheet.getRow(2).hidden = true
    sheet.spliceColumns(2, 0, ['My remarks', 'private', 'private'])
  })
}

/** A shop in which the list of the fixtures was written. */
async function listedShop(): Promise<Shop> {
  const shop = await shopOf(2026)
  await shop.crm('due', '-o', 'today.xlsx')
  return shop
}

async function expectRead(shop: Shop, file: string): Promise<void> {
  const { code, err } = await shop.crm('import', file)
  expect([code, err]).toEqual([0, expect.stringContaining('1 contact, 1 attempt, 0 put off; 0 recorded before')])
  const { tables } = (await shop.json('show', 'Ann')) as unknown as {
    tables: readonly { key: string; rows: readonly Record<string, unknown>[] }[]
  }
  const said = { kind: 'contact', channel: 'wechat', result: 'interested', text: 'wants 40, "blue"; 要蓝色' }
  expect(tables.find(({ key }) => key === 'contacts')!.rows[0]).toMatchObject({ ...said, nextOn: '2026-10-01' })
  const again = await shop.crm('import', file)
  expect([again.code, again.err]).toEqual([0, expect.stringContaining('2 recorded before')])
}

describe('a list saved by LibreOffice', () => {
  for (const kind of ['xlsx', 'ods', 'csv'] as const) {
    const name = kind === 'csv' ? 'today-Contact today.csv' : `today.${kind}`

    it(`as ${kind} is read back (a file it saved)`, async () => {
      const shop = await listedShop()
      copyFileSync(join(fixtures, `today.${kind}`), join(shop.dir, name))
      await expectRead(shop, name)
    })

    it.skipIf(!office)(
      `as ${kind} is read back (saved now)${office ? '' : ' (skipped: no libreoffice on PATH)'}`,
      async () => {
        const shop = await shopOf(2026)
        await worked(shop)
        const to = join(shop.dir, 'saved')
        save(shop.dir, 'today.xlsx', kind, to)
        if (process.env.UPDATE === '1') {
          mkdirSync(fixtures, { recursive: true })
          writeFileSync(join(fixtures, `today.${kind}`), readFileSync(join(to, name)))
        }
        await expectRead(shop, join('saved', name))
      },
    )
  }

  it.skipIf(!office)(`keeps the drop-downs${office ? '' : ' (skipped: no libreoffice on PATH)'}`, async () => {
    const shop = await listedShop()
    save(shop.dir, 'today.xlsx', 'xlsx', join(shop.dir, 'saved'))
    await workOn(join(shop.dir, 'saved', 'today.xlsx'), title.en, (sheet) => {
      const heading = (sheet.getRow(1).values as string[]).map(String)
      const cell = (label: string) => sheet.getRow(3).getCell(heading.lastIndexOf(label)).dataValidation
      expect(cell('Result')).toMatchObject({ type: 'list', errorStyle: 'warning' })
      expect(String(cell('Result').formulae[0])).toContain('interested,ordered')
      expect(cell('Next date')).toMatchObject({ type: 'date', operator: 'greaterThan' })
    })
  })
})
