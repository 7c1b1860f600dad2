import type { FlowChart } from '../../core/report/chart.js'
import { barPlot } from './bars.js'
import { figuresTable } from './figures-table.js'
import type { DrawnForm } from './form.js'
import { colors } from './markup.js'

/** Two bars a name, before and now, titled as what they show; who went where stands in the chart's table. */
export const flow: DrawnForm<FlowChart> = {
  as: 'drawing',
  figures: ({ table: { title }, from, to, fromLabel, toLabel, flows, measure }) => {
    const sum = (side: 'from' | 'to', at: number) =>
      flows.filter((each) => each[side] === at).reduce((total, { value }) => total + value, 0)
    const sideSum = (names: readonly string[], side: 'from' | 'to', name: string) =>
      names.includes(name) ? sum(side, names.indexOf(name)) : 0
    return figuresTable(
      title,
      [
        { kind: 'text', label: '' },
        { ...measure, label: fromLabel },
        { ...measure, label: toLabel },
      ],
      [...new Set([...from, ...to])].map((name) => [name, sideSum(from, 'from', name), sideSum(to, 'to', name)]),
    )
  },
  plot: (_, figures) =>
    barPlot(figures, {
      isLying: true,
      isStacked: false,
      series: [
        { at: 1, fill: colors.parts[1], labels: 'figures' },
        { at: 2, fill: colors.parts[0], labels: 'figures' },
      ],
    }),
}
