import { LIMITS, type Place } from './xlsx-place.js'
import { decodeText, TextRuns } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const TABLE = nameCode('sst')
const ITEM = nameCode('si')

/** The texts of the shared strings part, in its order; refuses a part that ends before its table does. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, place: Place): Promise<readonly string[]> {
  const reader = new SharedStrings(place)
  for await (const chunk of chunks) reader.add(chunk)
  return reader.finish()
}

class SharedStrings {
  private readonly texts: string[] = []
  private readonly tags: XmlTags
  private readonly runs = new TextRuns(decodeText)
  private characters = 0
  private isComplete = false

  constructor(private readonly place: Place) {
    this.tags = new XmlTags(place)
  }

  add(chunk: Buffer): void {
    const { tags, runs } = this
    tags.feed(chunk)
    while (tags.next()) {
      if (tags.code === ITEM) {
        if (!tags.closes) runs.start()
        if (tags.closes || tags.isEmpty) this.keep(runs.text)
      } else if (tags.code === TABLE) this.isComplete = tags.closes || tags.isEmpty
      else runs.take(tags)
    }
  }

  finish(): readonly string[] {
    if (!this.isComplete) throw this.place.damaged()
    return this.texts
  }

  private keep(text: string): void {
    this.characters += text.length
    if (text.length > LIMITS.characters) throw this.place.tooLarge('characters')
    if (this.characters > LIMITS['shared-characters']) throw this.place.tooLarge('shared-characters')
    if (this.texts.length >= LIMITS['shared-strings']) throw this.place.tooLarge('shared-strings')
    this.texts.push(text)
  }
}
