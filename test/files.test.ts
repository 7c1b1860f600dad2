import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Content, writeFileAtomically } from '../src/atomic-write.js'
import { UserError } from '../src/core/values/failure.js'
import { exists, fileStamp, freeBytes, isFolder, isOpenInExcel } from '../src/file-facts.js'
import {
  dataFolder,
  listDirectory,
  makePrivateFile,
  makePrivateFolder,
  makeTemporaryFolder,
  openBytes,
  spool,
  sweepTemporaryFolders,
} from '../src/files.js'
import { isOwnWork, rememberOwnWork } from '../src/written.js'

/** One call of node:fs that fails: the `nth` of that name, with that code; `always` from there on. */
interface Fault {
  readonly name: string
  readonly code: string
  readonly nth: number
  readonly always?: boolean
}

const faults = vi.hoisted(() => ({ next: null as Fault | null, calls: new Map<string, number>() }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const faulty = Object.entries(real).map(([name, value]) => {
    if (typeof value !== 'function' || !name.endsWith('Sync')) return [name, value]
    const call = (...args: unknown[]) => {
      const count = (faults.calls.get(name) ?? 0) + 1
      faults.calls.set(name, count)
      const fault = faults.next
      if (fault?.name === name && (fault.always ? count >= fault.nth : count === fault.nth)) {
        throw Object.assign(new Error(fault.code), { code: fault.code, syscall: name })
      }
      return (value as (...args: unknown[]) => unknown)(...args)
    }
    return [name, call]
  })
  return Object.fromEntries(faulty)
})

let dir = ''
const at = (name: string) => join(dir, name)
const read = (name: string) => fs.readFileSync(at(name), 'utf8')
const mode = (path: string) => fs.statSync(path).mode & 0o777

beforeEach(() => {
  dir = fs.mkdtempSync(join(tmpdir(), 'crm-files-'))
})

afterEach(() => {
  faults.next = null
  fs.rmSync(dir, { recursive: true, force: true })
})

async function failure(work: () => unknown): Promise<UserError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

function failNext(fault: Fault): void {
  faults.calls.clear()
  faults.next = fault
}

describe('openBytes', () => {
  test('reads any part of a file and knows its size and name', () => {
    fs.writeFileSync(at('a.csv'), 'hello world')
    const file = openBytes(at('a.csv'), 'a.csv')
    const target = new Uint8Array(5)
    expect([file.name, file.size]).toEqual(['a.csv', 11])
    expect(file.read(target, 6)).toBe(5)
    expect(Buffer.from(target).toString()).toBe('world')
    expect(file.read(target, 11)).toBe(0)
    file.close()
  })

  test('a file that was written to since is told from one that was not, and from another of the same content', async () => {
    for (const name of ['a.csv', 'b.csv']) fs.writeFileSync(at(name), 'hello world')
    const [file, same, other] = [openBytes(at('a.csv')), openBytes(at('a.csv')), openBytes(at('b.csv'))]
    expect([same.stamp === file.stamp, other.stamp === file.stamp]).toEqual([true, false])
    expect(() => file.checkUnchanged()).not.toThrow()
    fs.utimesSync(at('a.csv'), 1, 1)
    expect(await failure(() => file.checkUnchanged())).toMatchObject({
      ...{ kind: 'no-input', code: 'file.changed', params: { file: at('a.csv') } },
    })
    fs.appendFileSync(at('b.csv'), '!')
    expect(await failure(() => other.checkUnchanged())).toMatchObject({ code: 'file.changed' })
    for (const one of [file, same, other]) one.close()
  })

  test('a missing file names those that look like it', async () => {
    fs.writeFileSync(at('orders-2026.csv'), '')
    fs.writeFileSync(at('other.xlsx'), '')
    const error = await failure(() => openBytes(at('orders-2025.csv'), 'orders-2025.csv'))
    expect(error).toMatchObject({ kind: 'no-input', code: 'file.missing' })
    expect(error.params).toEqual({ file: 'orders-2025.csv', near: 'orders-2026.csv' })
  })

  test('a missing folder is a missing file', async () => {
    expect(await failure(() => openBytes(at('none/orders.csv')))).toMatchObject({ code: 'file.missing' })
  })

  test('a folder names the spreadsheets in it', async () => {
    for (const name of ['b.xlsx', 'a.CSV', 'notes.doc']) fs.writeFileSync(at(name), '')
    const error = await failure(() => openBytes(dir, 'exports'))
    expect(error).toMatchObject({
      kind: 'no-input',
      code: 'file.directory',
      params: { file: 'exports', inside: 'a.CSV, b.xlsx' },
    })
  })

  test('a file that may not be read, and a disk that fails in the middle', async () => {
    fs.writeFileSync(at('a.csv'), 'x')
    failNext({ name: 'openSync', code: 'EACCES', nth: 1 })
    expect(await failure(() => openBytes(at('a.csv')))).toMatchObject({
      code: 'file.unreadable',
      params: { reason: 'EACCES' },
    })
    const file = openBytes(at('a.csv'))
    failNext({ name: 'readSync', code: 'EIO', nth: 1 })
    expect(await failure(() => file.read(new Uint8Array(1), 0))).toMatchObject({
      kind: 'disk',
      code: 'file.read-failed',
    })
    file.close()
  })

  test('a workbook open in Excel is seen by the file Excel keeps beside it', () => {
    fs.writeFileSync(at('~$a.xlsx'), '')
    expect([isOpenInExcel(at('a.xlsx')), isOpenInExcel(at('b.xlsx'))]).toEqual([true, false])
  })
})

