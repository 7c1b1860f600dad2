import { numberFormat, sheetValue } from '../xlsx-cell.js'
import { AXES, nameAxis, valueAxis } from './axes.js'
import type { PlacedFigures, Plot } from './form.js'
import { axisFormat, colors, fillOf, lineOf, names, numbers, richText, seriesName, wordsOf, xmlText } from './markup.js'

/** Bars of one column of the figures; without a fill they only hold the next ones up. */
interface BarSeries {
  readonly at: number
  readonly fill?: string
  /** What stands at the bars: their figures, or a text each (null: the figure). */
  readonly labels?: 'figures' | readonly (string | null)[]
}

interface Bars {
  /** Lying bars read from the top, standing ones from the left. */
  readonly isLying: boolean
  readonly isStacked: boolean
  readonly series: readonly BarSeries[]
  readonly axisTitle?: string
}

const SIZE = 900
const LEAST_HEIGHT_PX = 300
const MOST_HEIGHT_PX = 560
/** Beside the bars: title, axis, legend. */
const FRAME_PX = 110
const NAME_PX = 24

/** Bars over the names in the first column. */
export function barPlot(figures: PlacedFigures, bars: Bars): Plot {
  const { isLying, isStacked, series } = bars
  const drawn = series.map((each, order) => seriesMarkup(figures, each, order, isStacked)).join('')
  const overlap = isStacked ? '<c:overlap val="100"/>' : ''
  const chart = `<c:barChart><c:barDir val="${isLying ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn}<c:gapWidth val="45"/>${overlap}${AXES}</c:barChart>`
  return {
    markup: chart + axes(figures, bars),
    hasLegend: series.filter(({ fill }) => fill !== undefined).length > 1,
    heightPx: isLying
      ? Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, FRAME_PX + figures.table.rows.length * NAME_PX))
      : LEAST_HEIGHT_PX,
  }
}

function axes(figures: PlacedFigures, { isLying, series, axisTitle }: Bars): string {
  const column = figures.table.columns[series[0]!.at]!
  const format = axisFormat(column, largest(figures, series), figures.lang)
  const title = axisTitle === undefined ? {} : { title: axisTitle }
  // Where every bar carries its figure an axis would only say it again.
  const isHidden = series.every(({ fill, labels }) => fill === undefined || labels === 'figures')
  const value = { id: 2, format, isHidden, lang: figures.lang, between: 'between', ...title } as const
  return isLying
    ? nameAxis('l', true) + valueAxis({ ...value, at: 'b', isAcross: true })
    : nameAxis('b', false) + valueAxis({ ...value, at: 'l' })
}

function largest({ table, lang }: PlacedFigures, series: readonly BarSeries[]): number {
  const values = series.flatMap(({ at }) => {
    const column = table.columns[at]!
    return table.rows.map((row) => Math.abs(Number(sheetValue(row[column.key], column, lang) ?? 0)))
  })
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function seriesMarkup(figures: PlacedFigures, series: BarSeries, order: number, isStacked: boolean): string {
  const { at, fill } = series
  const look = fill === undefined ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : fillOf(fill) + lineOf('FFFFFF', 0.75)
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/>${seriesName(figures, at)}<c:spPr>${look}</c:spPr><c:invertIfNegative val="0"/>${labelsOf(figures, series, isStacked)}${names(figures)}${numbers('val', figures, at)}</c:ser>`
}

// Excel refuses a workbook whose stacked bars have labels outside.
function labelsOf(figures: PlacedFigures, { at, labels }: BarSeries, isStacked: boolean): string {
  if (labels === undefined) return ''
  const place = `<c:dLblPos val="${isStacked ? 'ctr' : 'outEnd'}"/>`
  const shown =
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
  const own = (labels === 'figures' ? [] : labels).map((text, index) => {
    if (text === null) return ''
    return `<c:dLbl><c:idx val="${index}"/>${richText(text, figures.lang, SIZE)}${place}${shown}</c:dLbl>`
  })
  const format = xmlText(numberFormat(figures.table.columns[at]!, figures.lang))
  return `<c:dLbls>${own.join('')}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${wordsOf(SIZE, colors.ink)}${place}${shown}</c:dLbls>`
}
