import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Dump } from '../support/dump.js'
import { dumpAfter, type LedgerWorld, withLedger } from '../support/ledger-world.js'
import { type MadeFile, madeFiles } from '../support/made-shop.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 25)

type Step =
  | { readonly does: 'import'; readonly file: number }
  | { readonly does: 'undo' | 'redo'; readonly batch: number | null }
  | Decision

interface Decision {
  readonly does: 'log' | 'tag' | 'edit'
  readonly customer: number
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('import' as const), file: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const), batch: fc.option(fc.nat(9)) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('log' as const, 'tag' as const, 'edit' as const),
      customer: fc.nat(9),
    }),
  },
)

/** What the ledger should hold: its batches, which of them are in force, and what each is of. */
interface Batch {
  readonly id: number
  readonly file: MadeFile | null
  /** The customer's own key when it was decided about. */
  readonly key: string | null
  /** The region typed by hand; no file tells one. */
  readonly region?: string
  isVoided: boolean
  /** Order in which batches were taken back. */
  voidedNth: number
}

/** One random command, done by the program and told to the model. */
async function perform(
  world: LedgerWorld,
  batches: Batch[],
  files: readonly MadeFile[],
  step: Step,
  nth: number,
): Promise<void> {
  if (step.does === 'import') {
    const file = files[step.file % files.length]!
    const { batch } = await world.take(file)
    if (batch !== null) batches.push({ id: batch, file, key: null, isVoided: false, voidedNth: 0 })
  } else if ('batch' in step) {
    const isRedo = step.does === 'redo'
    const open = batches.filter(({ isVoided }) => isVoided === isRedo)
    const newest = isRedo ? open.toSorted((a, b) => b.voidedNth - a.voidedNth)[0] : open.at(-1)
    const meant = step.batch === null ? newest : batches[step.batch % Math.max(1, batches.length)]
    const argv = [...(step.batch === null || !meant ? [] : [String(meant.id)]), ...(isRedo ? ['--redo'] : [])]
    const { code } = await world.crm('undo', ...argv)
    const isFit = meant !== undefined && meant.isVoided === isRedo
    // Before the first batch there may be no ledger at all.
    if (!isFit) expect([1, 66]).toContain(code)
    else {
      expect(code).toBe(0)
      meant.isVoided = !isRedo
      meant.voidedNth = nth
    }
  } else await decide(world, batches, step)
}

async function decide(world: LedgerWorld, batches: Batch[], step: Decision): Promise<void> {
  if (batches.length === 0) return
  const customers = world.dump().customers as { public_id: string; key: string }[]
  if (customers.length === 0) return
  const { public_id, key } = customers[step.customer % customers.length]!
  const id = Math.max(0, ...batches.map((batch) => batch.id)) + 1
  const region = `Region ${id}`
  const argv = { log: ['log', public_id, 'spoke'], tag: ['tag', public_id, 'vip'], edit: ['edit', public_id] }[
    step.does
  ]
  const { code, stderr } = await world.crm(...argv, ...(step.does === 'edit' ? ['--region', region] : []))
  expect([code, stderr]).toEqual([0, expect.any(String)])
  batches.push({ id, file: null, key, isVoided: false, voidedNth: 0, ...(step.does === 'edit' ? { region } : {}) })
}

interface DumpedCustomer {
  readonly key: string
  /** JSON. */
  readonly parties: string
  readonly [field: string]: unknown
}

const customersOf = (dump: Dump) => dump.customers as DumpedCustomer[]
const partiesOf = ({ parties }: DumpedCustomer) => JSON.parse(parties) as string[]

