import { byStrength } from '../core/follow-up/ranking.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import type { Column, Table } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { reasonOf } from './due-table.js'
import { type ShowInput, show } from './show.js'
import { itemsTold } from './show-tables.js'

/** Things to do told at most, and how far ahead. */
const MOST = 3
const AHEAD_DAYS = 14

const words = bilingual(
  {
    title: 'Customer file',
    purpose: 'One customer on paper: who it is, how to reach them, what to do next, orders, contacts and complaints.',
    todo: (day: string, what: string) => `By ${day}: ${what}.`,
    now: (what: string) => `Now: ${what}.`,
    what: (reason: string, advice: string) => `${reason} – ${advice}`,
    alike: (n: number) => (n === 0 ? '' : `, and ${n} more of this kind at the same time`),
    nothing: (days: number) => `Nothing is due of this customer in the next ${days} days.`,
    refuses:
      'This customer does not agree to be written to (crm show): complaints and days agreed on alone are named here, nothing that sells.',
  },
  {
    title: '客户档案',
    purpose: '打印用的一位客户：是谁、怎么联系、接下来做什么、订单、跟进记录和投诉。',
    todo: (day, what) => `${day} 前：${what}。`,
    now: (what) => `现在：${what}。`,
    what: (reason, advice) => `${reason}——${advice}`,
    alike: (n) => (n === 0 ? '' : `，另有${n}件同类的事一并处理`),
    nothing: (days) => `未来${days}天没有要跟进的事。`,
    refuses: '这位客户不同意接收消息（见 crm show）：这里只列投诉和约定好的事，不列营销类的事。',
  },
)

/** Where a value or a row came from is for the screen, not for paper. */
const PLACES: ReadonlySet<string> = new Set(['file', 'sheet', 'row'])
const UNPRINTED = 'values'

/** A customer's whole file, as `show` has it, arranged for print: what to do next first, and no places in files. */
export const customerFile: ReportDefinition<ShowInput> = {
  name: 'customer',
  words,
  build(input) {
    const shown = show.build(input)
    const { title } = reportHead(customerFile, input, null)
    const { id, name, key } = input.snapshot.customers[input.customer]!
    const report: Report = {
      ...shown,
      name: customerFile.name,
      title: `${title} · ${name ?? key ?? id}`,
      actions: todo(input),
      tables: shown.tables.filter((table) => table.key !== UNPRINTED).map(printed),
    }
    return report
  },
}

/** What to do, with what to say: what is due before what is to come; of who refuses messages only what is no marketing, and why (R24). */
function todo(input: ShowInput): readonly string[] {
  const { customer, snapshot, asOf, lang } = input
  const say = words[lang]
  const isRefusing = snapshot.customers[customer]!.consent === 'no'
  const items = itemsTold(input)
    .filter(({ dueOn, isHeldBack }) => dueOn <= asOf + AHEAD_DAYS && !isHeldBack)
    .filter(({ isUrgent, rule }) => !isRefusing || isUrgent === true || rule.isAboutBlocked === true)
  const told = alike(items.toSorted(nearestFirst(asOf)))
    .slice(0, MOST)
    .map(([item, ...others]) => {
      const { advice } = item.rule.words[lang]
      const what = say.what(reasonOf(item, lang), advice(item.cause)) + say.alike(others.length)
      return item.dueOn <= asOf ? say.now(what) : say.todo(dateOf(item.dueOn + item.calendarAheadDays), what)
    })
  if (isRefusing) return [...told, say.refuses]
  return told.length > 0 ? told : [say.nothing(AHEAD_DAYS)]
}

/** What is due in the order of the due list, then what is to come by its day. */
function nearestFirst(asOf: Day): (a: DueItem, b: DueItem) => number {
  const inOrder = byStrength(asOf)
  return (a, b) => Math.max(a.dueOn, asOf) - Math.max(b.dueOn, asOf) || inOrder(a, b)
}

/** Items of one rule together, for one call does for the orders of three weeks; complaints and days agreed on are each a thing of their own. */
function alike(items: readonly DueItem[]): [DueItem, ...DueItem[]][] {
  const groups = new Map<string, [DueItem, ...DueItem[]]>()
  for (const item of items) {
    const kind = item.isUrgent === true ? item.key : item.rule.name
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/** On paper every column has room but those nobody looks up there; tables without rows say why. */
function printed(table: Table): Table {
  return { ...table, columns: table.columns.filter((column: Column) => !PLACES.has(column.key)) }
}
