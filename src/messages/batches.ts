import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** How `crm imports` and `crm undo` speak of one batch. */
export const batchWords = bilingual(
  {
    commands: {
      import: 'import',
      log: 'contact',
      done: 'done',
      snooze: 'put off',
      skip: 'skipped',
      add: 'new customer',
      edit: 'edited',
      tag: 'tags',
      block: 'blocked',
      unblock: 'unblocked',
      config: 'setting',
      rates: 'rates',
      formats: 'forgotten columns',
      demo: 'demo',
    } as Readonly<Record<string, string>>,
    instant: 'Instant (UTC)',
    file: (name: string, sheet: string) => (sheet === '' ? name : `${name} › ${sheet}`),
    orders: (inserted: number, updated: number) => `${plural(inserted, 'order')} new, ${updated} updated`,
    customers: (inserted: number, updated: number) => `${plural(inserted, 'customer')} new, ${updated} updated`,
    counted: (file: string, counts: string) => `${file}: ${counts}`,
    listed: '; ',
    left: (shown: readonly string[], count: number) =>
      `${plural(count, 'customer')} without orders now stay in the lists because of your own notes, tags or blocks: ${shown.join(', ')}${count > shown.length ? ' …' : ''}`,
    note: 'To take one back: crm undo BATCH',
    none: 'Nothing was imported or decided yet.',
  },
  {
    commands: {
      import: '导入',
      log: '跟进记录',
      done: '已跟进',
      snooze: '推迟',
      skip: '跳过',
      add: '新增客户',
      edit: '修改',
      tag: '标签',
      block: '摘牌',
      unblock: '恢复往来',
      config: '设置',
      rates: '汇率',
      formats: '不再记住的列',
      demo: '演示',
    },
    instant: '时间（UTC）',
    file: (name, sheet) => (sheet === '' ? name : `${name} › ${sheet}`),
    orders: (inserted, updated) => `新增订单 ${inserted}，更新 ${updated}`,
    customers: (inserted, updated) => `新增客户 ${inserted}，更新 ${updated}`,
    counted: (file, counts) => `${file}：${counts}`,
    listed: '；',
    left: (shown, count) =>
      `有 ${count} 位客户已没有订单，因为您写过跟进、打过标签或摘过牌，仍留在名单里：${shown.join('、')}${count > shown.length ? ' ……' : ''}`,
    note: '撤销某一批：crm undo 批次号',
    none: '还没有导入过，也没有操作记录。',
  },
)
