import { join } from 'node:path'
import { type Dump, dumpLedger } from './dump.js'
import { makeWorld, type World } from './world.js'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'formats')

/** A ledger of some fixtures, imported one after the other. */
export async function ledgerOf(files: readonly string[]): Promise<{ readonly world: World; readonly dump: Dump }> {
  const world = makeWorld()
  for (const file of files) {
    const { code, stderr } = await world.crm('import', world.take(join(fixtures, file), file.replaceAll('/', '-')))
    if (code !== 0) throw new Error(`${file}: exit ${code}\n${stderr}`)
  }
  return { world, dump: dumpLedger(join(world.folder, 'crm.db')) }
}
