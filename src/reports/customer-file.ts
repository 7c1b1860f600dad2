import { type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import type { Column, Table } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { reasonOf } from './due-table.js'
import { type ShowInput, show } from './show.js'

/** Things to do told at most, and how far ahead. */
const MOST = 3
const AHEAD_DAYS = 14

const words = bilingual(
  {
    title: 'Customer file',
    purpose: 'One customer on paper: who it is, how to reach them, what to do next, orders, contacts and complaints.',
    todo: (day: string, reason: string, advice: string) => `By ${day}: ${reason} – ${advice}.`,
    now: (reason: string, advice: string) => `Now: ${reason} – ${advice}.`,
    nothing: (days: number) => `Nothing is due of this customer in the next ${days} days.`,
  },
  {
    title: '客户档案',
    purpose: '打印用的一位客户：是谁、怎么联系、接下来做什么、订单、跟进记录和投诉。',
    todo: (day, reason, advice) => `${day} 前：${reason}——${advice}。`,
    now: (reason, advice) => `现在：${reason}——${advice}。`,
    nothing: (days) => `未来${days}天没有要跟进的事。`,
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

/** What is due, the nearest first, with what to say. */
function todo({ dues, customer, asOf, lang }: ShowInput): readonly string[] {
  const say = words[lang]
  const items = dues()
    .items(customer)
    .filter(({ dueOn }) => dueOn <= asOf + AHEAD_DAYS)
  const told = items.slice(0, MOST).map((item) => {
    const [reason, advice] = [reasonOf(item, lang), item.rule.words[lang].advice(item.cause)]
    return item.dueOn <= asOf ? say.now(reason, advice) : say.todo(dateOf(item.dueOn), reason, advice)
  })
  return told.length > 0 ? told : [say.nothing(AHEAD_DAYS)]
}

/** On paper every column has room but those nobody looks up there; tables without rows say why. */
function printed(table: Table): Table {
  return { ...table, columns: table.columns.filter((column: Column) => !PLACES.has(column.key)) }
}
