import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli.js'
import { isBuilt, refuseStaleBuild } from './support/built.js'
import { ends } from './support/program.js'

const project = resolve(import.meta.dirname, '..')
const bin = join(project, 'bin', 'crm.js')
const dir = mkdtempSync(join(tmpdir(), 'crm-binary-'))
const canImport = commands.some(({ name }) => name === 'import')

afterAll(() => rmSync(dir, { recursive: true, force: true }))

const env = { HOME: dir, XDG_DATA_HOME: dir, TMPDIR: dir, CRM_LANG: 'en', CRM_DB: '' }
const run = (command: string, args: readonly string[], during?: Parameters<typeof ends>[1]['during']) =>
  ends([command, ...args], { cwd: dir, env, ...(during === undefined ? {} : { during }) })

const shell = (line: string) => run('bash', ['-c', line.replaceAll('crm', `"${process.execPath}" "${bin}"`)])

/** The binding is loaded with the first ledger; this is what Node says of one that was compiled for another Node. */
const otherNode = `module.exports = function () {
  const message = "The module '/x/better-sqlite3/build/Release/better_sqlite3.node'\\nwas compiled against a different Node.js version"
  throw Object.assign(new Error(message), { code: 'ERR_DLOPEN_FAILED' })
}`

describe.skipIf(!isBuilt)('the built program (needs npm run build)', () => {
  beforeAll(refuseStaleBuild)

  test('exit codes reach the shell', async () => {
    expect(await run(process.execPath, [bin, '--version'])).toMatchObject({ code: 0, stderr: '' })
    expect(await run(process.execPath, [bin, 'no-such-command'])).toMatchObject({ code: 2, stdout: '' })
  })

  test('a reader that has gone away is no failure', async () => {
    const { stdout, stderr } = await shell('set -o pipefail; (sleep 0.5; crm --help; echo "exit $?" >&2) | true')
    expect([stdout, stderr]).toEqual(['', 'exit 0\n'])
    expect((await shell('set -o pipefail; crm --help | head -1')).stdout).toMatch(/^crm - /)
  })

  test.skipIf(!existsSync('/dev/full'))(
    'a full disk behind stdout is said, with exit code 74 (needs /dev/full)',
    async () => {
      const { code, stderr } = await shell('crm --help > /dev/full')
      expect([code, stderr]).toEqual([
        74,
        'Error: The output could not be written: the disk is full.\n  Make room and try again.\n',
      ])
    },
  )

  test('an unfit Node gets one sentence in both languages instead of a crash', async () => {
    const pretend = (version: string, napi: string) => {
      const versions = `{ ...process.versions, node: '${version}', napi: '${napi}' }`
      return [
        '--import',
        `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${versions} })`,
        bin,
        '--version',
      ]
    }
    for (const [version, napi] of [
      ['18.20.0', '9'],
      ['20.11.1', '9'],
      ['21.7.0', '9'],
      ['22.13.1', '10'],
      ['20.12.0', '8'],
    ]) {
      const { code, stdout, stderr } = await run(process.execPath, pretend(version!, napi!))
      expect([version, code, stdout, stderr.split('\n').length]).toEqual([version, 69, '', 2])
      expect(stderr).toContain(version)
      expect(stderr).toContain('需要')
    }
    for (const [version, napi] of [
      ['20.12.0', '9'],
      ['22.14.0', '10'],
      ['24.0.0', '10'],
    ]) {
      expect(await run(process.execPath, pretend(version!, napi!))).toMatchObject({ code: 0 })
    }
  })

  test.each([
    ['is not there', 'not installed completely', null],
    ['was not built', 'not installed completely', {}],
    ['is of another computer', 'another version of Node or another computer', { binary: 'no library at all' }],
    ['is of another Node', 'another version of Node or another computer', { code: otherNode }],
  ])('a SQLite that %s is said to be so, with what to do', async (_, sentence, sqlite) => {
    const place = programWith(sqlite)
    for (const [lang, words] of [
      ['en', sentence],
      ['zh', '打不开账本'],
    ] as const) {
      const args = [place, 'import', 'none.csv', '--lang', lang, '--db', join(dir, 'none.db')]
      const { code, stdout, stderr } = await run(process.execPath, args)
      expect([code, stdout, stderr]).toEqual([69, '', expect.stringContaining(words)])
      expect(stderr).toContain('npm rebuild better-sqlite3')
      expect(stderr.split('\n').length).toBe(4)
    }
    expect(readdirSync(dir).filter((name) => name.startsWith('none.db'))).toEqual([])
  })

  test.skipIf(!canImport)(
    'Ctrl-C while it reads: nothing is changed, nothing is left behind (needs the import command)',
    async () => {
      const ended = await run(process.execPath, [bin, 'import', '-', '--db', join(dir, 'x.db')], (child) => {
        child.stdin?.write('Order ID,Date,Total\n')
        // It reads as soon as it has a folder for what it reads.
        const look = setInterval(() => {
          if (!readdirSync(dir).some((name) => name.startsWith('crm-'))) return
          clearInterval(look)
          child.kill('SIGINT')
        }, 20)
      })
      expect(ended).toEqual({ code: 130, signal: null, stdout: '', stderr: 'Stopped; nothing was changed.\n' })
      expect(readdirSync(dir).filter((name) => name.startsWith('x.db') || name.startsWith('crm-'))).toEqual([])
    },
  )

  test.each(['main', 'help'])('%s loads no package and no other file at the start', (part) => {
    const file = join(project, 'dist', `${part}.js`)
    const packages = importsOf(file)
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual([])
    expect(packages.has('node:fs')).toBe(part === 'main')
    expect(readFileSync(file, 'utf8')).not.toMatch(/\b(?:from|import)\s*["']\.{1,2}\//)
    // Those of a command are found.
    expect([...importsOf(join(project, 'dist', 'chunks', 'parse.js'))]).toContain('node:module')
  })
})

/**
 * The built program in a place of its own, with every package but SQLite's as it is: that one is missing (null), runs `code`
 * in place of its own, has `binary` for its library, or none.
 */
function programWith(sqlite: { readonly code?: string; readonly binary?: string } | null): string {
  const place = mkdtempSync(join(dir, 'program-'))
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(project, part), join(place, part), { recursive: true })
  const packages = join(project, 'node_modules')
  mkdirSync(join(place, 'node_modules'))
  for (const name of readdirSync(packages))
    if (name !== 'better-sqlite3') symlinkSync(join(packages, name), join(place, 'node_modules', name), 'junction')
  if (sqlite === null) return join(place, 'bin', 'crm.js')
  const own = join(place, 'node_modules', 'better-sqlite3')
  for (const part of ['lib', 'package.json'])
    cpSync(join(packages, 'better-sqlite3', part), join(own, part), { recursive: true })
  if (sqlite.code !== undefined) writeFileSync(join(own, 'lib', 'database.js'), sqlite.code)
  if (sqlite.binary !== undefined) {
    mkdirSync(join(own, 'build', 'Release'), { recursive: true })
    writeFileSync(join(own, 'build', 'Release', 'better_sqlite3.node'), sqlite.binary)
  }
  return join(place, 'bin', 'crm.js')
}

/** What a bundled file imports at once, with all it leads to; files of the bundle themselves are left out. */
function importsOf(path: string, seen = new Set<string>()): Set<string> {
  // In a minified file an import may stand behind any statement.
  const imports = /(?:^|[;}])\s*(?:import|export)(?:[\w\s{},*$]*from)?\s*["']([^"'\s]+)["']/gm
  for (const [, name] of readFileSync(path, 'utf8').matchAll(imports)) {
    const target = name!.startsWith('.') ? resolve(path, '..', name!) : name!
    if (seen.has(target)) continue
    seen.add(target)
    if (name!.startsWith('.')) importsOf(target, seen)
  }
  return new Set([...seen].filter((name) => !name.startsWith('/')))
}
