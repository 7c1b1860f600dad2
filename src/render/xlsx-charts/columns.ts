import type { ColumnsChart } from '../../core/report/chart.js'
import { barPlot } from './bars.js'
import { figuresTable } from './figures-table.js'
import type { DrawnForm } from './form.js'
import { colors } from './markup.js'

/** Stacked columns. */
export const columns: DrawnForm<ColumnsChart> = {
  as: 'drawing',
  figures: ({ title, columns: heads, parts, measure }) =>
    figuresTable(
      title,
      [{ kind: 'text', label: '' }, ...parts.map(({ label }) => ({ ...measure, label }))],
      parts.length === 0 ? [] : heads.map((head, at) => [head, ...parts.map(({ values }) => values[at] ?? null)]),
    ),
  plot: ({ parts, yLabel }, figures) =>
    barPlot(figures, {
      isLying: false,
      isStacked: true,
      series: parts.map((_, at) => ({ at: at + 1, fill: colors.parts[at % colors.parts.length]! })),
      axisTitle: yLabel,
    }),
}
