import { Readable } from 'node:stream'
import type { Writer } from './xlsx-parts.js'

/** So many texts a workbook holds once for all its cells; others stand in their own. */
const MOST_SHARED = 10_000

/** The texts that cells share, by the order in which they came; it takes the place of what exceljs keeps them in. */
export class SharedTexts {
  readonly values: string[] = []
  private readonly places = new Map<string, number>()

  get count(): number {
    return this.values.length
  }

  /** The place of a text, wherever there is one for it: exceljs asks for those of headings and covers. */
  add(text: string): number {
    const known = this.places.get(text)
    if (known !== undefined) return known
    this.places.set(text, this.values.length)
    return this.values.push(text) - 1
  }

  /** The place of a text; null for a new one when there is no more room. */
  placeOf(text: string): number | null {
    const known = this.places.get(text)
    if (known !== undefined) return known
    return this.values.length < MOST_SHARED ? this.add(text) : null
  }
}

/** A text as SpreadsheetML. */
export function textMarkup(text: string): string {
  const space = /^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : ''
  return `<t${space}>${text.replace(/[&<>"']/g, (char) => entities[char]!)}</t>`
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&apos;' },
}

/** What exceljs 4.4.0 keeps to itself of a workbook; it puts all shared texts together before it writes the first. */
interface BookInside {
  readonly zip: { append(content: Readable, entry: { readonly name: string }): void }
  sharedStrings: SharedTexts
  addSharedStrings(): Promise<void>
}

/** Makes the texts that cells share be written a block at a time. */
export function shareTexts(workbook: Writer): void {
  const book = workbook as unknown as BookInside
  const texts = new SharedTexts()
  book.sharedStrings = texts
  book.addSharedStrings = async () => {
    if (texts.count > 0) book.zip.append(Readable.from(blocks(texts)), { name: '/xl/sharedStrings.xml' })
  }
}

/** Texts written at once. */
const BLOCK = 1_000

function* blocks({ count, values }: SharedTexts): Generator<Buffer> {
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${space}" count="${count}" uniqueCount="${count}">`,
  )
  for (let at = 0; at < count; at += BLOCK) {
    const markup = values.slice(at, at + BLOCK).map((text) => `<si>${textMarkup(text)}</si>`)
    yield Buffer.from(markup.join(''))
  }
  yield Buffer.from('</sst>')
}
