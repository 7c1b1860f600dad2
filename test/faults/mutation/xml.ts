import type { Chance } from '../../support/chance.js'
import { byteMutators, type Mutator } from './bytes.js'
import { oddValues } from './values.js'
import { unzipped, zipped } from './zip.js'

/** A change of one XML part, one character a byte. */
type XmlMutator = (xml: string, chance: Chance) => string

/** Replaces one match of a pattern, drawn from all. */
function replaceMatch(xml: string, pattern: RegExp, chance: Chance, by: (match: RegExpExecArray) => string): string {
  const all = [...xml.matchAll(pattern)]
  if (all.length === 0) return xml
  const match = chance.pick(all)
  return xml.slice(0, match.index) + by(match) + xml.slice(match.index + match[0].length)
}

const TAG = /<[^>]*>/g
const ELEMENT = /<(\w+)[^>]*>[^<]*<\/\1>|<\w[^>]*\/>/g
const ATTRIBUTE = /\s([\w:]+)="([^"]*)"/g
const TEXT = />([^<]+)</g
const NUMBER = /(?<=[>"])-?\d+(?:\.\d+)?(?=[<"])/g

const entities = [
  '&#0;',
  '&#x1F;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999999;',
  '&unknown;',
  '&',
  '&amp',
  '&#;',
  '&lt;&gt;',
  '_x000D_',
  '_xD800_',
]
const markup = [
  '<',
  '>',
  '<!--',
  '<![CDATA[',
  '<?',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  ']]>',
  '</',
  '<x',
  '<c>',
  '</row>',
  '<row>',
  '<sheetData/>',
  '</sheetData>',
  '\0',
]

const latin = (text: string): string => Buffer.from(text).toString('latin1')

const xmlMutators: Readonly<Record<string, XmlMutator>> = {
  'an attribute less': (xml, chance) => replaceMatch(xml, ATTRIBUTE, chance, () => ''),
  'an attribute twice': (xml, chance) => replaceMatch(xml, ATTRIBUTE, chance, ([all]) => all + all),
  'an odd attribute': (xml, chance) =>
    replaceMatch(
      xml,
      ATTRIBUTE,
      chance,
      ([, name]) => ` ${name}="${latin(chance.pick(oddValues)).replaceAll('"', '&quot;')}"`,
    ),
  'an attribute of another name': (xml, chance) =>
    replaceMatch(
      xml,
      ATTRIBUTE,
      chance,
      ([, , value]) => ` ${chance.pick(['r', 's', 't', 'x', 'r:id', 'xml:space', 'state'])}="${value}"`,
    ),
  'a cell elsewhere': (xml, chance) =>
    replaceMatch(
      xml,
      /\sr="([^"]*)"/g,
      chance,
      () =>
        ` r="${chance.pick(['A1', 'XFD1048576', 'ZZZZ1', 'A0', '1', 'a1', 'AA', '1048577', '0', '-3', '2', '999999999'])}"`,
    ),
  'a cell of another type': (xml, chance) =>
    replaceMatch(
      xml,
      /\st="[^"]*"|(?<=<c)(?=[\s>])/g,
      chance,
      () => ` t="${chance.pick(['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd', 'x', ''])}"`,
    ),
  'a cell of another style': (xml, chance) =>
    replaceMatch(
      xml,
      /\ss="[^"]*"|(?<=<c)(?=[\s>])/g,
      chance,
      () => ` s="${chance.pick(['0', '1', '2', '3', '99', '-1', '4294967296'])}"`,
    ),
  'another number': (xml, chance) => replaceMatch(xml, NUMBER, chance, () => chance.pick(oddValues.slice(0, 24))),
  'another text': (xml, chance) =>
    replaceMatch(xml, TEXT, chance, () => `>${latin(chance.pick(oddValues)).replaceAll('<', '&lt;')}<`),
  'an entity': (xml, chance) => replaceMatch(xml, TEXT, chance, ([, text]) => `>${text}${chance.pick(entities)}<`),
  'markup somewhere': (xml, chance) => {
    const at = chance.int(0, xml.length)
    return xml.slice(0, at) + chance.pick(markup) + xml.slice(at)
  },
  'a tag less': (xml, chance) => replaceMatch(xml, TAG, chance, () => ''),
  'a tag twice': (xml, chance) => replaceMatch(xml, TAG, chance, ([tag]) => tag + tag),
  'a tag of another name': (xml, chance) =>
    replaceMatch(
      xml,
      /<(\/?)(\w+)/g,
      chance,
      ([, slash, name]) => `<${slash}${chance.pick([`${name}x`, 'x:c', 'v', 'row', 'f', 'is', 't', 'sheetData'])}`,
    ),
  'an element less': (xml, chance) => replaceMatch(xml, ELEMENT, chance, () => ''),
  'an element very often': (xml, chance) =>
    replaceMatch(xml, ELEMENT, chance, ([all]) => all.repeat(chance.pick([2, 3, 20_000]))),
  'another encoding': (xml, chance) =>
    xml.replace(/encoding="[^"]*"/, `encoding="${chance.pick(['UTF-16', 'GB18030', 'x', 'latin1', ''])}"`),
  'in UTF-16': (xml) =>
    Buffer.from(`\ufeff${Buffer.from(xml, 'latin1').toString('utf8')}`, 'utf16le').toString('latin1'),
}

/** Changes of one part of a zip file: as XML, or of its bytes with length and checksum made right. */
export const partMutators: Readonly<Record<string, Mutator>> = {
  ...Object.fromEntries(
    Object.entries(xmlMutators).map(([name, mutate]) => [
      name,
      inPart((content, chance) => Buffer.from(mutate(content.toString('latin1'), chance), 'latin1')),
    ]),
  ),
  'bytes of a part': inPart((content, chance) => chance.pick(Object.values(byteMutators))(content, chance)),
}

/** Applies a change to one part, to that with the most cells rather than to the others. */
function inPart(mutate: Mutator): Mutator {
  return (bytes, chance) => {
    const parts = unzipped(bytes)
    if (parts.length === 0) return bytes
    const largest = parts.reduce((best, part, at) => (part[1].length > parts[best]![1].length ? at : best), 0)
    const at = chance.int(0, 2) === 0 ? largest : chance.int(0, parts.length - 1)
    return zipped(parts.with(at, [parts[at]![0], mutate(parts[at]![1], chance)]), chance.int(0, 1) === 1)
  }
}
