import type { stream, Worksheet } from 'exceljs'
import { xmlText } from './xlsx-charts/markup.js'

/** A workbook being written row by row. */
export type Writer = stream.xlsx.WorkbookWriter

/**
 * What exceljs 4.4.0 keeps to itself: it writes neither charts nor links inside the workbook, and data bars only with a least
 * length, which draws nothing as a tenth. A sheet's elements are written in the order the format demands, one method each.
 */
interface SheetInside {
  readonly id: number
  _write(markup: string): void
  _writeConditionalFormatting(): void
  _writePageMargins(): void
  _writeLegacyData(): void
  readonly _sheetRelsWriter: { addRelationship(relation: { Type: string; Target: string }): string }
}

/** What is put before an element, by the method that writes it. */
type Step = '_writeConditionalFormatting' | '_writePageMargins' | '_writeLegacyData'

interface Part {
  readonly name: string
  readonly type: string
  readonly markup: string
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Adds conditional formats as markup; each rule of a sheet needs a priority of its own. */
export function addRules(sheet: Worksheet, markup: string): void {
  if (markup !== '') insertBefore(sheet, '_writeConditionalFormatting', markup)
}

/** Makes cells lead to the first cell of other sheets. */
export function addLinks(sheet: Worksheet, links: readonly { readonly cell: string; readonly sheet: string }[]): void {
  if (links.length === 0) return
  const each = links.map(({ cell, sheet: to }) => `<hyperlink ref="${cell}" location="${xmlText(`'${to}'!A1`)}"/>`)
  insertBefore(sheet, '_writePageMargins', `<hyperlinks>${each.join('')}</hyperlinks>`)
}

/** Adds a drawing to a sheet, with the charts it shows; `rIdN` in it is the Nth of them. */
export function addDrawing(workbook: Writer, sheet: Worksheet, drawing: string, charts: readonly string[]): void {
  const { id, _sheetRelsWriter: relations } = insideOf(sheet)
  const chartName = (at: number) => `charts/chart${id}_${at + 1}.xml`
  const links = charts.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/chart" Target="../${chartName(at)}"/>`,
  )
  const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
  addParts(workbook, [
    { name: `xl/drawings/drawing${id}.xml`, type: 'drawing+xml', markup: drawing },
    { name: `xl/drawings/_rels/drawing${id}.xml.rels`, type: '', markup: relationships },
    ...charts.map((markup, at) => ({ name: `xl/${chartName(at)}`, type: 'drawingml.chart+xml', markup })),
  ])
  const target = relations.addRelationship({ Type: `${RELATIONS}/drawing`, Target: `../drawings/drawing${id}.xml` })
  insertBefore(sheet, '_writeLegacyData', `<drawing r:id="${target}"/>`)
}

function addParts(workbook: Writer, parts: readonly Part[]): void {
  const { zip } = workbook as unknown as { zip: { append(content: string, entry: { name: string }): void } }
  for (const { name, markup } of parts) {
    zip.append(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${markup}`, { name })
  }
  const types = parts.map(({ name, type }) =>
    type === ''
      ? ''
      : `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/>`,
  )
  const append = zip.append.bind(zip)
  zip.append = (content, entry) =>
    append(
      entry.name === '[Content_Types].xml' ? content.replace('</Types>', () => `${types.join('')}</Types>`) : content,
      entry,
    )
}

function insertBefore(sheet: Worksheet, step: Step, markup: string): void {
  const inside = insideOf(sheet)
  const write = inside[step].bind(sheet)
  inside[step] = () => {
    inside._write(markup)
    write()
  }
}

function insideOf(sheet: Worksheet): SheetInside {
  return sheet as unknown as SheetInside
}
