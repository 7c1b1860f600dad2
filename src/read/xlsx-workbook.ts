import type { Container } from './xlsx-container.js'
import type { Place } from './xlsx-place.js'
import { plainText } from './xlsx-text.js'
import { nameCode, XmlTags } from './xlsx-xml.js'

const RELATIONSHIP = nameCode('Relationship')
const WORKBOOK = nameCode('workbook')
const PROPERTIES = nameCode('workbookPr')
const SHEETS = nameCode('sheets')
const SHEET = nameCode('sheet')

/** One declared worksheet. */
export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** What the workbook part says of the rest; chart, dialog and macro sheets are left out. */
export interface WorkbookParts {
  readonly since1904: boolean
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

interface Relation {
  /** Last word of the relationship type: the same in transitional and strict workbooks. */
  readonly type: string
  readonly target: string
}

/** Finds every part through the relationships, wherever they lie; refuses what is no workbook, by its name where it has one. */
export async function readWorkbookParts(container: Container): Promise<WorkbookParts> {
  const root = await readRelations(container, '')
  const workbook = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target
  if (workbook === undefined) throw await refuseOther(container)
  if (workbook.toLowerCase().endsWith('.bin')) throw container.place.at(workbook).refuse('read.xlsb')
  if (!container.has(workbook)) throw container.place.at(workbook).damaged()
  const relations = await readRelations(container, workbook)
  const only = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target
  return {
    ...readSheets(await container.whole(workbook), relations, container.place.at(workbook)),
    sharedStrings: only('sharedStrings'),
    styles: only('styles'),
  }
}

function readSheets(xml: Buffer, relations: ReadonlyMap<string, Relation>, place: Place) {
  const tags = new XmlTags(place)
  const sheets: SheetPart[] = []
  let since1904 = false
  let inSheets = false
  let isWorkbook = false
  let isComplete = false
  tags.feed(xml)
  while (tags.next()) {
    if (tags.code === WORKBOOK) {
      isWorkbook = true
      isComplete = tags.closes
    } else if (!isWorkbook) throw place.refuse('read.not-a-workbook')
    else if (tags.code === SHEETS) inSheets = !tags.closes && !tags.isEmpty
    else if (tags.closes) continue
    else if (tags.code === PROPERTIES) since1904 ||= isTrue(tags.attributes().get('date1904'))
    else if (tags.code === SHEET && inSheets) {
      const sheet = sheetOf(tags.attributes(), relations, place)
      if (sheet) sheets.push(sheet)
    }
  }
  if (!isComplete) throw place.damaged()
  if (sheets.length === 0) throw place.refuse('read.no-sheets')
  return { sheets, since1904 }
}

function isTrue(attribute = ''): boolean {
  return attribute === '1' || attribute === 'true' || attribute === 'on'
}

/** The worksheet a `sheet` element declares; undefined for one that holds no cells. A sheet without a part is damage. */
function sheetOf(
  attributes: ReadonlyMap<string, string>,
  relations: ReadonlyMap<string, Relation>,
  place: Place,
): SheetPart | undefined {
  const name = plainText(attributes.get('name') ?? '')
  const relation = relations.get(attributes.get('id') ?? '')
  if (relation === undefined) throw place.at(name).damaged()
  if (relation.type !== 'worksheet') return undefined
  return { name, hidden: /^(?:veryH|h)idden$/.test(attributes.get('state') ?? ''), part: relation.target }
}

/** Relations of a part (of the container itself for '') by their id. */
async function readRelations(container: Container, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations = new Map<string, Relation>()
  if (!container.has(path)) return relations
  const tags = new XmlTags(container.place.at(path))
  tags.feed(await container.whole(path))
  while (tags.next()) {
    if (tags.code !== RELATIONSHIP || tags.closes) continue
    const attributes = tags.attributes()
    const type = attributes.get('Type') ?? ''
    relations.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(container, folder, plainText(attributes.get('Target') ?? '')),
    })
  }
  return relations
}

/** The part a target names: absolute, or from the folder of the part that names it; percent escapes are tried when needed. */
function resolveTarget(container: Container, folder: string, target: string): string {
  const path: string[] = []
  const slashed = target.replaceAll('\\', '/')
  for (const step of (slashed.startsWith('/') ? slashed : folder + slashed).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  const part = path.join('/')
  return container.has(part) ? part : unescaped(part)
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A refusal for a zip that says nothing of an office document. */
async function refuseOther(container: Container) {
  const { place, parts } = container
  if (parts.some((part) => part.endsWith('.iwa') || part === 'index.zip')) return place.refuse('read.numbers')
  if (parts.includes('mimetype')) {
    const type = (await container.whole('mimetype')).toString('latin1')
    if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return place.refuse('read.ods')
  }
  const isWorkbookWithoutRoot = parts.includes('xl/workbook.xml') || parts.includes('[content_types].xml')
  return isWorkbookWithoutRoot ? place.damaged() : place.refuse('read.not-a-workbook')
}
