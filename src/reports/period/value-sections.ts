import { finishOther, finishTable } from '../../core/report/build.js'
import type { Table } from '../../core/report/table.js'
import { dateOf } from '../../core/values/business-date.js'
import { cohortsTold } from '../cohorts.js'
import { cyclesCharts } from '../cycles-chart.js'
import { cyclesTable, knownCycles } from '../cycles-table.js'
import { filteredMoves } from '../filtered-moves.js'
import { gridCharts } from '../grid-chart.js'
import { migrationCharts } from '../migration-chart.js'
import { moversTable } from '../movers-table.js'
import { paretoCharts } from '../pareto-chart.js'
import { groupedBy } from '../per-table.js'
import { gridTables } from '../rfm-grid.js'
import { compareWith, flowsTable } from '../rfm-migration.js'
import { scoringNote } from '../rfm-notes.js'
import { segmentsTable } from '../rfm-tables.js'
import { classesTable } from '../tier-tables.js'
import type { PeriodSection } from './view.js'
import { periodWords } from './words.js'

/** Months of cohorts told. */
const MONTHS = 12

/** Tiers on the last day of the period. */
export const classesSection: PeriodSection = {
  key: 'classes',
  build: ({ input, chosen }) => ({
    tables: [finishTable(classesTable(input, chosen, input.value.measure))],
    charts: paretoCharts(input, chosen),
  }),
}

/** Who changed tier in the course of the period, and by what (R14). */
export const moversSection: PeriodSection = {
  key: 'movers',
  build: ({ input, span, standing, moved, isOver }) => {
    const table = moversTable({ ...input, since: span.from }, standing, moved.movers)
    const label = periodWords[input.lang].tierOn(dateOf(span.to))
    const columns = table.columns.map((column) => (isOver && column.key === 'now' ? { ...column, label } : column))
    return {
      tables: [finishOther({ ...table, columns }, input.shape)],
      notes: filteredMoves(input, 'tier', moved.all.length, moved.movers.length),
    }
  },
}

/** Customers and net revenue of each segment. */
export const segmentsSection: PeriodSection = {
  key: 'segments',
  build: ({ input, chosen }) => ({
    tables: [finishTable({ ...segmentsTable(input, chosen), reason: scoringNote(chosen.rfm, input.lang) })],
  }),
}

/** The same by recency and frequency; nothing where nobody is scored. */
export const gridSection: PeriodSection = {
  key: 'grid',
  build: ({ input, chosen }) => {
    const tables = gridTables(input, chosen).map((table): Table => {
      return { ...finishTable(table), ...(chosen.rfm.hasScores ? {} : { isForMachines: true }) }
    })
    return { tables, charts: tables.slice(0, 1).flatMap((table) => gridCharts(input, chosen, table)) }
  },
}

/** From which segment to which customers went in the course of the period. */
export const migrationSection: PeriodSection = {
  key: 'migration',
  build: ({ input, span, standing, isOver }) => {
    const comparison = { ...compareWith(input, standing, span.from), ...(isOver ? { until: span.to } : {}) }
    if (!comparison.earlier.rfm.hasScores || !standing.rfm.hasScores) return { tables: [] }
    const table = finishTable(flowsTable(input, standing, comparison))
    return { tables: [table], charts: migrationCharts(input, standing, comparison, table) }
  },
}

/** How many customers of each month came back in the months after (ALGORITHMS §8). */
export const cohortsSection: PeriodSection = {
  key: 'cohorts',
  build: ({ input, openedOn }) => {
    const { table, charts, notes } = cohortsTold({ ...input, months: MONTHS, cohortsBy: 'customers' })
    return openedOn === null ? { tables: [] } : { tables: [table], charts, notes }
  },
}

/** When customers usually come back (ALGORITHMS §3). */
export const cyclesSection: PeriodSection = {
  key: 'cycles',
  build: ({ input, standing }) => {
    const cycles = knownCycles(input.snapshot, standing)
    if (cycles.length === 0) return { tables: [] }
    const table = finishTable(cyclesTable(input, standing, cycles))
    return { tables: [table], charts: cyclesCharts(input, cycles, table) }
  },
}

/** Customers and what they are worth by country. */
export const countriesSection: PeriodSection = {
  key: 'countries',
  build: ({ input, chosen, includes }) => {
    const filter = { text: '', unknownTags: [], ...input.filter, includes }
    const per = { name: 'country', said: new Map(), shops: null, categories: null, priceBounds: [] } as const
    const { tables } = groupedBy({ ...input, per, filter }, chosen)
    return { tables: tables.map((table) => ({ ...table, key: 'countries' })) }
  },
}
