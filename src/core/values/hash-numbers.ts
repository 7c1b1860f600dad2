/** Three integers a place: the halves of the hash and the number; 0 is a free place. */
const width = 3

/** Numbers from 1 on, each by a hash of 64 bits in two halves, in one array: looked up without touching any object. */
export class HashNumbers {
  private places = new Int32Array(width * 1024)
  /** How many are kept. */
  size = 0

  /** The number of a hash; 0 where there is none. */
  get(high: number, low: number): number {
    return this.places[this.placeOf(high, low) + 2]!
  }

  /** Keeps the number of a hash that has none yet. */
  set(high: number, low: number, number: number): void {
    if (this.size * 2 * width >= this.places.length) this.grow()
    const at = this.placeOf(high, low)
    this.places[at] = high
    this.places[at + 1] = low
    this.places[at + 2] = number
    this.size++
  }

  clear(): void {
    this.places.fill(0)
    this.size = 0
  }

  /** Where a hash is or would be. */
  private placeOf(high: number, low: number): number {
    const { places } = this
    const count = places.length / width
    let at = (low & (count - 1)) * width
    while (places[at + 2] !== 0 && (places[at] !== high || places[at + 1] !== low))
      at = at + width === places.length ? 0 : at + width
    return at
  }

  private grow(): void {
    const old = this.places
    this.places = new Int32Array(old.length * 2)
    this.size = 0
    for (let at = 0; at < old.length; at += width) if (old[at + 2] !== 0) this.set(old[at]!, old[at + 1]!, old[at + 2]!)
  }
}
