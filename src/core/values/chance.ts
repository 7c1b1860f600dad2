import { RunningHash } from './hash.js'

/**
 * Numbers from 0 up to 1, 1 left out, that look drawn by lot: the hash of a counter that begins at a seed. The same seed gives the same
 * numbers on every machine. Not for secrets.
 */
export function chances(seed: number): () => number {
  const hash = new RunningHash()
  let drawn = 0
  return () => {
    hash.start(seed)
    hash.add(++drawn)
    return hash.value / 2 ** 53
  }
}