describe('writeFileAtomically', () => {
  async function* chunks(): AsyncIterable<string | Uint8Array> {
    yield '订单'
    yield new Uint8Array([10, 49])
  }

  test.each<[string, Content, string]>([
    ['text', '订单\n1', '订单\n1'],
    ['bytes', Buffer.from('bytes'), 'bytes'],
    ['a list of chunks', ['a', 'b'], 'ab'],
    ['chunks that come later', chunks(), '订单\n1'],
  ])('writes %s, private to the user, and leaves nothing else', async (_, content, expected) => {
    await writeFileAtomically(at('out.csv'), content)
    expect(read('out.csv')).toBe(expected)
    expect(mode(at('out.csv'))).toBe(0o600)
    expect(listDirectory(dir)).toEqual(['out.csv'])
  })

  test('leaves a file that is there as it is, unless forced', async () => {
    fs.writeFileSync(at('out.csv'), 'old')
    expect(await failure(() => writeFileAtomically(at('out.csv'), 'new'))).toMatchObject({
      kind: 'cannot-write',
      code: 'write.exists',
    })
    expect(read('out.csv')).toBe('old')
    await writeFileAtomically(at('out.csv'), 'new', { force: true })
    expect(read('out.csv')).toBe('new')
  })

  test('never writes over an input, however it is named', async () => {
    fs.writeFileSync(at('in.csv'), 'in')
    fs.linkSync(at('in.csv'), at('same.csv'))
    fs.symlinkSync(at('in.csv'), at('link.csv'))
    for (const name of ['in.csv', 'same.csv', 'link.csv', './in.csv']) {
      const write = () => writeFileAtomically(at(name), 'out', { force: true, keep: [at('in.csv'), at('gone.csv')] })
      expect(await failure(write)).toMatchObject({ code: 'write.is-input' })
    }
    expect(read('in.csv')).toBe('in')
  })

  test('a link keeps pointing: the file behind it is replaced', async () => {
    fs.writeFileSync(at('real.csv'), 'old')
    fs.symlinkSync(at('real.csv'), at('link.csv'))
    await writeFileAtomically(at('link.csv'), 'new', { force: true })
    expect(read('real.csv')).toBe('new')
    expect(fs.lstatSync(at('link.csv')).isSymbolicLink()).toBe(true)
  })

  test('names what stands in the way: a folder, a missing folder', async () => {
    expect(await failure(() => writeFileAtomically(dir, 'x'))).toMatchObject({ code: 'write.directory' })
    const error = await failure(() => writeFileAtomically(at('none/out.csv'), 'x'))
    expect(error).toMatchObject({ code: 'write.no-folder', params: { folder: at('none') } })
  })

  test('makes the folder when it is asked to, private to the user; otherwise says how to ask', async () => {
    await writeFileAtomically(at('a/b/out.csv'), 'x', { makesFolder: true })
    expect([read('a/b/out.csv'), mode(at('a/b')), mode(at('a'))]).toEqual(['x', 0o700, 0o700])
    expect(await failure(() => writeFileAtomically(at('none/out.csv'), 'x', { makesFolder: false }))).toMatchObject({
      code: 'write.no-folder',
      params: { option: '--mkdirs' },
    })
    expect(listDirectory(dir)).toEqual(['a'])
  })

  test('a file where a folder should be is not replaced by one', async () => {
    fs.writeFileSync(at('a'), 'file')
    const error = await failure(() => writeFileAtomically(at('a/out.csv'), 'x', { makesFolder: true }))
    expect([error.kind, read('a')]).toEqual(['cannot-write', 'file'])
  })

  test.each(['订'.repeat(85), '订'.repeat(84), 'x'.repeat(255)])(
    'takes the longest names a system takes',
    async (name) => {
      await writeFileAtomically(at(name), 'x')
      expect(listDirectory(dir)).toEqual([name])
    },
  )

  test('a name too long for the system is told as such, and is nobody’s file', async () => {
    const name = at('订'.repeat(86))
    expect(await failure(() => writeFileAtomically(name, 'x', { force: true }))).toMatchObject({
      kind: 'cannot-write',
      code: 'write.long-name',
    })
    expect([isFolder(name), fileStamp(name), exists(name)]).toEqual([false, null, false])
  })

  test.each(['con', 'CON.csv', 'nul.xlsx', 'Lpt1.tar.gz'])('%s is no name of a file', async (name) => {
    expect(await failure(() => writeFileAtomically(at(name), 'x', { force: true }))).toMatchObject({
      code: 'write.reserved-name',
      params: { name },
    })
    expect(listDirectory(dir)).toEqual([])
  })

  test.each(['contacts.csv', 'auxiliary', 'x.con'])('%s is one', async (name) => {
    await writeFileAtomically(at(name), 'x')
    expect(listDirectory(dir)).toEqual([name])
  })

  test.skipIf(!fs.existsSync('/dev/full'))(
    'writes into a device instead of replacing it (needs /dev/full)',
    async () => {
      expect(await failure(() => writeFileAtomically('/dev/full', 'x'))).toMatchObject({
        kind: 'disk',
        code: 'disk.full',
      })
      expect(fs.statSync('/dev/full').isCharacterDevice()).toBe(true)
    },
  )

  test.each([
    ['openSync', 'EACCES', 'write.denied'],
    ['openSync', 'EROFS', 'write.denied'],
    ['openSync', 'ENAMETOOLONG', 'write.long-name'],
    ['writeSync', 'ENOSPC', 'disk.full'],
    ['writeSync', 'EDQUOT', 'disk.full'],
    ['fsyncSync', 'EIO', 'disk.failed'],
    ['renameSync', 'EXDEV', 'write.failed'],
    ['renameSync', 'ENOSPC', 'disk.full'],
  ])(
    'when %s fails with %s (%#), the old file stays whole and nothing is left behind',
    async (name, code, expected) => {
      fs.writeFileSync(at('out.csv'), 'old')
      failNext({ name, code, nth: 1 })
      const error = await failure(() => writeFileAtomically(at('out.csv'), 'new', { force: true }))
      faults.next = null
      expect(error.code).toBe(expected)
      expect(read('out.csv')).toBe('old')
      expect(listDirectory(dir)).toEqual(['out.csv'])
    },
  )

  test('chunks that fail to come leave nothing behind and fail as they did', async () => {
    async function* broken(): AsyncIterable<string> {
      yield 'half'
      throw new RangeError('a bug')
    }
    await expect(writeFileAtomically(at('out.csv'), broken())).rejects.toThrow(RangeError)
    expect(listDirectory(dir)).toEqual([])
  })

  test.each(['EPERM', 'EBUSY', 'EACCES'])('a file held for a moment (%s) is waited for', async (code) => {
    fs.writeFileSync(at('out.csv'), 'old')
    failNext({ name: 'renameSync', code, nth: 1 })
    await writeFileAtomically(at('out.csv'), 'new', { force: true })
    expect(read('out.csv')).toBe('new')
    expect(faults.calls.get('renameSync')).toBe(2)
  })

  test('a file held for good: the old one stays, and the message says where the new one is', async () => {
    fs.writeFileSync(at('out.csv'), 'old')
    failNext({ name: 'renameSync', code: 'EBUSY', nth: 1, always: true })
    const error = await failure(() => writeFileAtomically(at('out.csv'), 'new', { force: true }))
    faults.next = null
    expect(error).toMatchObject({ kind: 'cannot-write', code: 'write.in-use' })
    expect(read('out.csv')).toBe('old')
    expect(fs.readFileSync(String(error.params.kept), 'utf8')).toBe('new')
    expect(mode(String(error.params.kept))).toBe(0o600)
  })
})

