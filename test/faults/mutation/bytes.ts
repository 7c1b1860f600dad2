import type { Chance } from '../../support/chance.js'

/** A change of a file; never makes it the same again on purpose, but may. */
export type Mutator = (bytes: Buffer, chance: Chance) => Buffer

/** Replaces `length` bytes from `at` on. */
export function spliced(bytes: Buffer, at: number, length: number, by: Uint8Array | string): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(by as string), bytes.subarray(at + length)])
}

/** Somewhere in the bytes, and how many from there on, mostly few. */
function span(bytes: Buffer, chance: Chance): [number, number] {
  const at = chance.int(0, Math.max(0, bytes.length - 1))
  return [at, Math.min(bytes.length - at, chance.pick([1, 2, 4, 16, 64, 1024]))]
}

const noise = (length: number, chance: Chance): Buffer => Buffer.from(Array.from({ length }, () => chance.int(0, 255)))

/** Changes that need to know nothing of what the bytes mean. */
export const byteMutators: Readonly<Record<string, Mutator>> = {
  'flip a bit': (bytes, chance) => {
    const [at] = span(bytes, chance)
    return spliced(bytes, at, 1, [(bytes[at] ?? 0) ^ (1 << chance.int(0, 7))] as unknown as Uint8Array)
  },
  'overwrite with noise': (bytes, chance) => {
    const [at, length] = span(bytes, chance)
    return spliced(bytes, at, length, noise(length, chance))
  },
  'overwrite with zeros': (bytes, chance) => {
    const [at, length] = span(bytes, chance)
    return spliced(bytes, at, length, Buffer.alloc(length))
  },
  'overwrite with ones': (bytes, chance) => {
    const [at, length] = span(bytes, chance)
    return spliced(bytes, at, length, Buffer.alloc(length, 0xff))
  },
  'insert noise': (bytes, chance) => {
    const [at, length] = span(bytes, chance)
    return spliced(bytes, at, 0, noise(length, chance))
  },
  'leave out': (bytes, chance) => spliced(bytes, ...span(bytes, chance), ''),
  repeat: (bytes, chance) => {
    const [at, length] = span(bytes, chance)
    return spliced(bytes, at, 0, bytes.subarray(at, at + length))
  },
  'cut off the end': (bytes, chance) => bytes.subarray(0, chance.int(0, bytes.length)),
  'cut off the start': (bytes, chance) => bytes.subarray(chance.pick([1, 2, 3, 4, 16, bytes.length >> 1])),
  'put in front': (bytes, chance) => spliced(bytes, 0, 0, chance.pick(['\ufeff', '\0', ' \n', 'PK\x03\x04', '<html>'])),
  'put behind': (bytes, chance) => Buffer.concat([bytes, noise(chance.pick([1, 22, 1024]), chance)]),
  'the file twice': (bytes) => Buffer.concat([bytes, bytes]),
}
