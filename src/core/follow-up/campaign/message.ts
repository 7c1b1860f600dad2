import type { Day } from '../../values/business-date.js'
import { UserError } from '../../values/failure.js'
import { nearPlaceholders, type Placeholder, placeholderNamed, placeText, type Recipient } from './placeholders.js'

/** A piece of a message: text as it stands, or a place to fill. */
type Piece = string | { readonly placeholder: Placeholder; readonly fallback: string | null }

/** A message in one or several languages; '' is the part before the first language is named. */
export type Message = ReadonlyMap<string, readonly Piece[]>

/** A message as it goes to one customer. */
export interface FilledMessage {
  /** The section it was taken from; '' for a message that names no language. */
  readonly language: string
  /** Another language could have been his: his own is not known, or the message does not have it. */
  readonly isLanguageChosen: boolean
  readonly text: string
  /** Placeholders for which nothing is known and nothing stands in; each once. */
  readonly missing: readonly Placeholder[]
}

/**
 * Reads a message: `{name}` is a place to fill, `{name|friend}` with what stands in for a missing value; a line `[en]` begins the text in that
 * language. Full-width braces and bars are read alike. UserError `campaign.placeholder` with line and near names, `campaign.brace`,
 * `campaign.section-twice`, `campaign.empty-message`.
 */
export function readMessage(text: string): Message {
  const sections = new Map<string, readonly Piece[]>()
  for (const { language, line, body } of sectionsOf(text)) {
    if (body.trim() === '') continue
    if (sections.has(language)) throw new UserError('bad-data', 'campaign.section-twice', { language, line })
    sections.set(language, piecesOf(body, line))
  }
  if (sections.size === 0) throw new UserError('bad-data', 'campaign.empty-message')
  return sections
}

interface Section {
  readonly language: string
  /** Line of the file, from 1, on which the body begins. */
  readonly line: number
  readonly body: string
}

const heading = /^\s*[[［【]([a-z]{2})(?:[-_][a-z]+)?[\]］】]\s*$/i

function sectionsOf(text: string): readonly Section[] {
  const sections: { language: string; line: number; lines: string[] }[] = [{ language: '', line: 1, lines: [] }]
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const language = heading.exec(line)?.[1]?.toLowerCase()
    if (language === undefined) sections.at(-1)!.lines.push(line)
    else sections.push({ language, line: at + 2, lines: [] })
  }
  return sections.map(({ language, line, lines }) => ({ language, line, body: lines.join('\n') }))
}

const place = /[{｛]([^{}｛｝\n]*)[}｝]/g

function piecesOf(body: string, firstLine: number): readonly Piece[] {
  const blank = /^\s*\n/.exec(body)?.[0] ?? ''
  const trimmed = body.trim()
  const lineAt = (offset: number) => firstLine + `${blank}${trimmed.slice(0, offset)}`.split('\n').length - 1
  const pieces: Piece[] = []
  let end = 0
  const addText = (to: number) => {
    const text = trimmed.slice(end, to)
    const stray = /[{}｛｝]/.exec(text)
    if (stray) throw new UserError('bad-data', 'campaign.brace', { line: lineAt(end + stray.index) })
    if (text !== '') pieces.push(text)
  }
  for (const match of trimmed.matchAll(place)) {
    addText(match.index)
    pieces.push(placeOf(match[1]!, lineAt(match.index)))
    end = match.index + match[0].length
  }
  addText(trimmed.length)
  return pieces
}

function placeOf(inside: string, line: number): Piece {
  const [, name = '', fallback] = /^([^|｜]*)(?:[|｜](.*))?$/.exec(inside) ?? []
  const placeholder = placeholderNamed(name)
  if (placeholder !== null) return { placeholder, fallback: fallback?.trim() || null }
  const near = nearPlaceholders(name).join(', ')
  throw new UserError('bad-data', 'campaign.placeholder', { name: name.trim(), line, near })
}

/** How a message is filled for everybody. */
export interface Filling {
  readonly asOf: Day
  /** Language of customers whose own is not in the message. */
  readonly language: string
  /** What stands in for a missing value, by placeholder. */
  readonly fallbacks: Readonly<Partial<Record<Placeholder, string>>>
}

/** A message to one customer: in his language, else as it begins before a language is named, else in one he may read, else in its first. A missing value leaves its place empty. */
export function fillMessage(
  message: Message,
  recipient: Recipient,
  { asOf, language, fallbacks }: Filling,
): FilledMessage {
  const section = sectionFor(recipient, message, language)
  const missing = new Set<Placeholder>()
  const parts = message.get(section)!.map((piece) => {
    if (typeof piece === 'string') return piece
    const known = placeText(piece.placeholder, recipient, section || language, asOf)
    const text = known ?? piece.fallback ?? fallbacks[piece.placeholder] ?? null
    if (text === null) missing.add(piece.placeholder)
    return text ?? ''
  })
  const isLanguageChosen = message.size > 1 && section !== '' && section !== recipient.language
  return { language: section, isLanguageChosen, text: parts.join(''), missing: [...missing] }
}

/** Whose language is known and not in the message is written to in English; of whom nothing tells it, in the shop's. */
function sectionFor(recipient: Recipient, message: Message, language: string): string {
  const own = recipient.language
  const wanted = own === null ? [language, ''] : [own, '', 'en']
  return [...wanted, language, ...message.keys()].find((one) => message.has(one))!
}
