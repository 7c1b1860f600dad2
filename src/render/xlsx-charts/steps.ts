import type { StepsChart } from '../../core/report/chart.js'
import { formatValue } from '../value.js'
import { barPlot } from './bars.js'
import { figuresTable } from './figures-table.js'
import type { DrawnForm } from './form.js'
import { colors } from './markup.js'

/** Lying bars from the first step down, each with its figure and what is told of it. */
export const steps: DrawnForm<StepsChart> = {
  as: 'drawing',
  figures: ({ title, steps: all, measure }) =>
    figuresTable(
      title,
      [
        { kind: 'text', label: '' },
        { ...measure, label: '' },
        { kind: 'text', label: '' },
      ],
      all.map(({ label, value, told }) => [label, value, told ?? null]),
    ),
  plot: ({ steps: all, measure }, figures) => {
    const labels = all.map(({ value, told }) =>
      told === undefined ? null : `${formatValue(value, measure, figures.lang)} · ${told}`,
    )
    return barPlot(figures, {
      isLying: true,
      isStacked: false,
      series: [{ at: 1, fill: colors.parts[0], labels }],
    })
  },
}
