import { describe, expect, test } from 'vitest'
import { reminderReader } from '../../../src/core/follow-up/reminders.js'
import { settingNamed, settingsOfLedger } from '../../../src/core/settings/index.js'
import { reminderDays } from '../../../src/core/settings/reminders.js'
import { purchasesOf } from '../../support/purchases.js'
import { snapshotOf } from '../../support/snapshot.js'

const bought = purchasesOf([
  [
    [100, 'CUP'],
    [110, 'FILTER-10'],
    [120, 'FILTER-10'],
    [130, 'filter-20'],
  ],
  [[115, 'CUP']],
])
/** In order of SKU: CUP, FILTER-10, filter-20. */
const categories = ['Tableware', 'Filters', 'Filters']

const snapshot = { ...snapshotOf([{ id: 'a' }, { id: 'b' }]), purchases: () => bought, categories: () => categories }

/** What customers are reminded of, as `SKU@day+days`. */
function reminded(settings: Readonly<Record<string, string>>, asOf = 200, customer = 0) {
  const reminders = reminderReader(snapshot, asOf, new Map(Object.entries(settings)))
  return reminders(customer).map(({ product, boughtOn, afterDays }) => `${product.sku}@${boughtOn}+${afterDays}`)
}

describe('reminders of products', () => {
  test('by SKU, in any case and width, since the last purchase', () => {
    expect(reminded({ 'after.filter-10': '180' })).toEqual(['FILTER-10@120+180'])
    expect(reminded({ 'after.filter-20': '180' })).toEqual(['filter-20@130+180'])
    expect(reminded({ 'after.filter-10': '180' }, 115)).toEqual(['FILTER-10@110+180'])
    expect(reminded({ 'after.filter-10': '180' }, 200, 1)).toEqual([])
    expect(settingNamed('AFTER.ＦＩＬＴＥＲ-10', [])?.name).toBe('after.filter-10')
  })

  test('by category each product by itself, what is set of a product first', () => {
    expect(reminded({ 'after.filters': '90' })).toEqual(['FILTER-10@120+90', 'filter-20@130+90'])
    expect(reminded({ 'after.filters': '90', 'after.filter-10': '30' })).toEqual([
      'FILTER-10@120+30',
      'filter-20@130+90',
    ])
    expect(reminded({ 'after.filters': '90', 'after.filter-10': 'off' })).toEqual(['filter-20@130+90'])
  })

  test('nothing is read where nobody set any, and no categories where every name is that of a SKU', () => {
    const unread = () => {
      throw new Error('read')
    }
    expect(reminderReader({ ...snapshot, purchases: unread }, 200, new Map([['due.reminder', 'on']]))(0)).toEqual([])
    const bySku = reminderReader({ ...snapshot, categories: unread }, 200, new Map([['after.cup', '5']]))
    expect(bySku(1)).toHaveLength(1)
  })
})

describe('the settings of reminders', () => {
  test('take whole days or off', () => {
    const setting = settingNamed('after.净水器 滤芯', [])!
    expect(setting.name).toBe('after.净水器 滤芯')
    expect(['180', '1', '3650', 'off', '关'].map((typed) => setting.read(typed))).toEqual([
      ...['180', '1', '3650', 'off', 'off'],
    ])
    expect(['0', '3651', '1.5', '-3', 'soon', ''].map((typed) => setting.read(typed))).toEqual(Array(6).fill(null))
    expect(settingNamed('after.', [])).toBeNull()
    expect(settingNamed(`after.${'x'.repeat(201)}`, [])).toBeNull()
  })

  test('are listed once they are decided', () => {
    const decided = new Map([
      ['after.cup', '30'],
      ['due.reminder', 'off'],
    ])
    expect(settingsOfLedger(decided, []).map(({ name }) => name)).toEqual(['after.cup'])
    expect(reminderDays(decided)).toEqual(new Map([['cup', 30]]))
  })
})
