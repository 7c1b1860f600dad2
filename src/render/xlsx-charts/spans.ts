import type { SpansChart } from '../../core/report/chart.js'
import { formatValue } from '../value.js'
import { renderWords } from '../words.js'
import { barPlot } from './bars.js'
import { figuresTable } from './figures-table.js'
import type { DrawnForm } from './form.js'
import { colors } from './markup.js'

/** Lying bars that begin where the span begins: a stack whose first part is not painted. */
export const spans: DrawnForm<SpansChart> = {
  as: 'drawing',
  figures: ({ title, xLabel, spans: all, measure }, lang) => {
    const words = renderWords(lang)
    return figuresTable(
      title,
      [
        { kind: 'text', label: '' },
        { ...measure, label: words.spanFrom },
        { ...measure, label: words.spanLength(xLabel) },
        { ...measure, label: words.spanTo },
      ],
      all.map(({ label, told, from, to }) => [
        told === undefined ? label : words.aside(label, told),
        ...[from, to - from, to],
      ]),
    )
  },
  plot: ({ spans: all, xLabel, measure }, figures) =>
    barPlot(figures, {
      isLying: true,
      isStacked: true,
      series: [
        { at: 1 },
        {
          at: 2,
          fill: colors.parts[1],
          labels: all.map(({ from, to }) =>
            [from, to].map((value) => formatValue(value, measure, figures.lang)).join('–'),
          ),
        },
      ],
      axisTitle: xLabel,
    }),
}
