import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { OrderRecord, Party } from '../../src/core/import/record.js'
import { aspectBits } from '../../src/core/import/told/aspects.js'
import type { Day } from '../../src/core/values/business-date.js'
import { applyImport } from '../../src/store/apply.js'
import { restoreBatch, voidBatch } from '../../src/store/batches.js'
import { editCustomer } from '../../src/store/by-hand.js'
import { addMarks } from '../../src/store/decisions.js'
import { derive, touchAll } from '../../src/store/derive.js'
import { holdToDecide, type Ledger, openLedger, write } from '../../src/store/ledger.js'
import { planImport } from '../../src/store/plan.js'
import { RowStager } from '../../src/store/row-stager.js'
import { loadSnapshot } from '../../src/store/snapshot.js'
import { openStaging } from '../../src/store/staging.js'
import { dumpLedger } from '../support/dump.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 3)
const seeded = process.env.CRM_SEED === undefined ? {} : { seed: Number(process.env.CRM_SEED) }

/** One state of an order; of two the later moment holds. */
interface State {
  readonly number: string
  readonly buyer: number
  readonly cents: number
  readonly moment: number
}

interface ModelBatch {
  readonly states: readonly State[]
  readonly decided: {
    readonly buyer: number
    readonly kind: 'tag' | 'untag' | 'city'
    readonly value: string | null
  } | null
  isVoided: boolean
}

/** What should be in the ledger: batches by number, and nothing else. */
type Model = Map<number, ModelBatch>

/** A ledger file that is opened for every command, as the program does. */
interface Real {
  readonly path: string
}

const live = (model: Model) => [...model].filter(([, { isVoided }]) => !isVoided).map(([, batch]) => batch)

function ordersIn(model: Model): Map<string, State> {
  const orders = new Map<string, State>()
  for (const state of live(model).flatMap(({ states }) => states)) {
    if ((orders.get(state.number)?.moment ?? -1) <= state.moment) orders.set(state.number, state)
  }
  return orders
}

interface ModelCustomer {
  readonly tags: Set<string>
  city: string
}

/** Whoever has an order or is spoken of by a decision. */
function customersIn(model: Model): Map<number, ModelCustomer> {
  const customers = new Map<number, ModelCustomer>()
  const of = (buyer: number) => customers.get(buyer) ?? customers.set(buyer, { tags: new Set(), city: '' }).get(buyer)!
  for (const { buyer } of ordersIn(model).values()) of(buyer)
  for (const { decided } of live(model)) {
    if (decided === null) continue
    const customer = of(decided.buyer)
    if (decided.kind === 'city') customer.city = decided.value ?? ''
    else if (decided.kind === 'tag') customer.tags.add(decided.value!)
    else customer.tags.delete(decided.value!)
  }
  return customers
}

function withLedger<T>({ path }: Real, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(path)
  try {
    return work(ledger)
  } finally {
    ledger.close()
  }
}

const instant = '2026-09-01T01:00:00.000Z'
const keyOf = (buyer: number) => `b:sheet/:B${buyer}`

const partyOf = (buyer: number): Party => ({
  ...{ platform: 'sheet', shop: '', buyerScope: 'shop', buyerId: `B${buyer}`, name: `Buyer ${buyer}`, email: '' },
  ...{ accountId: '', phone: '', company: '', country: '', region: '', city: '', address: '', postcode: '' },
})

const recordOf = ({ number, buyer, cents, moment }: State, row: number): OrderRecord => ({
  ...{
    number,
    kind: 'order',
    row,
    placedOn: 20_000 + Number(number.slice(1)),
    placedTime: null,
    paidOn: null,
    deliveredOn: null,
  },
  ...{ statedAt: moment, status: 'paid', isPaid: true, currency: 'USD', isCurrencyAssumed: false, worth: '' },
  ...{
    refundNumber: '',
    refundRows: '',
    totalMinor: cents,
    refundMinor: null,
    discountMinor: null,
    shippingMinor: null,
    taxMinor: null,
  },
  ...{
    feeMinor: null,
    costMinor: null,
    note: '',
    owner: '',
    tags: '',
    consent: '',
    rating: null,
    shop: '',
    party: partyOf(buyer),
    lines: [],
  },
})

const aspects = aspectBits(new Set(['orderId', 'buyerId', 'buyerName', 'status', 'orderTotal']))

function importStates(ledger: Ledger, states: readonly State[]): number {
  const staging = openStaging(ledger)
  const told = { tells: 'orders', sha256: '' } as const
  const source = {
    ...told,
    file: 'a.csv',
    sheet: '',
    format: 'sheet',
    platform: 'sheet',
    aspects,
    summary: '{}',
  } as const
  const id = staging.addSource(source)
  const stager = new RowStager()
  for (const [index, state] of states.entries()) stager.order(recordOf(state, index + 2))
  staging.taker(id, source.platform)(stager.take())
  staging.finish()
  return write(ledger, () => {
    planImport(ledger)
    return applyImport(ledger, instant, '{}').batch
  })
}

/** Compares all the ledger says with the model. */
function expectSame(model: Model, ledger: Ledger): void {
  const orders = ledger.db
    .prepare(`SELECT k.number, p.buyer_id AS buyer, o.total_minor AS cents FROM sales_order o JOIN order_key k ON k.id = o.order_id
      JOIN party p ON p.id = o.party_id ORDER BY k.number`)
    .all()
  const told = [...ordersIn(model).values()].map(({ number, buyer, cents }) => ({ number, buyer: `B${buyer}`, cents }))
  expect(orders).toEqual(told.sort((a, b) => (a.number < b.number ? -1 : 1)))
  const customers = loadSnapshot(ledger).customers.map(({ name, tags }) => [name, tags])
  const known = [...customersIn(model)].map(([buyer, { tags }]) => [`Buyer ${buyer}`, [...tags].sort()])
  expect(new Map(customers as [string, string[]][])).toEqual(new Map(known as [string, string[]][]))
  const cities = ledger.db.prepare('SELECT name, city FROM customer').raw().all() as [string, string][]
  expect(new Map(cities)).toEqual(new Map([...customersIn(model)].map(([buyer, { city }]) => [`Buyer ${buyer}`, city])))
}

