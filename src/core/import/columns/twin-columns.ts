import type { Match } from './detect.js'

/** Columns with equal headers that one field would take: fine while they agree (FORMATS §3, duplicate header names). */
export function twinColumns(match: Match): [number, number][] {
  return [...match.columns.values()].flatMap((columns) =>
    columns.flatMap((column, at): [number, number][] => {
      const twin = columns.slice(0, at).find((other) => match.header.keys[other] === match.header.keys[column])
      return twin === undefined ? [] : [[twin, column]]
    }),
  )
}