/** What the files in force say is all there, of every customer they name; customers may be joined or left by decisions. */
function expectFacts(found: Dump, told: Dump): void {
  const named = new Set(customersOf(told).flatMap(partiesOf))
  const isTold = (customer: DumpedCustomer) => partiesOf(customer).every((party) => named.has(party))
  const withoutCustomer = (dump: Dump) =>
    (dump.orders as { customer: unknown }[]).map((order) => ({ ...order, customer: null }))
  expect(withoutCustomer(found)).toEqual(withoutCustomer(told))
  expect(found.profiles).toEqual(told.profiles)
  const imported = customersOf(found).map((customer) => ({ ...customer, region: '' }))
  expect(customersOf(told)).toEqual(expect.arrayContaining(imported.filter(isTold)))
  const stay = new Set(customersOf(found).flatMap(partiesOf))
  expect([...named].filter((party) => !stay.has(party))).toEqual([])
  if (customersOf(found).every(isTold)) {
    const facts = { customers: imported, decisions: [], snapshot: null }
    expect({ ...found, ...facts }).toEqual({ ...told, decisions: [], snapshot: null })
  }
}

/** Decisions by strong keys still speak of somebody, and whoever has no orders and is in no list is there for one of them. */
function expectLeft(found: Dump, keys: ReadonlySet<string>): void {
  const profiled = new Set((found.profiles as { party: string }[]).map(({ party }) => party))
  const bought = new Set((found.orders as { buyer: string | null }[]).map(({ buyer }) => buyer))
  const carried = (customer: DumpedCustomer) => [customer.key, ...partiesOf(customer).flatMap(strongKeys)]
  for (const key of keys) {
    if (!key.startsWith('n:')) expect(customersOf(found).flatMap(carried)).toContain(key)
  }
  for (const customer of customersOf(found)) {
    if (partiesOf(customer).some((party) => profiled.has(party) || bought.has(party))) continue
    expect(carried(customer).some((key) => keys.has(key))).toBe(true)
  }
}

/** Each customer has the region typed last about a key that is his and no switchboard's, or the name an order was told under. */
function expectTyped(found: Dump, inForce: readonly Batch[]): void {
  const shared = new Set((found.sharedKeys as { text: string }[]).map(({ text }) => text))
  const names = found.keyUses as { party: string; text: string; is_used: 0 | 1 }[]
  for (const customer of customersOf(found)) {
    const own = [
      customer.key,
      ...names.flatMap(({ party, text, is_used }) =>
        is_used === 1 && partiesOf(customer).includes(party) ? [text] : [],
      ),
      ...partiesOf(customer)
        .flatMap(strongKeys)
        .filter((key) => !shared.has(key)),
    ]
    const typed = inForce.findLast(({ key, region }) => region !== undefined && own.includes(key ?? ''))
    expect([customer.key, customer.region]).toEqual([customer.key, typed?.region ?? ''])
  }
}

/** The e-mail and phone keys of a dumped party. */
function strongKeys(party: string): string[] {
  const [, , , , , , email, phone] = JSON.parse(party) as string[]
  return [email === '' ? [] : [`e:${email}`], phone === '' ? [] : [`p:${phone}`]].flat()
}

const decidedKeys = (inForce: readonly Batch[]) => new Set(inForce.flatMap(({ key }) => (key === null ? [] : [key])))

test('whatever was imported, taken back, put back and decided: the ledger is that of the batches in force', () =>
  fc.assert(
    fc.asyncProperty(madeFiles, fc.array(step, { minLength: 3, maxLength: 14 }), (files, steps) =>
      withLedger(async (world) => {
        const batches: Batch[] = []
        for (const [nth, step] of steps.entries()) await perform(world, batches, files, step, nth + 1)
        if (batches.length === 0) return
        const inForce = batches.filter(({ isVoided }) => !isVoided)
        const found = world.dump()
        expectFacts(found, await dumpAfter(inForce.flatMap(({ file }) => (file ? [file] : []))))
        expectLeft(found, decidedKeys(inForce))
        expectTyped(found, inForce)
        expect(found.decisions).toHaveLength(inForce.filter(({ file }) => file === null).length)
        expect(world.dumpDerived()).toEqual(found)
      }),
    ),
    { numRuns },
  ))
