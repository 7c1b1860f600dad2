/** Two 32-bit lanes over the text's UTF-16 code units, mixed into each other at the end. */
function lanes(text: string, seed: number): [high: number, low: number] {
  let a = 0x9e3779b9 ^ seed
  let b = 0x7f4a7c15 ^ Math.imul(seed, 0x2c1b3c6d)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x85ebca6b)
    b = Math.imul(b ^ unit, 0xc2b2ae35)
    a = (a << 13) | (a >>> 19)
    b = (b << 17) | (b >>> 15)
  }
  a = mix(a ^ text.length)
  b = mix(b ^ a)
  a = mix(a + b)
  return [a >>> 0, mix(b ^ (a << 7)) >>> 0]
}

/** Spreads every bit over all others: two rounds of shift and multiplication by an odd constant. */
function mix(value: number): number {
  let x = value ^ (value >>> 16)
  x = Math.imul(x, 0x7feb352d)
  x ^= x >>> 15
  x = Math.imul(x, 0x846ca68b)
  return x ^ (x >>> 16)
}

/** A fast hash of a text as an integer of 53 bits, to compare contents; not for secrets. */
export function hash53(text: string, seed = 0): number {
  const [high, low] = lanes(text, seed)
  return (high & 0x1fffff) * 0x1_0000_0000 + low
}

/** A hash of 53 bits over numbers one after the other: equal sequences give equal hashes. Not for secrets. */
export class RunningHash {
  private high = 0
  private low = 0

  /** Begins anew with an integer of at most 53 bits. */
  start(value: number): void {
    this.high = Math.floor(value / 0x1_0000_0000) | 0
    this.low = value | 0
  }

  /** Takes a number in by its whole part. */
  add(value: number): void {
    this.addHalves(Math.floor(value / 0x1_0000_0000) | 0, value | 0)
  }

  /** Takes in a number of which the halves are known: two integers of 32 bits. */
  addHalves(high: number, low: number): void {
    const a = Math.imul(this.low ^ low, 0x85ebca6b)
    this.low = (a << 13) | (a >>> 19)
    const b = Math.imul(this.high ^ high ^ this.low, 0xc2b2ae35)
    this.high = (b << 17) | (b >>> 15)
  }

  get value(): number {
    const high = mix(this.high ^ this.low)
    return (high & 0x1fffff) * 0x1_0000_0000 + (mix(this.low + high) >>> 0)
  }
}

/** A hash of 64 bits over three texts, that of the first two where the third is ''. */
export function hashTriple(first: string, second: string, third: string, halves: Int32Array): void {
  hashPair(first, second, halves)
  if (third === '') return
  const [high, low] = lanes(third, halves[0]! ^ halves[1]!)
  halves[0]! ^= high
  halves[1]! ^= low
}

/** A hash of 64 bits over two texts, as two integers written into `halves`, so that nothing is made for it. Not for secrets. */
export function hashPair(first: string, second: string, halves: Int32Array): void {
  const [high, low] = lanes(first, 0)
  const [nextHigh, nextLow] = lanes(second, high ^ low)
  halves[0] = high ^ nextHigh
  halves[1] = low ^ nextLow
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/** The public id of a key: `c` and nine lower-case Crockford base32 characters (45 bits); the same key gives the same id for ever. */
export function publicId(key: string): string {
  let [high, low] = lanes(key, 0x63726d)
  let id = ''
  for (let count = 0; count < 9; count++) {
    id += crockford[low & 31]
    low = ((low >>> 5) | (high << 27)) >>> 0
    high >>>= 5
  }
  return `c${id}`
}
