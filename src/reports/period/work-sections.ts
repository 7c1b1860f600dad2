import { givenIn } from '../../core/follow-up/care/gifts.js'
import { isOpen } from '../../core/follow-up/feedback/feedback.js'
import { finishOther, hiddenIfEmpty } from '../../core/report/build.js'
import { spanCode } from '../../core/value/span.js'
import { civilDate } from '../../core/values/calendar.js'
import { careOver } from '../care.js'
import { outcomesTable, spendTable } from '../care-tables.js'
import { dueTable } from '../due-table.js'
import { feedbackTable } from '../feedback-table.js'
import { activityIn, teamTable } from '../team.js'
import { spanLabel } from './span-label.js'
import type { PeriodSection, PeriodView } from './view.js'
import { periodWords } from './words.js'

/** Whom to contact, as of the day the report is asked for; of a period that is over for machines alone. */
export const dueSection: PeriodSection = {
  key: 'due',
  needsNoOrders: true,
  build: (view) => {
    const { input, now, lines, isOver } = view
    const { shape, mostDue } = input
    const told = isOver && input.hasTablesForMachines === false ? [] : lines
    const limited = { ...dueTable(now, told, 0), ...(mostDue === undefined || isOver ? {} : { most: mostDue }) }
    const table = finishOther({ ...limited, reason: nobodyDue(view) }, isOver ? {} : shape)
    const more = table.omitted > 0 ? [periodWords[input.lang].moreDue(table.omitted)] : []
    return isOver ? { tables: [{ ...table, isForMachines: true }] } : { tables: [table], notes: more }
  },
}

function nobodyDue({ input: { lang, filter } }: PeriodView): string {
  const say = periodWords[lang]
  return filter === undefined ? say.nobodyDue : say.nobodyOf(filter.text)
}

/** The open complaints one by one, the oldest first; nothing where none is. */
export const complaintsSection: PeriodSection = {
  key: 'complaints',
  needsNoOrders: true,
  build: ({ input, now, includesNow }) => {
    const say = periodWords[input.lang]
    const open = now
      .voice()
      .feedback.filter((one) => one.kind === 'complaint' && isOpen(one) && includesNow(one.customer))
      .sort((a, b) => (a.openSince ?? 0) - (b.openSince ?? 0))
    const table = finishOther({ ...feedbackTable(now, say.complaints, open), key: 'complaints' }, input.shape)
    const isTold = open.length > 0
    return {
      tables: [isTold ? table : { ...table, isForMachines: true }],
      notes: isTold ? [say.complaintsNote] : [],
    }
  },
}

/** What each person did in the period: contacts, items done in time, late or missed, leads won, sales (R32). */
export const teamSection: PeriodSection = {
  key: 'team',
  needsNoOrders: true,
  build: ({ input, now, span, includes, includesNow }) => {
    const isOwn = (customer: number) => includes(customer) && includesNow(customer)
    const rows = activityIn({ ...now, days: span, filter: { text: '', unknownTags: [], includes: isOwn } })
    const table = finishOther(teamTable(now, rows), input.shape)
    return { tables: [rows.length > 0 ? table : { ...table, isForMachines: true }] }
  },
}

/** Care planned, done and missed in the period, and the year's gifts (R21). */
export const careSection: PeriodSection = {
  key: 'care',
  needsNoOrders: true,
  build: ({ input, now, span }) => {
    const named = { code: spanCode(span), name: spanLabel(span, input.lang), span: [span.from + 1, span.to] } as const
    const { gifts, periods } = careOver(now, [named])
    const { year } = civilDate(span.to)
    const ofYear = givenIn(gifts, year).filter(({ on }) => on <= span.to)
    const tables = [outcomesTable(now, periods), spendTable(now, ofYear, year)]
    return { tables: tables.map((table) => hiddenIfEmpty(finishOther(table, input.shape))) }
  },
}
