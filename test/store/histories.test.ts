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
  readonly does: 'log' | 'tag'
  readonly customer: number
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('import' as const), file: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'redo' as const), batch: fc.option(fc.nat(9)) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('log' as const, 'tag' as const), customer: fc.nat(9) }) },
)

/** What the ledger should hold: its batches, which of them are in force, and what each is of. */
interface Batch {
  readonly id: number
  readonly file: MadeFile | null
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
    if (batch !== null) batches.push({ id: batch, file, isVoided: false, voidedNth: 0 })
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
  const customers = world.dump().customers as { public_id: string }[]
  if (customers.length === 0) return
  const { public_id } = customers[step.customer % customers.length]!
  const { code, stderr } = await world.crm(
    ...(step.does === 'log' ? ['log', public_id, 'spoke'] : ['tag', public_id, 'vip']),
  )
  expect([code, stderr]).toEqual([0, expect.any(String)])
  const id = Math.max(0, ...batches.map((batch) => batch.id)) + 1
  batches.push({ id, file: null, isVoided: false, voidedNth: 0 })
}

const facts = ({ orders, customers, sharedKeys, profiles }: Dump) => ({ orders, customers, sharedKeys, profiles })

test('whatever was imported, taken back, put back and decided: the ledger is that of the batches in force', () =>
  fc.assert(
    fc.asyncProperty(madeFiles, fc.array(step, { minLength: 3, maxLength: 14 }), (files, steps) =>
      withLedger(async (world) => {
        const batches: Batch[] = []
        for (const [nth, step] of steps.entries()) await perform(world, batches, files, step, nth + 1)
        if (batches.length === 0) return
        const inForce = batches.filter(({ isVoided }) => !isVoided)
        const found = world.dump()
        expect(facts(found)).toEqual(facts(await dumpAfter(inForce.flatMap(({ file }) => (file ? [file] : [])))))
        expect(found.decisions).toHaveLength(inForce.filter(({ file }) => file === null).length)
        expect(world.dumpDerived()).toEqual(found)
      }),
    ),
    { numRuns },
  ))
