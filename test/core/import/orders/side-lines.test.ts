import { describe, expect, test } from 'vitest'
import { isSideLine } from '../../../../src/core/import/orders/side-lines.js'

describe('a line of a printed list', () => {
  test.each([
    ...['Page 2 of 2', 'page 2', 'Page: 2/3', 'Seite 2 von 3', 'Side 2 af 3', 'Sida 2 av 3', 'Pagina 2 di 3'],
    ...['第2页', '第 2 页 共 3 页', '第2页/共3页', '第 2 页，共 3 页', '共3页', '- 第 2 頁 -', '页码：2/3', '第二页'],
    ...['Printed on 2024-05-30', 'Printed: 30 May 2024 09:00', 'Exported at 09:00', 'Print date: 2024-05-30'],
    ...['打印日期：2024-05-30', '打印时间: 2024/5/30 9:00', '制表日期 2024年5月30日', '导出时间：2024-05-30'],
    ...['April 2024', 'Apr 2024', 'april 2024', 'März 2024', '2024年4月', '2024 年 4 月份', '四月', '4月', '2024-04'],
  ])('is %s alone in its row', (text) => {
    expect(isSideLine([text, '', '', ''])).toBe(true)
    expect(isSideLine(['', '', text])).toBe(true)
  })

  test('has the day it was printed beside its number', () => {
    expect(isSideLine(['Page 2 of 2', '', 'Printed on 2024-05-30'])).toBe(true)
    expect(isSideLine(['第2页', '共3页', ''])).toBe(true)
  })

  test.each([
    ...['Page', 'Page Miller', 'Side table', 'Larry Page', 'Page 2 Books', 'April', 'May', 'June Carter', 'Mai'],
    ...[
      'Printed mug',
      'Printed by hand',
      '打印纸',
      '打印机',
      '第2页书签',
      '第五元素',
      '共享单车',
      '2024-04-05',
      '5月3日',
    ],
    ...['四月天', '三月桂花', '1001', '2024', 'Summer 2024', 'Marsala 2019', '', '12.50'],
  ])('is none: %s', (text) => expect(isSideLine([text, '', ''])).toBe(false))

  test('is none beside values, and no month where items stand', () => {
    expect(isSideLine(['April 2024', '', '19.50'])).toBe(false)
    expect(isSideLine(['Page 2', 'Ann', '2024-04-05'])).toBe(false)
    expect(isSideLine(['', 'April 2024', ''], { products: [1], id: [0] })).toBe(false)
    expect(isSideLine(['April 2024', '', ''], { products: [1], id: [0] })).toBe(true)
    expect(isSideLine(['2024-04', '', ''], { products: [1], id: [0] })).toBe(false)
    expect(isSideLine([202_404, '', ''])).toBe(false)
  })
})
