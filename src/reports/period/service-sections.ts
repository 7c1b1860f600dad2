import { repeatedCauses } from '../../core/follow-up/feedback/causes.js'
import { feedbackMonths } from '../../core/follow-up/feedback/months.js'
import { productScores } from '../../core/follow-up/feedback/product-scores.js'
import { satisfactionQuarters } from '../../core/follow-up/feedback/quarters.js'
import { eachLead, type Lead } from '../../core/follow-up/leads/lead.js'
import type { TableDraft } from '../../core/report/build.js'
import { finishOther, finishTable, hiddenIfEmpty } from '../../core/report/build.js'
import { monthOfDay } from '../../core/values/month.js'
import { causesTable, monthsTable, productsTable, quartersTable } from '../feedback-summary.js'
import { funnelCharts } from '../funnel-chart.js'
import { conversionTable, levelsTable, reasonsTable, stagesTable } from '../leads-funnel.js'
import { leadViewer } from '../leads-view.js'
import { leadsWords } from '../leads-words.js'
import type { PeriodSection, PeriodView } from './view.js'

/** What the customers of the filter said, by the last day of the period. */
function saidIn({ input, includes }: PeriodView) {
  const { feedback, scores } = input.voice()
  const isOwn = ({ customer }: { readonly customer: number }) => includes(customer)
  return { feedback: feedback.filter(isOwn), scores: scores.filter(isOwn) }
}

/** Feedback of the period by month and category, and complaints that repeat (R26). */
export const feedbackSection: PeriodSection = {
  key: 'feedback',
  needsNoOrders: true,
  build: (view) => {
    const { input, span } = view
    const { feedback } = saidIn(view)
    const [first, last] = [monthOfDay(span.from + 1), monthOfDay(span.to)]
    const months = feedbackMonths(feedback).filter(({ month }) => month >= first && month <= last)
    const causes = repeatedCauses(feedback, input.asOf, input.goodsOf)
    const tables: TableDraft[] = [
      { ...monthsTable(input, months), key: 'feedbackMonths' },
      { ...causesTable(input, causes), key: 'feedbackCauses' },
    ]
    return { tables: tables.map((table) => hiddenIfEmpty(finishOther(table, input.shape))) }
  },
}

/** The answers of each quarter summed up, what was done about low ones, and scores by product (R27). */
export const satisfactionSection: PeriodSection = {
  key: 'satisfaction',
  needsNoOrders: true,
  build: (view) => {
    const { input } = view
    const { feedback, scores } = saidIn(view)
    const quarters = satisfactionQuarters(scores, input.snapshot.contacts, feedback)
    const tables: TableDraft[] = [
      { ...quartersTable(input, quarters), key: 'satisfactionQuarters' },
      { ...productsTable(input, productScores(scores, input.goodsOf)), key: 'satisfactionProducts' },
    ]
    return { tables: tables.map((table) => hiddenIfEmpty(finishOther(table, input.shape))) }
  },
}

/** Open leads by level and stage, and what became of the closed ones (R16). */
export const leadsSection: PeriodSection = {
  key: 'leads',
  needsNoOrders: true,
  build: ({ input, includes }) => {
    const known = [...eachLead(input.leads)].filter(({ customer }) => includes(customer))
    const open = known.filter(({ outcome }) => outcome === 'open').map(leadViewer(input))
    const say = leadsWords[input.lang]
    const source = ({ record }: Lead) => record.source
    const tables: TableDraft[] = [
      { ...levelsTable(input, open), key: 'leadLevels' },
      { ...stagesTable(input, known), key: 'leadStages' },
      { ...conversionTable(input, 'sources', known, source, say.noSource), key: 'leadSources' },
      { ...reasonsTable(input, known), key: 'leadsLost' },
    ]
    const shown = tables.map((table) => {
      const finished = finishTable(table)
      return known.length === 0 ? { ...finished, isForMachines: true } : hiddenIfEmpty(finished)
    })
    return { tables: shown, charts: funnelCharts(input, known, shown[1]!) }
  },
}
