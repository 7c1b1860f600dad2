import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ByteSource, Cell, Workbook } from '../../src/core/import/sheet.js'

/** Bytes in memory as a source; `most` limits what one read gives, as a pipe would. */
export function sourceOf(bytes: Uint8Array, name = 'orders.csv', most = Number.POSITIVE_INFINITY): ByteSource {
  return {
    name,
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + Math.min(target.length, most))
      target.set(part)
      return part.length
    },
  }
}

/** All rows of the first sheet and their numbers. */
export async function tableOf(workbook: Workbook): Promise<{ numbers: number[]; rows: (readonly Cell[])[] }> {
  const numbers: number[] = []
  const rows: (readonly Cell[])[] = []
  for await (const batch of workbook.sheets[0]!.rows()) {
    numbers.push(...batch.numbers)
    rows.push(...batch.rows)
  }
  return { numbers, rows }
}

const sharedRoot = process.env.CRM_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** A folder of the data that stands beside the project, with what to say when it does not. */
export function sharedFolder(name: string): { path: string; absent: boolean; note: string } {
  const path = `${sharedRoot}/${name}`
  const absent = !existsSync(path)
  return { path, absent, note: absent ? ` (skipped: no ${name} beside the project)` : '' }
}
