import { element } from './svg.js'

/** Fills there are to tell parts apart, in colour and in black and white; more parts begin again. */
const FILLS = 4

/** The patterns of the fills, once in a drawing. */
export function fillDefinitions(id: string, parts: number): string {
  const needed = Array.from({ length: Math.min(FILLS, parts) }, (_, part) => patterns[part]?.(`${id}-f${part}`) ?? '')
  return element('defs', {}, needed.join('')).replace('<defs/>', '')
}

/** The fill of a part, as attribute value. */
export function fillOf(part: number, id: string): string {
  return part % FILLS === 0 ? 'var(--s0)' : `url(#${id}-f${part % FILLS})`
}

/** Plain, stripes, dots, bars: by part. */
const patterns: readonly ((id: string) => string)[] = [
  () => '',
  (id) => pattern(id, 1, 'rotate(45)', element('rect', { class: 'mark', width: 2, height: 7 })),
  (id) => pattern(id, 2, 'rotate(0)', element('circle', { class: 'mark', cx: 3.5, cy: 3.5, r: 1.5 })),
  (id) => pattern(id, 3, 'rotate(90)', element('rect', { class: 'mark', width: 3, height: 7 })),
]

function pattern(id: string, part: number, turn: string, mark: string): string {
  const ground = element('rect', { class: `s${part}`, width: 7, height: 7 })
  const size = { width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: turn }
  return element('pattern', { id, ...size }, ground + mark)
}
