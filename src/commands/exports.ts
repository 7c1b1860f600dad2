import type { Context } from '../context.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { bilingual } from '../core/values/lang.js'
import { reports } from '../reports/index.js'
import { listExports } from '../store/exports.js'
import { timeIn } from './imports.js'
import { plainReport } from './plain-report.js'
import { zoneOf } from './zone.js'

const words = bilingual(
  {
    title: 'Exports of contacts',
    none: 'No list with contacts was written yet. One is written by: crm contacts -o list.xlsx',
    note: 'Reachable: customers of whom a phone, an e-mail, an account or an address is in the file, each once. A list that is out stays noted, whatever is undone later. What is only looked at is not noted.',
    columns: {
      ...{ when: 'When', madeAt: 'Instant', report: 'What', about: 'Of whom', customers: 'Reachable' },
      ...{ file: 'File', format: 'Format', masked: 'Masked' },
    },
    handedOver: 'handed to another program',
    yes: 'yes',
    everybody: 'everybody',
    all: 'All data',
    copy: 'Backup',
  },
  {
    title: '联系方式导出记录',
    none: '还没有导出过带联系方式的名单。导出：crm contacts -o 名单.xlsx',
    note: '可联系客户数：文件里有其电话、邮箱、账号或地址的客户，每人计一次。名单一旦写出，记录就保留，以后撤销别的操作也不会消失。只在屏幕上看的不记。',
    columns: {
      ...{ when: '时间', madeAt: '时刻', report: '内容', about: '范围', customers: '可联系客户数' },
      ...{ file: '文件', format: '格式', masked: '是否打码' },
    },
    handedOver: '交给其他程序',
    yes: '是',
    everybody: '全部',
    all: '全部数据',
    copy: '备份',
  },
)

/** `crm exports`: every list with contacts that was written, newest first (R34). */
export async function exportsCommand(_args: object, context: Context): Promise<number> {
  const ledger = await context.readLedger()
  const say = context.words(words)
  const zone = zoneOf(context, ledger)
  const made = listExports(ledger)
  const titles = Object.fromEntries(reports.map(({ name, words: own }) => [name, own[context.lang].title]))
  const label = say.columns
  const columns: Column[] = [
    { key: 'when', kind: 'text', label: label.when, isWhole: true },
    { key: 'madeAt', kind: 'text', label: label.madeAt, wide: true },
    { key: 'report', kind: 'text', label: label.report, words: { ...titles, 'export-all': say.all, backup: say.copy } },
    { key: 'about', kind: 'text', label: label.about, words: { '': say.everybody } },
    { key: 'customers', kind: 'count', label: label.customers },
    { key: 'format', kind: 'text', label: label.format },
    { key: 'masked', kind: 'text', label: label.masked, words: { yes: say.yes } },
    { key: 'file', kind: 'text', label: label.file, words: { '': say.handedOver } },
  ]
  const table = draft('exports', say.title, columns, made, ({ madeAt, isMasked, ...one }) => ({
    ...{ when: timeIn(zone, madeAt), madeAt, masked: isMasked ? 'yes' : null, ...one },
  }))
  const summary = { exports: made.length }
  const notes = [made.length === 0 ? say.none : say.note]
  await context.output(plainReport(context, { name: 'exports', title: say.title, summary, notes }, [table]))
  return 0
}