type Step = fc.Command<Model, Real>

/** A step that becomes a batch, unless it is not fit for what is there. */
function step(name: string, make: (model: Model) => { batch: ModelBatch; write(ledger: Ledger): number } | null): Step {
  return {
    check: (model) => make(model) !== null,
    run(model, real) {
      const made = make(model)!
      withLedger(real, (ledger) => {
        model.set(made.write(ledger), made.batch)
        expectSame(model, ledger)
      })
    },
    toString: () => name,
  }
}

/** A file of new states and, as exports that overlap do, of states an earlier file had too. */
const imports: fc.Arbitrary<Step> = fc
  .record({
    fresh: fc.uniqueArray(
      fc.record({
        number: fc.nat(11).map((number) => `N${number}`),
        buyer: fc.nat(5),
        cents: fc.integer({ min: 1, max: 3 }),
        since: fc.nat(1000),
      }),
      { minLength: 1, maxLength: 4, selector: ({ number }) => number },
    ),
    again: fc.option(fc.nat()),
  })
  .map(({ fresh, again }) =>
    step(`import ${JSON.stringify({ fresh, again })}`, (model) => {
      const known = [...model.values()].filter(({ states }) => states.length > 0)
      const repeated = again === null || known.length === 0 ? [] : known[again % known.length]!.states
      // No two files speak of the same moment.
      const own = fresh.map(({ since, ...state }) => ({ ...state, moment: since * 10_000 + model.size }))
      const states = [...repeated.filter(({ number }) => own.every((state) => state.number !== number)), ...own]
      return { batch: { states, decided: null, isVoided: false }, write: (ledger) => importStates(ledger, states) }
    }),
  )

const decisions: fc.Arbitrary<Step> = fc
  .record({
    buyer: fc.nat(5),
    kind: fc.constantFrom('tag', 'untag', 'city'),
    value: fc.constantFrom('x', 'y', 'z'),
    isBack: fc.boolean(),
  })
  .map(({ buyer, kind, value, isBack }) =>
    step(`${kind} ${buyer} ${value}`, (model) => {
      if (!customersIn(model).has(buyer)) return null
      const decided = { buyer, kind, value: kind === 'city' && isBack ? null : value }
      const note = { detail: '' }
      return {
        batch: { states: [], decided, isVoided: false },
        write: (ledger) => {
          holdToDecide(ledger)
          return kind === 'city'
            ? editCustomer(ledger, instant, note, keyOf(buyer), 1 as Day, [{ field: 'city', value: decided.value }])
            : addMarks(ledger, instant, kind, note, keyOf(buyer), 1 as Day, [{ kind, value }])
        },
      }
    }),
  )

/** Takes back, or puts back, one of the batches that can be, and holds what it says of itself against the model. */
const changes: fc.Arbitrary<Step> = fc.record({ isRedo: fc.boolean(), nth: fc.nat() }).map(({ isRedo, nth }) => {
  const changeable = (model: Model) => [...model].filter(([, { isVoided }]) => isVoided === isRedo)
  return {
    check: (model) => changeable(model).length > 0,
    run(model, real) {
      const open = changeable(model)
      const [id, batch] = open[nth % open.length]!
      const numbers = [...new Set(batch.states.map(({ number }) => number))]
      const before = ordersIn(model)
      batch.isVoided = !isRedo
      const after = ordersIn(model)
      const isSame = (number: string) => {
        const [was, is] = [before.get(number)!, after.get(number)!]
        return was.buyer === is.buyer && was.cents === is.cents
      }
      const both = numbers.filter((number) => before.has(number) && after.has(number))
      withLedger(real, (ledger) => {
        const { orders } = isRedo ? restoreBatch(ledger, id) : voidBatch(ledger, id, instant)
        expectSame(model, ledger)
        expect({ ...orders, updated: orders.updated.length, alsoIn: null }).toEqual({
          removed: numbers.filter((number) => before.has(number) && !after.has(number)).length,
          inserted: numbers.filter((number) => !before.has(number) && after.has(number)).length,
          updated: both.filter((number) => !isSame(number)).length,
          unchanged: both.filter(isSame).length,
          alsoIn: null,
        })
      })
    },
    toString: () => `${isRedo ? 'redo' : 'undo'} ${nth}`,
  }
})

const steps = fc.array(
  fc.oneof({ weight: 4, arbitrary: imports }, { weight: 3, arbitrary: decisions }, { weight: 4, arbitrary: changes }),
  { minLength: 300, maxLength: 340, size: 'max' },
)

/** In memory nothing waits for a disk. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test('three hundred changes on end, some of them taken back and put back: the ledger is that of the model (a failure prints the seed)', () => {
  fc.assert(
    fc.property(steps, (commands) => {
      const folder = mkdtempSync(join(parent, 'crm-soak-'))
      const path = join(folder, 'crm.db')
      try {
        writeFileSync(path, '')
        fc.modelRun(() => ({ model: new Map(), real: { path } }), commands)
        const found = dumpLedger(path)
        withLedger({ path }, (ledger) =>
          write(ledger, () => {
            touchAll(ledger)
            derive(ledger)
          }),
        )
        expect(dumpLedger(path)).toEqual(found)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    // Shrinking three hundred steps takes minutes; CRM_SEED brings them back.
    { numRuns, endOnFailure: true, ...seeded },
  )
})
