import type { MergedCells } from '../core/import/sheet.js'
import { LIMITS, type Place } from './xlsx-place.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const MERGED = nameCode('mergeCell')
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/

/** More areas than people merge by hand; what comes after them is read as it stands. */
const MOST = 100_000

/** Collects the areas of a worksheet part that reach over several rows, as its bytes arrive; none is ever expanded. */
export class MergedScanner {
  readonly found: MergedCells[] = []
  private readonly tags: XmlTags

  constructor(place: Place) {
    this.tags = new XmlTags(place)
  }

  feed(chunk: Buffer): void {
    const { tags, found } = this
    tags.feed(chunk)
    while (tags.next()) {
      if (tags.code !== MERGED || tags.closes || found.length >= MOST) continue
      const area = areaOf(tags.attributes().get('ref') ?? '')
      if (area !== null && area.lastRow > area.firstRow) found.push(area)
    }
  }
}

function areaOf(reference: string): MergedCells | null {
  const [, from = '', top = '', to = '', bottom = ''] = REFERENCE.exec(reference) ?? []
  if (from === '' || Number(bottom) > LIMITS.rows) return null
  return { firstRow: Number(top), lastRow: Number(bottom), firstColumn: columnOf(from), lastColumn: columnOf(to) }
}

/** `A` is 0, `AA` is 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
