import type { ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// @ts-expect-error the generator has no types
import { workbookBytes } from '../fixtures/generator/workbook.js'
import { isBuilt, refuseStaleBuild } from './support/built.js'
import { dumpLedger } from './support/dump.js'
import { ends } from './support/program.js'
import { openWorld } from './support/world.js'

const project = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'crm-large-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the built program, which reads a large file in a thread of its own; the sources have none. */
function built(
  world: string,
  args: readonly string[],
  { isStopped = false, written = '', limit = '' }: { isStopped?: boolean; written?: string; limit?: string } = {},
) {
  const program = [process.execPath, join(project, 'bin', 'crm.js'), ...args]
  return ends(limit === '' ? program : ['/bin/sh', '-c', `${limit}; exec "$@"`, 'sh', ...program], {
    cwd: world,
    env: { HOME: world, CRM_DB: 'built.db', CRM_LANG: 'en', TZ: 'UTC' },
    ...(isStopped ? { during: (child) => stopAt(child, join(world, 'built.db')) } : {}),
    ...(written === '' ? {} : { during: (child) => writeDuring(child, join(world, written)) }),
  })
}

/** Goes on writing to a file for as long as the program runs. */
function writeDuring(child: ChildProcess, path: string): void {
  const writing = setInterval(() => appendFileSync(path, '\nB-1,2025-03-04,Ann,,,Patras,Ware,1,2.50,,paid,'), 20)
  child.on('close', () => clearInterval(writing))
}

/** Sends Ctrl-C once the ledger is made, which is before the reading begins. */
function stopAt(child: ChildProcess, ledger: string): void {
  const watch = setInterval(() => {
    if (!existsSync(ledger)) return
    clearInterval(watch)
    child.kill('SIGINT')
  }, 20)
  child.on('close', () => clearInterval(watch))
}

const orders = 9_000
const header = 'order id,date,buyer,email,phone,city,item,quantity,price,total,status,note'
const filler = 'wrapped twice and sent with a card, please leave it with the neighbours if nobody is at home '.repeat(4)

/** Three lines an order; every 500th order has its last line at the end of the file. */
function lines(dayOf: (order: number) => string): string[] {
  const together: string[] = []
  const apart: string[] = []
  for (let order = 0; order < orders; order++) {
    const buyer = order % 700
    for (let line = 0; line < 3; line++) {
      const price = 100 + ((order * 7 + line * 13) % 900)
      const cells = [
        `B-${10_000 + order}`,
        dayOf(order),
        `Buyer ${buyer}`,
        `buyer${buyer}@shop.example`,
        `+3069${String(10_000_000 + buyer)}`,
        'Patras',
        `Ware ${(order + line) % 50}`,
        String(1 + (line % 2)),
        (price / 100).toFixed(2),
        '',
        order % 40 === 0 ? 'cancelled' : 'paid',
        `"${filler}"`,
      ]
      const isApart = order % 500 === 0 && line === 2
      ;(isApart ? apart : together).push(cells.join(','))
    }
  }
  return [...together, ...apart]
}

const monthFirst = (order: number): string => {
  const day = order < orders - 100 ? 1 + (order % 12) : 13 + (order % 15)
  return `${String(1 + (order % 12)).padStart(2, '0')}/${String(day).padStart(2, '0')}/2025`
}

describe.skipIf(!isBuilt)('a large file, read in a thread of its own (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  async function both(name: string, text: string | Uint8Array) {
    const world = openWorld({}, folder)
    writeFileSync(join(world.folder, name), text)
    expect(statSync(join(world.folder, name)).size).toBeGreaterThan(8 << 20)
    const here = await world.crm('import', name)
    const apart = await built(world.folder, ['import', name])
    return { world, here, apart }
  }

  test('gives the same ledger and says the same, also when the end of the file decides how its beginning is read', async () => {
    const { world, here, apart } = await both('all.csv', [header, ...lines(monthFirst)].join('\n'))
    expect(here.code).toBe(0)
    expect(apart.code).toBe(here.code)
    expect(apart.stdout).toBe(here.stdout)
    expect(apart.stdout).toContain('orders: 9,000 new')
    expect(dumpLedger(join(world.folder, 'built.db'))).toEqual(dumpLedger(join(world.folder, 'crm.db')))
  })

  test('is of the country its headers tell of', async () => {
    const columns = '訂單編號,訂單狀態,訂單成立日期,買家帳號,收件者電話,商品名稱,數量,商品活動價格,訂單總金額,備註'
    const rows = Array.from(
      { length: 9_000 },
      (_, at) =>
        `24${10_000 + at},已完成,2025-03-04 10:00,buyer${at % 300},09123${45_000 + (at % 300)},茶,1,250,250,"${filler.repeat(3)}"`,
    )
    const { world, here, apart } = await both('taiwan.csv', [columns, ...rows].join('\n'))
    expect(here.stdout).toContain('TWD')
    expect(apart).toMatchObject({ code: 0, stdout: here.stdout })
    expect(dumpLedger(join(world.folder, 'built.db'))).toEqual(dumpLedger(join(world.folder, 'crm.db')))
  })

  test.each([
    ['Sale', 'Return'],
    ['销售单', '退货单'],
  ])('of slips of a till (%s, %s) has their sales, also when it comes again', async (sale, back) => {
    const rows = Array.from({ length: 2_000 }, (_, at) => {
      const kind = at % 1000 === 999 ? back : sale
      return `${kind},S${10_000 + at},2025-03-04,Buyer ${at % 300},0.45,${kind === back ? 'S10001' : ''},"${filler.repeat(12)}"`
    })
    const text = ['Type,No,Date,Customer,Amount,Original receipt,Remark', ...rows].join('\n')
    const { world, here, apart } = await both('slips.csv', text)
    // 1,998 sales less two returns.
    expect(here.stdout).toContain('net 898.20')
    expect(apart).toMatchObject({ code: 0, stdout: here.stdout })
    expect(dumpLedger(join(world.folder, 'built.db'))).toEqual(dumpLedger(join(world.folder, 'crm.db')))
    const again = await built(world.folder, ['import', 'slips.csv'])
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Slips of a till')])
  })

  test('may have a sheet a month', async () => {
    const long = (row: number) => `${row} ${filler.repeat(80)}`
    const sheets = Array.from({ length: 14 }, (_, month) => ({
      name: `Month ${month}`,
      rows: [
        header.split(','),
        ...Array.from({ length: 20 }, (_, at) => [
          ...[`B-${1000 + month * 20 + at}`, '2025-03-04', `Buyer ${at}`, '', '', 'Patras', 'Ware', 1, 2.5, '', 'paid'],
          long(month * 20 + at),
        ]),
      ],
    }))
    const { world, here, apart } = await both('year.xlsx', workbookBytes(sheets))
    expect(apart).toEqual({ code: here.code, signal: null, stdout: here.stdout, stderr: here.stderr })
    expect(apart.stdout).toContain('Month 13')
    expect(dumpLedger(join(world.folder, 'built.db'))).toEqual(dumpLedger(join(world.folder, 'crm.db')))
  })

  test.skipIf(process.platform === 'win32')(
    'says that the disk is full, and is no bug, when rows cannot be set aside',
    async () => {
      const world = openWorld({}, folder)
      const rows = lines(() => '2025-03-04')
      const turned = [...rows.filter((_, at) => at % 3 === 0), ...rows.filter((_, at) => at % 3 > 0)]
      writeFileSync(join(world.folder, 'apart.csv'), [header, ...turned].join('\n'))
      const { code, stderr } = await built(world.folder, ['import', 'apart.csv'], { limit: 'ulimit -f 2000' })
      expect([code, stderr]).toEqual([74, expect.stringContaining('built.db')])
    },
  )

  /** What the thread says of a file it cannot read. */
  const saidOf = async (open: { readonly path: string; readonly name: string; readonly stamp: string }) => {
    const worker = new Worker(join(project, 'dist', 'chunks', 'sheet-worker.js'))
    return new Promise((done, failed) => {
      worker.on('message', done).on('error', failed)
      worker.postMessage({ open })
      worker.postMessage({ position: 0, match: {} })
    }).finally(() => worker.terminate())
  }

  test('is refused where another has taken its place when the thread opens it', async () => {
    const path = join(folder, 'other.csv')
    writeFileSync(path, header)
    expect(await saidOf({ path, name: 'other.csv', stamp: '1:2:3:4' })).toMatchObject({
      failed: { code: 'file.changed', expected: { kind: 'no-input', params: { file: 'other.csv' } } },
    })
  })

  test('is refused when it is written to while it is read', async () => {
    const world = openWorld({}, folder)
    const text = lines(() => '2025-03-04').join('\n')
    writeFileSync(join(world.folder, 'long.csv'), [header, text, text].join('\n'))
    const { code, stderr } = await built(world.folder, ['import', 'long.csv'], { written: 'long.csv' })
    expect([code, stderr]).toEqual([66, expect.stringContaining('"long.csv" was changed by another program')])
    expect(existsSync(join(world.folder, 'built.db'))).toBe(false)
  })

  test('that is gone when the thread opens it is said to be missing', async () => {
    const said = await saidOf({ path: join(folder, 'gone.csv'), name: 'gone.csv', stamp: '' })
    expect(said).toMatchObject({
      failed: { code: 'file.missing', expected: { kind: 'no-input', params: { file: 'gone.csv' } } },
    })
  })

  test('is refused in the same words and leaves nothing behind', async () => {
    const text = [header, ...lines(() => '2025-03-04'), 'B-1,2025-03-04,"never closed'].join('\n')
    const { world, here, apart } = await both('cut.csv', text)
    expect(here.code).toBe(65)
    expect(apart).toMatchObject({ code: 65, stdout: '', stderr: here.stderr })
    expect(existsSync(join(world.folder, 'built.db'))).toBe(false)
  })

  test('is given up at Ctrl-C also while orders that do not stand together are looked for', async () => {
    const world = openWorld({}, folder)
    const text = lines(() => '2025-03-04').join('\n')
    // The first order goes on below the second: all rows are looked at before any is taken, up to a fault in the last of them.
    const scattered = ['B-1', 'B-2', 'B-1'].map((id) => `${id},2025-03-04,Ann,,,Patras,Ware,1,2.50,,paid,`)
    const rows = [header, ...scattered, text, text, text, text, '"never closed']
    writeFileSync(join(world.folder, 'long.csv'), rows.join('\n'))
    const { code, stderr } = await built(world.folder, ['import', 'long.csv'], { isStopped: true })
    expect([code, stderr]).toEqual([130, expect.stringContaining('nothing was changed')])
    expect(existsSync(join(world.folder, 'built.db'))).toBe(false)
  })

  test('is given up at Ctrl-C', async () => {
    const world = openWorld({}, folder)
    const text = lines(() => '2025-03-04').join('\n')
    writeFileSync(join(world.folder, 'long.csv'), [header, text, text, text, text].join('\n'))
    const { code, stderr } = await built(world.folder, ['import', 'long.csv'], { isStopped: true })
    expect([code, stderr]).toEqual([130, expect.stringContaining('nothing was changed')])
    expect(existsSync(join(world.folder, 'built.db'))).toBe(false)
  })
})
