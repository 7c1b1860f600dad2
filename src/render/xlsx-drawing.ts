import type { Chart } from '../core/report/chart.js'
import type { Lang } from '../core/values/lang.js'
import type { PlacedFigures, Plot } from './xlsx-charts/form.js'
import { formOf } from './xlsx-charts/index.js'
import { colors, fillOf, lineOf, titled, wordsOf, xmlText } from './xlsx-charts/markup.js'

/** A chart as Excel draws it, under the title of its figures. */
export interface DrawnChart {
  readonly chart: Chart
  readonly title: string
  readonly plot: Plot
}

/** Where a chart's left upper corner lies: column and row from 0, and how far into the row. */
export interface Corner {
  readonly column: number
  readonly row: number
  readonly intoRowPx: number
}

/** Width of every chart. */
export const CHART_WIDTH_PX = 574

/** Between a chart's block of figures and the next. */
const GAP_ROWS = 2
const EMU_PER_PX = 9_525
const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

/** The charts Excel can draw, with their figures one under the other on a sheet; those without figures are left out. */
export function placeCharts(
  charts: readonly Chart[],
  sheet: string,
  lang: Lang,
): readonly { readonly drawn: DrawnChart; readonly figures: PlacedFigures }[] {
  let headingRow = 2
  return charts.flatMap((chart) => {
    const form = formOf(chart)
    if (form.as !== 'drawing') return []
    const table = form.figures(chart, lang)
    if (table.rows.length === 0 || table.columns.length < 2) return []
    const figures = { table, sheet, headingRow, lang }
    headingRow += table.rows.length + 1 + GAP_ROWS
    return [{ drawn: { chart, title: table.title, plot: form.plot(chart, figures) }, figures }]
  })
}

/** A chart as a part of the workbook. */
export function chartMarkup({ title, plot }: DrawnChart, lang: Lang): string {
  const legend = plot.hasLegend
    ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${wordsOf(900, colors.ink)}</c:legend>`
    : ''
  const frame = `<c:spPr>${fillOf('FFFFFF')}${lineOf(colors.line, 0.75)}</c:spPr>`
  return `<c:chartSpace xmlns:c="${chartNamespace}" ${namespaces}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${titled(
    title,
    lang,
    1200,
    ' b="1"',
  )}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot.markup}</c:plotArea>${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>${frame}</c:chartSpace>`
}

/** The drawing of a sheet that holds the charts, each at its corner. */
export function drawingMarkup(charts: readonly DrawnChart[], corners: readonly Corner[]): string {
  const anchors = charts.map(({ chart, plot }, at) => {
    const { column, row, intoRowPx } = corners[at]!
    const from = `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${intoRowPx * EMU_PER_PX}</xdr:rowOff></xdr:from>`
    const size = `<xdr:ext cx="${CHART_WIDTH_PX * EMU_PER_PX}" cy="${plot.heightPx * EMU_PER_PX}"/>`
    const name = `<xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${xmlText(chart.key)}" descr="${xmlText(chart.alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`
    const graphic = `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="rId${at + 1}"/></a:graphicData></a:graphic>`
    return `<xdr:oneCellAnchor>${from}${size}<xdr:graphicFrame macro="">${name}<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  })
  return `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${namespaces}>${anchors.join('')}</xdr:wsDr>`
}
