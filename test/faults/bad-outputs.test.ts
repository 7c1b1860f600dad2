import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, refuseStaleBuild } from '../support/built.js'
import { makeWorld, type World } from '../support/world.js'

const header = 'Order ID,Order Date,Customer,Email,Phone,Country,Currency,Total'

/** Runs a line of the shell, where there is one. */
function isDone(line: string): boolean {
  return spawnSync('bash', ['-c', line]).status === 0
}

/** A shop of a few hundred customers, so that every output is longer than the smallest disk. */
async function largeShop(): Promise<World> {
  const shop = makeWorld()
  const rows = Array.from(
    { length: 300 },
    (_, n) => `A${n},2026-08-1${n % 10},Buyer number ${n},buyer${n}@example.com,1380000${1000 + n},CN,CNY,${n + 1}.00`,
  )
  fs.writeFileSync(join(shop.folder, 'a.csv'), [header, ...rows].join('\n'))
  expect((await shop.crm('import', 'a.csv')).code).toBe(0)
  return shop
}

/** Every kind of file there is, with a command that writes it. */
const OUTPUTS: readonly (readonly [string, readonly string[]])[] = [
  ...['xlsx', 'html', 'zip', 'json', 'md', 'txt'].map((ending) => [ending, ['report', 'monthly']] as const),
  ['html', ['report', 'statement', 'buyer1@example.com', '--period', '2026-08']],
  ['csv', ['contacts', '--preset', 'google']],
  ['vcf', ['contacts']],
  ['tsv', ['list']],
  ['jsonl', ['list']],
  ['ics', ['due', '--days', '30']],
]

const hasFull = fs.existsSync('/dev/full') && fs.statSync('/dev/full').isCharacterDevice()

