import type { Chart } from '../../core/report/chart.js'
import { columns } from './columns.js'
import { curve } from './curve.js'
import { flow } from './flow.js'
import type { ChartForm, ChartForms } from './form.js'
import { heat } from './heat.js'
import { spans } from './spans.js'
import { steps } from './steps.js'

const forms: ChartForms = { curve, heat, columns, flow, steps, spans }

/** How a chart of this kind stands in a workbook. */
export function formOf<C extends Chart>(chart: C): ChartForm<C> {
  return forms[chart.kind] as unknown as ChartForm<C>
}
