import { finishOther } from '../../core/report/build.js'
import { gradesOn } from '../../core/value/grades/grades.js'
import { indicatorBasis } from '../../core/value/indicators/basis.js'
import {
  INDICATOR_KEYS,
  indicatorsReader,
  isHalfKnown,
  isOfRecordsAlone,
  untoldIndicators,
} from '../../core/value/indicators.js'
import { comparedWith, monthsUpTo, type Period } from '../../core/value/period.js'
import { monthOfDay } from '../../core/values/month.js'
import { blankNotes } from '../kpi-blanks.js'
import { indicatorsTable, monthsTable, type Told } from '../kpi-tables.js'
import { revenueCharts } from '../revenue-chart.js'
import type { PeriodSection, PeriodView } from './view.js'

/** Months told up to the end of the period. */
const MONTHS = 12

/** Every indicator of a month or quarter beside the period before and a year before, and by month (ALGORITHMS §8, §10), as `crm kpi` tells them. */
export const indicatorsSection: PeriodSection = {
  key: 'indicators',
  build: (view) => {
    const { input, span } = view
    if (span.kind === 'week') return { tables: [] }
    const basis = indicatorBasis(input, referredOf(view))
    const figuresOf = indicatorsReader(basis)
    const tell = (period: Period): Told => ({ period, figures: figuresOf(period) })
    const { previous, yearBefore } = comparedWith(span)
    // As in the key figures: against a period told in part everything would have grown.
    const tellOther = (period: Period): Told => ({ ...tell(period), isInPart: isHalfKnown(basis, period) })
    const compared = { now: tell(span), previous: tellOther(previous), yearBefore: tellOther(yearBefore) }
    const untold = untoldIndicators(basis)
    const months = monthsUpTo(span, monthsTold(view), input.asOf).map(tell)
    const hidden = isOfRecordsAlone(basis) ? { isForMachines: true } : {}
    // Whoever reads the report sees every indicator and every month.
    const shape = { ...input.shape, limit: undefined }
    const monthsShown = { ...finishOther(monthsTable(input, months, untold), shape), ...hidden }
    return {
      tables: [finishOther(indicatorsTable(input, compared, months, untold), shape), monthsShown],
      charts: revenueCharts(input, months, monthsShown),
      notes: untold.length < INDICATOR_KEYS.length ? blankNotes(basis, compared, [], input.lang) : [],
    }
  },
}

/** No more months than the ledger knows of. */
function monthsTold({ openedOn, span }: PeriodView): number {
  if (openedOn === null || openedOn > span.to) return 1
  return Math.min(MONTHS, monthOfDay(span.to) - monthOfDay(openedOn) + 1)
}

/** Customers of whom the seller said who referred them. */
function referredOf({ input }: PeriodView): ReadonlySet<number> {
  const { decidedCustomers, decision } = gradesOn(input.grades())
  return new Set(decidedCustomers.filter((customer) => decision(customer, 'referrer') !== null))
}
