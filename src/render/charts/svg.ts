import { forTerminal } from '../../core/values/text.js'
import { escapeHtml } from '../escape.js'
import { displayWidth } from '../text-width.js'

/** Size of the letters in a drawing, and from one line of them to the next. */
export const LETTERS = 12
export const LINE = 16

type Attributes = Readonly<Record<string, string | number>>

/** One SVG element; `content` is markup. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`
}

function attribute(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10 + 0) : escapeHtml(value)
}

/** A straight line from one point to another. */
export function line(kind: string, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  return element('line', { class: kind, x1, y1, x2, y2 })
}

/** Where a text stands: `y` is its baseline, `room` the width it may take, `kind` its class. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly room?: number
  readonly kind?: string
}

/** A text in a drawing, cut to its room; '' where not even one letter fits. */
export function label(text: string, { x, y, anchor = 'start', room, kind }: Place): string {
  const shown = room === undefined ? forTerminal(text) : fitted(text, room)
  if (shown === '') return ''
  const manner = [...(anchor === 'start' ? [] : [anchor]), ...(kind === undefined ? [] : [kind])].join(' ')
  return element('text', { ...(manner === '' ? {} : { class: manner }), x, y }, escapeHtml(shown))
}

/** A text around `x`, moved so far that it stays between `from` and `to`. */
export function labelWithin(text: string, place: Place, [from, to]: readonly [number, number]): string {
  const shown = fitted(text, to - from)
  const half = textWidth(shown) / 2
  const x = Math.min(Math.max(place.x, from + half), to - half)
  return label(shown, { ...place, x, anchor: 'middle' })
}

/** Sums of widths in another order differ by this. */
const ROUNDING = 0.01

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The text cut to a width, with … where something was cut; '' where too little of it would be left. */
export function fitted(text: string, room: number): string {
  const whole = forTerminal(text)
  if (textWidth(whole) <= room + ROUNDING) return whole
  const least = room - textWidth('…')
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(whole)) {
    used += textWidth(segment)
    if (used > least) break
    kept += segment
  }
  return kept.trimEnd() === '' ? '' : `${kept.trimEnd()}…`
}

/** Letters of a proportional face in parts of its size, rather too wide than too narrow: nobody knows which face a reader has. */
const NARROW = /[iljtfrI.,:;'|!()[\] ]/
const WIDE = /[mwMW@%…→←↓]/
const CAPITAL = /[A-HJ-LN-VX-Z&+=<>~#$€£¥–—]/

/** What a text takes at most across, in units of the drawing. */
export function textWidth(text: string): number {
  let ems = 0
  for (const char of text) {
    if (NARROW.test(char)) ems += 0.42
    else if (WIDE.test(char)) ems += 1
    else if (CAPITAL.test(char)) ems += 0.78
    else if (char >= ' ' && char <= '~') ems += 0.64
    else ems += displayWidth(char) === 2 ? 1.04 : displayWidth(char) * 0.75
  }
  return ems * LETTERS
}

/** The widest of some texts; 0 for none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(forTerminal(text))), 0)
}
