import { expect, test } from 'vitest'
import { emptyShop } from './shop.js'

test('the share of complete files by tier, who lacks what, and what the due list asks for go by one setting (R8, R24)', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [
    'Order,Date,Customer,Phone,Amount',
    '1,2026-06-01,Ann,13800000001,700',
    '2,2026-06-02,Ben,13800000002,90',
    '3,2026-08-03,Cid,,160',
    '4,2026-08-04,Dan,13800000004,50',
  ])
  for (const argv of [
    ['import', 'orders.csv'],
    ['edit', 'Ann', '--birthday', '05-03', '--interests', 'tea'],
    ['edit', 'Ben', '--birthday', '1990-01-02'],
  ])
    expect((await shop.crm(...argv)).code, argv.join(' ')).toBe(0)
  const files = async () => {
    const { tables } = (await shop.json('kpi')) as unknown as {
      readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, unknown>[] }[]
    }
    return tables
      .find(({ key }) => key === 'files')!
      .rows.map(({ tier, customers, complete, mostMissing }) => [tier, customers, complete, mostMissing])
  }
  // Of 1,000: Ann 700 A, Cid 160 A, Ben 90 B, Dan 50 C.
  expect(await files()).toEqual([
    ['A', 2, 1, 'phone'],
    ['B', 1, 1, null],
    ['C', 1, 1, null],
    ['U', 0, 0, null],
  ])
  const lacking = async (filter: string) =>
    (await shop.json('list', filter, '--columns', 'name,missing')).rows.map(({ name, missing }) => [name, missing])
  expect(await lacking('tier:A missing:birthday')).toEqual([['Cid', ['phone', 'birthday', 'interests']]])
  // By its name a fact is missing wherever it is not known; the column has what the file should hold.
  expect(await lacking('missing:birthday')).toEqual([
    ['Cid', ['phone', 'birthday', 'interests']],
    ['Dan', []],
  ])
  expect((await shop.json('show', 'Cid')).summary.missing).toEqual(['phone', 'birthday', 'interests'])
  expect((await shop.crm('show', 'Cid', '--lang', 'zh')).out).toMatch(/档案缺少 +电话、生日、兴趣偏好/)
  const asked = async () =>
    (await shop.json('due', '--days', '90')).rows.find(({ name }) => name === 'Ann')!.advice as string[]
  expect((await asked()).join()).not.toContain('ask for')
  await shop.crm('config', 'set', 'file.a', '生日,国家/地区')
  expect(await asked()).toContain('ask for country')
  expect((await files())[0]).toEqual(['A', 2, 0, 'country'])
  await shop.crm('block', 'Cid', '--reason', 'abuse')
  expect((await files())[0]).toEqual(['A', 1, 0, 'country'])
  expect((await shop.crm('kpi', '--lang', 'zh')).out).toContain('2026-09-01 各类客户的档案完整度')
  expect((await shop.crm('config', 'set', 'file.a', 'shoe size', '--lang', 'en')).err).toContain('some of reach, name')
})
