import type { DueItem } from '../core/follow-up/rule.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { itemCells, methodCells, methodColumns, ruleWords } from './due-table.js'
import type { CustomerInput } from './show-tables.js'
import { showWords } from './show-words.js'
import { whyWords as words } from './why-words.js'

/** Every rule that holds something for the customer, with the method and the number of gaps behind it. */
export function firedTable(input: CustomerInput): TableDraft {
  const say = words[input.lang]
  const { empty } = showWords[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const { blocked } = input.snapshot.customers[input.customer]!
  const items = input.dues().items(input.customer)
  const columns: Column[] = [
    column('rule', { words: ruleWords(input.rules, input.lang) }),
    column('reason'),
    column('dueOn'),
    column('overdueDays'),
    column('lastSensibleOn'),
    column('stakeMinor'),
    { key: 'stakeOfMinor', kind: 'money', label: say.stakeOf, ...currencyOf(input.snapshot.currency) },
    { key: 'stakeShare', kind: 'percent', label: say.stakeShare },
    ...methodColumns(input.lang),
  ]
  const table = draft('due', say.due, columns, items, (item) => ({
    ...itemCells(item, input.asOf, input.lang),
    ...methodCells(item),
    ...stakeCells(input, item),
  }))
  return { ...table, reason: blocked ? empty.blocked : empty.due }
}

/** What a stake is part of and which part (ALGORITHMS §5); of a lead, what its sale may bring stands in the reason. */
function stakeCells(input: CustomerInput, item: DueItem) {
  const parts = input.dues().stakeParts(item)
  return {
    stakeOfMinor: parts === null ? null : Math.round(parts.ofMinor),
    stakeShare: parts === null ? null : parts.share,
  }
}