describe('files of our own', () => {
  test('the ledger and its folder are private from the first moment', async () => {
    makePrivateFolder(at('a/b'))
    makePrivateFile(at('a/b/crm.db'))
    expect([mode(at('a/b')), mode(at('a/b/crm.db'))]).toEqual([0o700, 0o600])
    expect(await failure(() => makePrivateFile(at('a/b/crm.db')))).toMatchObject({ code: 'write.failed' })
  })

  test('a temporary folder is private and goes with everything in it', () => {
    const folder = makeTemporaryFolder(process.pid, dir)
    fs.writeFileSync(join(folder.path, 'x'), 'x')
    expect(mode(folder.path)).toBe(0o700)
    folder.remove()
    expect(exists(folder.path)).toBe(false)
  })

  test('what killed runs worked on is swept, what others work on and what is not ours stays', () => {
    const folder = join(dir, 'work')
    makePrivateFolder(folder)
    const [gone, live] = [makeTemporaryFolder(4711, folder), makeTemporaryFolder(815, folder)]
    fs.writeFileSync(join(gone.path, 'staging.db'), 'Ann Alder')
    for (const other of ['crm-work-4711', 'crm-work-4711-abc', 'crm-notes']) fs.mkdirSync(join(folder, other))
    expect(sweepTemporaryFolders(folder, (run) => run === 815)).toBe(1)
    expect(fs.readdirSync(folder).sort()).toEqual(
      [basename(live.path), 'crm-notes', 'crm-work-4711', 'crm-work-4711-abc'].sort(),
    )
  })

  test('what another user left and this one cannot remove is not told as removed', () => {
    makeTemporaryFolder(4711, dir)
    faults.calls.clear()
    faults.next = { name: 'rmSync', code: 'EPERM', nth: 1, always: true }
    expect(sweepTemporaryFolders(dir, () => false)).toBe(0)
    faults.next = null
    expect(sweepTemporaryFolders(dir, () => false)).toBe(1)
  })

  test('standard input is spooled into a private file and read like any other', async () => {
    async function* chunks(): AsyncIterable<Uint8Array> {
      yield Buffer.from('one,')
      yield Buffer.from('two')
    }
    const file = await spool(chunks(), dir, 'stdin')
    const target = new Uint8Array(7)
    file.read(target, 0)
    expect([Buffer.from(target).toString(), file.name, mode(file.path)]).toEqual(['one,two', 'stdin', 0o600])
    file.close()
  })

  test('a full disk while spooling is said as such and leaves nothing', async () => {
    async function* chunks(): AsyncIterable<Uint8Array> {
      yield Buffer.from('one')
    }
    failNext({ name: 'writeSync', code: 'ENOSPC', nth: 1 })
    expect(await failure(() => spool(chunks(), dir, 'stdin'))).toMatchObject({ kind: 'disk', code: 'disk.full' })
    expect(listDirectory(dir)).toEqual([])
  })

  test('the data folder is where each system keeps such things', () => {
    const folder = (platform: string, env = {}) => dataFolder({ platform, home: '/h', env })
    expect(folder('linux')).toBe('/h/.local/share/crm')
    expect(folder('linux', { XDG_DATA_HOME: '/d' })).toBe('/d/crm')
    expect(folder('darwin')).toBe('/h/Library/Application Support/crm')
    expect(folder('win32', { LOCALAPPDATA: '/l' })).toBe('/l/crm')
  })

  test('free space is a number of bytes, or unknown', () => {
    expect(freeBytes(dir)).toBeGreaterThan(0)
    expect(freeBytes(at('none'))).toBeNull()
  })
})

describe('a report of ours', () => {
  test('may be replaced while it is as we wrote it, and no more once somebody changed it', async () => {
    const own = at('data')
    await writeFileAtomically(at('report.csv'), 'first')
    expect(isOwnWork(at('report.csv'), own)).toBe(false)
    await rememberOwnWork(at('report.csv'), own)
    expect(isOwnWork(at('report.csv'), own)).toBe(true)
    fs.appendFileSync(at('report.csv'), ' note of the seller')
    expect(isOwnWork(at('report.csv'), own)).toBe(false)
  })

  test('a damaged list of them remembers nothing and is written anew', async () => {
    const own = at('data')
    makePrivateFolder(own)
    fs.writeFileSync(join(own, 'written.json'), '{"not":"a list"')
    fs.writeFileSync(at('report.csv'), 'x')
    expect(isOwnWork(at('report.csv'), own)).toBe(false)
    await rememberOwnWork(at('report.csv'), own)
    expect(isOwnWork(at('report.csv'), own)).toBe(true)
  })
})
