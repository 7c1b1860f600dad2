import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Shop } from '../commands/shop.js'
import { csvText, filledIn, type Grid, readGrid, type Writing } from './worked-list.js'

/** A list of some file in a shop: read, written into, imported. */
export function listFile(shop: Shop, file: string) {
  const path = join(shop.dir, file)
  const grid = () => readGrid(path)
  const save = (cells: Grid, as = file) => writeFileSync(join(shop.dir, as), csvText(cells))
  return {
    grid,
    save,
    write: (writing: Writing, as = file) => save(filledIn(grid(), writing), as),
    /** What an import of it came to, whatever its exit code. */
    async taken(...more: readonly string[]) {
      const { code, out, err } = await shop.crm('import', file, '--json', ...more)
      if (out === '') throw new Error(err)
      const { batch, sheets } = (JSON.parse(out) as { lists: { batch: number | null; sheets: readonly object[] } })
        .lists
      return { code, batch, ...sheets[0] } as Readonly<Record<string, unknown>>
    },
  }
}

/** What was said to a customer, the oldest first. */
export async function contactsOf(shop: Shop, customer: string): Promise<unknown[][]> {
  const { tables } = (await shop.json('show', customer)) as unknown as { tables: readonly (Answer & { key: string })[] }
  const rows = tables.find(({ key }) => key === 'contacts')?.rows ?? []
  return rows.toReversed().map(({ kind, channel, result, text, nextOn }) => [kind, channel, result, text, nextOn])
}
