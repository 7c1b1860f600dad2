import { expect, test } from 'vitest'
import { masked } from '../../../src/core/report/masked.js'
import type { Report } from '../../../src/core/report/model.js'

/** One person's phone, e-mail, account and address, in every place a report has. */
const secrets = ['13800138000', '+8613800138000', '138 0013 8000', 'zhang@qq.com', 'wxid_zhang', '文三路']

const report: Report = {
  name: 'show',
  title: '客户档案 · 13800138000',
  asOf: '2026-08-31',
  window: null,
  currency: 'CNY',
  only: 'phone:13800138000',
  params: { customer: 'c1', filter: 'phone:13800138000' },
  summary: {
    name: '张三',
    details: { wechat: 'wxid_zhang', contacts: 'Bob / +8613800138000' },
    phone: '+8613800138000',
  },
  actions: ['给张三打电话（13800138000）：约好发到 zhang@qq.com。'],
  facts: [
    { label: '电话', kind: 'phone', value: '+8613800138000' },
    { label: '邮箱', kind: 'email', value: 'zhang@qq.com' },
    { label: '微信号', kind: 'text', value: 'wxid_zhang', person: 'wechat' },
    { label: '地址', kind: 'text', value: '浙江省杭州市西湖区文三路12号', person: 'street' },
    { label: '备注', kind: 'text', value: '家里电话 138 0013 8000' },
    { label: '净销售额', kind: 'money', value: 13800138000, currency: 'CNY' },
  ],
  tables: [
    {
      key: 'rows',
      title: 'Rows',
      columns: [
        { key: 'name', kind: 'text', label: '姓名', person: 'name' },
        { key: 'key', kind: 'id', label: '平台客户号' },
        { key: 'order', kind: 'id', label: '订单号' },
        { key: 'phones', kind: 'phone', label: '其他电话' },
        { key: 'contact', kind: 'text', label: '联系方式', person: 'reach' },
        { key: 'field', kind: 'text', label: '字段' },
        {
          key: 'value',
          kind: 'text',
          label: '内容',
          personIn: { cell: 'field', by: { wechat: 'wechat', address: 'street' } },
        },
        { key: 'reasons', kind: 'text', label: '原因' },
        { key: 'on', kind: 'date', label: '日期' },
        { key: 'rowKey', kind: 'text', label: '行号', entry: { kind: 'key', hint: '' } },
      ],
      rows: [
        {
          name: '张三',
          key: '13800138000',
          order: '2608311380013800001',
          phones: ['+8613800138000', '+15417543000'],
          contact: 'wxid_zhang',
          field: 'wechat',
          value: 'wxid_zhang',
          reasons: ['call 13800138000', 'since 2026-08-31'],
          on: '2026-08-31',
          rowKey: 'abc:20696:c1:138001380001',
        },
        {
          name: '李四',
          key: null,
          order: null,
          phones: null,
          contact: null,
          field: 'address',
          value: '西湖区文三路',
          reasons: null,
          on: null,
        },
      ],
      omitted: 0,
    },
  ],
  calendar: [
    {
      id: 'x-13800138000',
      on: '2026-08-31' as never,
      customer: 'c1',
      summary: '张三',
      description: '电话 13800138000',
    },
  ],
  notes: ['Ask zhang@qq.com.'],
}

test('nothing that leads to the person is left; names, days, amounts and keys of rows are', () => {
  const { facts, tables, calendar, ...rest } = masked(report, 'zh')
  const text = JSON.stringify({ facts: facts.filter(({ kind }) => kind !== 'money'), rest })
  for (const secret of secrets) expect(text).not.toContain(secret)
  const [row, other] = tables[0]!.rows
  expect(row).toEqual({
    ...{ name: '张三', key: '138****8000', order: '2608311380013800001', contact: 'w***' },
    ...{ phones: ['138****8000', '+154****00'], field: 'wechat', value: 'w***' },
    ...{ reasons: ['call 138****8000', 'since 2026-08-31'], on: '2026-08-31' },
    rowKey: 'abc:20696:c1:138001380001',
  })
  expect(other!.value).toBe('西湖区***')
  expect(facts.at(-1)!.value).toBe(13800138000)
  expect(calendar).toEqual([{ ...report.calendar![0], description: '电话 138****8000' }])
  expect(rest.params).toEqual({ customer: 'c1', filter: 'phone:138****8000', isMasked: true })
  expect(rest.summary).toEqual({
    name: '张三',
    details: { wechat: 'w***', contacts: 'Bob / 138****8000' },
    phone: '138****8000',
  })
  expect(rest.notes.at(-1)).toContain('--mask')
})

test('a report stays as it was', () => {
  const before = JSON.stringify(report)
  masked(report, 'en')
  expect(JSON.stringify(report)).toBe(before)
})
