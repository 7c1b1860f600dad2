import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import iconv from 'iconv-lite'
import { byteMutators, type Mutator } from './bytes.js'
import { tableMutators } from './table.js'
import { partMutators } from './xml.js'
import { zipMutators } from './zip.js'

/** A file that is whole before it is changed. */
export interface Seed {
  readonly name: string
  readonly bytes: Buffer
  readonly mutators: Readonly<Record<string, Mutator>>
}

const fixtures = resolve(import.meta.dirname, '..', '..', '..', 'fixtures')
/** Small files hold every kind of cell, and two thousand of them are read in a minute. */
const LARGEST = 16_384

/** What can be changed in a file, by how it is packed. */
function mutatorsFor(bytes: Buffer): Seed['mutators'] {
  if (bytes.subarray(0, 2).equals(Buffer.from('PK')))
    return { ...byteMutators, ...zipMutators, ...partMutators, ...partMutators }
  const isBinary = bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))
  return isBinary ? byteMutators : { ...byteMutators, ...tableMutators }
}

/** The fixtures of every layout that are small, whatever their kind: a file of a new kind is changed as soon as it is there. */
export function seedFiles(): Seed[] {
  const files = readdirSync(join(fixtures, 'formats'), { recursive: true, encoding: 'utf8' })
    .filter((path) => !/\.(json|md)$/.test(path) && extname(path) !== '')
    .sort()
    .map((path) => join(fixtures, 'formats', path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST)
  const whole = files.map((path): Seed => {
    const bytes = readFileSync(path)
    return { name: path.slice(fixtures.length + 1), bytes, mutators: mutatorsFor(bytes) }
  })
  return [...whole, ...inOtherEncodings(whole)]
}

/** Text files once more as other programs save them. */
function inOtherEncodings(seeds: readonly Seed[]): Seed[] {
  const texts = seeds.filter(({ name }) => /(with-status|merged|pattern-f|bare)\.csv$/.test(name))
  return texts.flatMap(({ name, bytes, mutators }) =>
    ['gb18030', 'utf-16le', 'utf-16be'].map((encoding) => ({
      name: name.replace('.csv', `.${encoding}.csv`),
      bytes: iconv.encode(bytes.toString('utf8'), encoding, { addBOM: encoding !== 'gb18030' }),
      mutators,
    })),
  )
}
