import type { Cell } from '../core/import/sheet.js'
import type { XmlTags } from './xlsx-xml.js'

/** A cell of a sheet written as markup, read from the tags handed to it: it begins with one tag and ends with another, or with its own. */
export abstract class MarkupCell {
  value: Cell = ''
  isOpen = false

  constructor(protected readonly tags: XmlTags) {}

  /** Takes the tag a cell begins or ends with; true when it has come to its end with it. */
  protected takeCell(): boolean {
    const { tags } = this
    if (tags.closes !== this.isOpen) throw tags.place.damaged()
    if (!tags.closes) {
      this.open()
      this.isOpen = true
    }
    if (!tags.closes && !tags.isEmpty) return false
    this.isOpen = false
    this.value = this.valueHeld()
    return true
  }

  /** Takes what the first tag says and forgets the cell before. */
  protected abstract open(): void

  /** What the cell holds, once all of it was taken. */
  protected abstract valueHeld(): Cell
}