describe.skipIf(!hasFull)('a device that takes nothing (needs /dev/full)', () => {
  test.each(OUTPUTS)('%s of crm %j: exit 74, one sentence', async (ending, argv) => {
    const shop = await largeShop()
    fs.symlinkSync('/dev/full', join(shop.folder, `full.${ending}`))
    const { code, stderr } = await shop.crm(...argv, '-o', `full.${ending}`)
    expect([code, stderr]).toEqual([74, expect.stringContaining('The disk is full')])
    expect(fs.statSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  const project = resolve(import.meta.dirname, '..', '..')

  describe.skipIf(!isBuilt)('as stdout (needs npm run build)', () => {
    beforeAll(refuseStaleBuild)

    test.each([
      ['--help'],
      ['--version'],
      ['status'],
      ['report monthly'],
      ['report monthly --format html'],
      ['contacts --format vcf'],
      ['tag buyer1@example.com x --json'],
      ['backup list --json'],
      ['completion bash'],
    ])('crm %s', async (line) => {
      const shop = await largeShop()
      const command = `"${process.execPath}" "${join(project, 'bin', 'crm.js')}" ${line} > /dev/full`
      const env = { ...process.env, CRM_DB: join(shop.folder, 'crm.db'), CRM_LANG: 'en', HOME: shop.folder }
      const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: shop.folder, env, encoding: 'utf8' })
      expect([status, stderr]).toEqual([
        74,
        expect.stringContaining('The output could not be written: the disk is full.'),
      ])
    })
  })
})

const canPipe = isDone('mkfifo --version')

test.skipIf(!canPipe)('a backup is put in the place of no pipe or device (needs mkfifo)', async () => {
  const shop = await largeShop()
  expect(isDone(`mkfifo "${join(shop.folder, 'pipe')}"`)).toBe(true)
  for (const force of [[], ['--force']]) {
    const { code, stderr } = await shop.crm('backup', '-o', 'pipe', ...force)
    expect([code, stderr]).toEqual([73, expect.stringContaining('is a device, not a file')])
  }
  expect(fs.statSync(join(shop.folder, 'pipe')).isFIFO()).toBe(true)
})

test.skipIf(!canPipe)('a pipe is no ledger and no backup, and is not waited at (needs mkfifo)', async () => {
  const shop = await largeShop()
  expect(isDone(`mkfifo "${join(shop.folder, 'pipe')}"`)).toBe(true)
  for (const argv of [['status'], ['check'], ['import', 'a.csv'], ['backup'], ['demo']]) {
    const { code, stderr } = await shop.crm(...argv, '--db', 'pipe')
    expect([code, stderr]).toEqual([65, expect.stringContaining('pipe" is not a crm ledger')])
  }
  expect((await shop.crm('restore', 'pipe', '--yes', '--confirm', 'crm.db')).code).toBe(66)
})

describe('a report of ours that is open in Excel', () => {
  test.each(OUTPUTS)('%s of crm %j: exit 73, and nothing is changed', async (ending, argv) => {
    const shop = await largeShop()
    const [file, lock] = [join(shop.folder, `out.${ending}`), join(shop.folder, `~$out.${ending}`)]
    expect((await shop.crm(...argv, '-o', file)).code).toBe(0)
    fs.writeFileSync(lock, '')
    const before = fs.readFileSync(file)
    const { code, stderr } = await shop.crm(...argv, '-o', file)
    expect([code, stderr]).toEqual([73, expect.stringContaining('is open in Excel or WPS')])
    expect(fs.readFileSync(file).equals(before)).toBe(true)
    fs.rmSync(lock)
    expect((await shop.crm(...argv, '-o', file)).code).toBe(0)
  })
})

test.each(OUTPUTS)('%s of crm %j is never written over the ledger', async (ending, argv) => {
  const shop = await largeShop()
  const ledger = `ledger.${ending}`
  fs.renameSync(join(shop.folder, 'crm.db'), join(shop.folder, ledger))
  const before = fs.readFileSync(join(shop.folder, ledger))
  const { code, stderr } = await shop.crm(...argv, '--db', ledger, '-o', ledger, '--force')
  expect([code, stderr]).toEqual([73, expect.stringContaining('never written over')])
  expect(fs.readFileSync(join(shop.folder, ledger)).equals(before)).toBe(true)
})

/** A disk of a few pages is mounted on a folder. */
function mountSmall(folder: string): boolean {
  fs.mkdirSync(folder)
  return isDone(`mount -t tmpfs -o size=16k tmpfs "${folder}"`)
}

function canMount(): boolean {
  const folder = fs.mkdtempSync(join(tmpdir(), 'crm-disk-'))
  const isMounted = mountSmall(join(folder, 'disk'))
  if (isMounted) isDone(`umount "${join(folder, 'disk')}"`)
  fs.rmSync(folder, { recursive: true })
  return isMounted
}

/** What is packed, and the statement of one customer, finds room on any disk. */
const LONG = OUTPUTS.filter(([ending, argv]) => ending !== 'zip' && !argv.includes('statement'))

describe.skipIf(!canMount())('a full disk (needs the right to mount one)', () => {
  test.each<readonly [string, readonly string[]]>([
    ...LONG,
    ['zip', ['export-all']],
    ['all', ['export-all']],
    ['db', ['backup']],
  ])('%s of crm %j: exit 74, the old file stays, nothing is left beside it', async (ending, argv) => {
    const shop = await largeShop()
    const disk = join(shop.folder, 'disk')
    expect(mountSmall(disk)).toBe(true)
    try {
      const [file, isFolder] = [join(disk, `out.${ending}`), ending === 'all']
      if (!isFolder) fs.writeFileSync(file, 'old')
      const before = fs.readdirSync(disk)
      const target = argv[0] === 'export-all' ? [file] : ['-o', file]
      const { code, stderr } = await shop.crm(...argv, ...target, ...(isFolder ? [] : ['--force']))
      expect([code, stderr]).toEqual([74, expect.stringContaining('disk')])
      expect(fs.readdirSync(disk)).toEqual(before)
      if (!isFolder) expect(fs.readFileSync(file, 'utf8')).toBe('old')
    } finally {
      isDone(`umount "${disk}"`)
    }
  })
})
