import { type Abc, type AbcOptions, countBelow, tierCuts } from './abc.js'

/**
 * The least value, in the graded unit, that would bring a customer worth `own` into the class `wanted` (0 for A, 1 for
 * B, 2 for C), all others as they are; the gain raises the total too. Null when no value does ('within' can leave A empty).
 */
export function valueForTier(abc: Abc, options: AbcOptions, own: number, wanted: number): number | null {
  const counted = Math.max(0, own)
  const reaches = (value: number): boolean => {
    const { before, after } = abc.around(value)
    return tierCuts(abc.total - counted + value, options)({ before, after: after + value }) <= wanted
  }
  return options.boundary === 'cross' ? leastAbove(counted, abc, reaches) : leastStep(counted, abc, reaches)
}

/** More value never worsens the class: halve the range up to just above everybody. */
function leastAbove(own: number, { ascending }: Abc, reaches: (value: number) => boolean): number | null {
  let low = own + 1
  let high = (ascending[ascending.length - 1] ?? 0) + 1
  if (!reaches(high)) return null
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (reaches(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The share that includes the customer falls only where he overtakes another: those are the places to look at. */
function leastStep(own: number, { ascending }: Abc, reaches: (value: number) => boolean): number | null {
  if (reaches(own + 1)) return own + 1
  for (let i = countBelow(ascending, own + 1); i < ascending.length; i++) {
    if (reaches(ascending[i]! + 1)) return ascending[i]! + 1
  }
  return null
}
