import type { HeaderFooter, PageSetup } from 'exceljs'
import { cleanText } from './xlsx-cell.js'

/** A sheet to read on paper: A4 standing, one page wide. */
export const portrait: Partial<PageSetup> = {
  ...{ orientation: 'portrait', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
}

/** Characters that stand readably beside each other on lying A4. */
const PAGE_WIDTH = 220

/** A sheet of figures on paper: A4 lying, as many pages wide as it takes to be readable. */
export function landscape(widths: readonly number[]): Partial<PageSetup> {
  const width = widths.reduce((sum, each) => sum + each, 0)
  return {
    ...{ orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 },
    fitToWidth: Math.max(1, Math.ceil(width / PAGE_WIDTH)),
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 },
  }
}

/** Excel's longest line above or below a page has 255 characters, what `&` marks included. */
const LONGEST = 100

/** What stands above and below on paper: the sheet's title and the day, the report's title and the page. */
export function printMarks(title: string, reportTitle: string, asOf: string): Partial<HeaderFooter> {
  return { oddHeader: `&L&"-,Bold"${marked(title)}&R${asOf}`, oddFooter: footer(reportTitle) }
}

/** The report's title and the page. */
export function footer(reportTitle: string): string {
  return `&L${marked(reportTitle)}&R&P / &N`
}

/** Text in which `&` is no command; digits at its beginning would be read as a size. */
function marked(text: string): string {
  const short = cleanText(text)
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
  return ` ${short.replace(/\s+/g, ' ').replaceAll('&', '&&')}`
}
