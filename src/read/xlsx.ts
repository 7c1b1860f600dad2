import type { ByteSource, MergedCells, RowBatch, Workbook } from '../core/import/sheet.js'
import type { CellContext } from './xlsx-cell.js'
import { type Container, openContainer } from './xlsx-container.js'
import { DateTexts } from './xlsx-dates.js'
import { MergedScanner } from './xlsx-merged.js'
import { readSharedStrings } from './xlsx-shared-strings.js'
import { SheetScanner } from './xlsx-sheet.js'
import { readFormatKinds } from './xlsx-styles.js'
import { readWorkbookParts, type WorkbookParts } from './xlsx-workbook.js'

/**
 * Opens an xlsx or xlsm workbook. Its sheets are those declared, in their order, chart and dialog sheets left out; rows are
 * read when asked for, shared strings and styles once, before the first of them. Whatever is wrong with the file is a
 * UserError of kind bad-data (`read.…`); damage inside a sheet shows while its rows are read, a wrong CRC after the last.
 */
export async function openXlsx(source: ByteSource): Promise<Workbook> {
  return openXlsxIn(await openContainer(source))
}

/** As `openXlsx`, of a container that is open already. */
export async function openXlsxIn(container: Container): Promise<Workbook> {
  const parts = await readWorkbookParts(container)
  checkSheets(container, parts)
  let loading: Promise<CellContext> | undefined
  const context = () => {
    loading ??= loadContext(container, parts)
    return loading
  }
  return {
    kind: 'xlsx',
    sheets: parts.sheets.map(({ name, hidden, part }) => ({
      name,
      hidden,
      rows: () => readRows(container, part, context),
      merged: () => readMerged(container, part),
    })),
  }
}

/** Each sheet has a part of its own: one that is declared thousands of times would be read as often. */
function checkSheets(container: Container, { sheets }: WorkbookParts): void {
  const seen = new Set<string>()
  for (const { part } of sheets) {
    const key = part.toLowerCase()
    if (!container.has(part) || seen.has(key)) throw container.place.at(part).damaged()
    seen.add(key)
  }
}

async function loadContext(container: Container, parts: WorkbookParts): Promise<CellContext> {
  const { styles, sharedStrings } = parts
  return {
    formats: styles
      ? readFormatKinds(await container.whole(styles), container.place.at(styles))
      : { kinds: new Uint16Array(0), marks: [] },
    sharedStrings:
      sharedStrings && container.has(sharedStrings)
        ? await readSharedStrings(container.stream(sharedStrings), container.place.at(sharedStrings))
        : undefined,
    dates: new DateTexts(parts.since1904),
  }
}

async function* readRows(
  container: Container,
  part: string,
  context: () => Promise<CellContext>,
): AsyncGenerator<RowBatch> {
  const scanner = new SheetScanner(await context(), container.place.at(part))
  for await (const chunk of container.stream(part)) {
    scanner.feed(chunk)
    while (scanner.fill()) yield scanner.take()
  }
  const last = scanner.take()
  scanner.finish()
  if (last.rows.length > 0) yield last
}

async function readMerged(container: Container, part: string): Promise<readonly MergedCells[]> {
  const scanner = new MergedScanner(container.place.at(part))
  for await (const chunk of container.stream(part)) scanner.feed(chunk)
  return scanner.found
}
