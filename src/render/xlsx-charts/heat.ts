import type { HeatChart } from '../../core/report/chart.js'
import { renderWords } from '../words.js'
import { figuresTable } from './figures-table.js'
import type { ChartForm } from './form.js'

/** The grid itself, a cell a field. */
export const heat: ChartForm<HeatChart> = {
  as: 'cells',
  figures: ({ table, xLabel, yLabel, columns, rows, cells, measure }, lang) =>
    figuresTable(
      renderWords(lang).grid(table.title),
      [{ kind: 'text', label: `${yLabel} ↓ · ${xLabel} →` }, ...columns.map((label) => ({ ...measure, label }))],
      rows.map((head, at) => [head, ...(cells[at] ?? []).map(({ value }) => value)]),
    ),
}
