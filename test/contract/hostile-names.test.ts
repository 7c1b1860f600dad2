import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { presets } from '../../src/presets/index.js'
import { renderers } from '../../src/render/index.js'
import { splitWords } from '../cli/transcript.js'
import { SHOWING } from '../docs/machine-output.js'
import { hostileNames } from '../render/sample.js'
import { openWorld, type Ran, type World } from '../support/world.js'
import { zipParts } from '../support/zip-parts.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** Control characters of 7 and 8 bits but line ends, and signs that turn the direction of what follows. */
const STEERS = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
/** What Excel takes for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n\0]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Two worlds on one folder: a terminal and a pipe. */
const shops = {} as Record<'terminal' | 'pipe', World & { remove(): void }>
let who = ''

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** A shop in which customers, products, files, tags, notes, owners, leads, complaints, gifts and campaigns bear such names. */
beforeAll(async () => {
  const env = { CRM_DB: 'crm.db', CRM_LANG: 'en', CRM_PAGER: '' }
  const shop = openWorld({ env })
  const rows = hostileNames.flatMap((name, at) =>
    [4, 6, 8].map((month) =>
      [
        ...[`A${at}-${month}`, `2026-0${month}-1${at % 10}`, quoted(name), `buyer${at}@example.com`, quoted(name)],
        ...[quoted(name), `${at + 10}.00`, 'USD', 'US', quoted(name)],
      ].join(','),
    ),
  )
  const header = 'Order No,Order Date,Customer Name,Email,Company,Product,Total,Currency,Country,Note'
  writeFileSync(join(shop.folder, 'orders.csv'), [header, ...rows].join('\n'))
  writeFileSync(join(shop.folder, 'm.txt'), 'Dear {name}')
  const hostile = hostileNames[0]!
  who = 'buyer0@example.com'
  for (const argv of [
    ['import', 'orders.csv'],
    ['edit', who, '--owner', hostile, '--note', hostile, '--needs', hostileNames[3]!, '--set', `field=${hostile}`],
    ['edit', 'buyer3@example.com', '--owner', hostileNames[3]!, '--wechat', hostileNames[4]!, '--contact', hostile],
    ['tag', who, hostile, hostileNames[3]!],
    ['log', who, hostile, '--next', '+1d'],
    ['lead', 'add', hostile, '--phone', '+14165550199', '--source', hostile, '--need', hostile],
    ['feedback', 'open', who, hostile, '--category', hostile],
    [
      'campaign',
      'new',
      hostile,
      '--occasion',
      'promotion',
      '--filter',
      'orders>=1',
      '--message-file',
      'm.txt',
      '--skip-missing',
    ],
    ['campaign', 'export', 'C1', '-o', 'c1.xlsx', '--sent', '--skip-missing'],
    ['care', 'gift', who, hostile, '--value', '3'],
    ['block', 'propose', 'buyer1@example.com', hostile],
    ['rate', who, '2', '--note', hostile],
    ['config', 'set', 'points.scheme', 'on'],
    ['contacts', '-o', 'li\u001b[2Jst.csv'],
    ['backup'],
  ]) {
    const { code, stderr } = await shop.crm(...argv)
    if (code !== 0 || STEERS.test(stderr)) throw new Error(`crm ${argv.join(' ')}: ${code} ${JSON.stringify(stderr)}`)
  }
  shops.pipe = shop
  const terminal = openWorld({ env, tty: 120, cwd: shop.folder })
  shops.terminal = terminal
  return () => {
    shop.remove()
    terminal.remove()
  }
})

/** It went well, and nothing it said steers a terminal. */
function sane({ code, stderr }: Ran, line: string): void {
  expect.soft([code, code === 0 ? '' : stderr], line).toEqual([0, ''])
  expect.soft(STEERS.exec(stderr)?.[0], `stderr of ${line}`).toBeUndefined()
}

const showing = SHOWING.map((line) => line.replaceAll('cjeqkkfed9', 'CUSTOMER').replace('"Nora Fell"', '+14165550199'))
const typed = (line: string) => splitWords(line).map((word) => (word === 'CUSTOMER' ? who : word))
const files = renderers.filter(({ name }) => name !== 'table').map(({ extensions }) => extensions[0]!)

describe.each(showing)('crm %s', (line) => {
  test('on a terminal', async () => {
    for (const format of ['table', 'csv', 'json']) {
      const ran = await shops.terminal.crm(...typed(line), '--format', format, '--no-color', '--no-pager')
      sane(ran, `${line} --format ${format}`)
      expect.soft(STEERS.exec(ran.stdout.replaceAll('\t', ''))?.[0], `${line} --format ${format}`).toBeUndefined()
    }
  })

  test('in a pipe', async () => {
    for (const format of ['table', 'md']) {
      const ran = await shops.pipe.crm(...typed(line), '--format', format)
      sane(ran, `${line} --format ${format}`)
      expect.soft(STEERS.exec(ran.stdout)?.[0], `${line} --format ${format}`).toBeUndefined()
    }
    const { stdout } = await shops.pipe.crm(...typed(line), '--format', 'csv')
    expect(formulas(stdout, ',')).toEqual([])
  })

  test('in files', async () => {
    for (const ending of files) {
      const file = `out.${ending}`
      const ran = await shops.pipe.crm(...typed(line), '-o', file, '--force')
      // A calendar is of what has days, a phone book of whom can be reached.
      if ((ending === 'ics' || ending === 'vcf') && ran.code === 2) {
        expect.soft(STEERS.exec(ran.stderr)?.[0], `stderr of ${line} -o ${file}`).toBeUndefined()
        continue
      }
      sane(ran, `${line} -o ${file}`)
      expect.soft(await faults(join(shops.pipe.folder, file), ending), `${line} -o ${file}`).toEqual([])
    }
  })
})

describe('besides reports', () => {
  test.each(presets.map(({ name }) => name))('contacts --preset %s', async (name) => {
    const file = `${name}.csv`
    sane(await shops.pipe.crm('contacts', '--preset', name, '-o', file), name)
    // A program that takes numbers takes them with their country.
    const left = await faults(join(shops.pipe.folder, file), 'csv')
    expect(left.filter((cell) => !/^\+[1-9]\d{6,14}$/.test(cell))).toEqual([])
  })

  test('export-all, as a folder and packed', async () => {
    sane(await shops.pipe.crm('export-all', 'all'), 'export-all all')
    const folder = join(shops.pipe.folder, 'all')
    const csv = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(csv.length).toBeGreaterThan(10)
    for (const name of csv) expect.soft(await faults(join(folder, name), 'csv'), name).toEqual([])
    sane(await shops.pipe.crm('export-all', 'all.zip'), 'export-all all.zip')
    expect(await faults(join(shops.pipe.folder, 'all.zip'), 'zip')).toEqual([])
  })

  test.each(['bash', 'zsh', 'fish', 'powershell'])('what %s completes', async (shell) => {
    for (const line of ['crm show ', 'crm show "', 'crm list owner:', 'crm list tag:', 'crm import ']) {
      const { stdout, code } = await shops.pipe.crm('completion', 'answer', shell, line)
      expect.soft([code, STEERS.exec(stdout.replaceAll('\t', ''))?.[0]], line).toEqual([0, undefined])
    }
  })

  test('errors and questions', async () => {
    for (const argv of [
      ['show', hostileNames[0]!],
      ['list', `tier:${hostileNames[1]}`, hostileNames[2]!],
      ['import', hostileNames[0]!],
      ['report', 'weekly', '-o', `${hostileNames[0]}.xlsx`, '--db', hostileNames[2]!],
      ['forget', who, '--yes', '--confirm', hostileNames[0]!],
      ['forget', who],
      ['config', 'set', hostileNames[0]!, 'x'],
      [hostileNames[0]!],
      ['list', `--${hostileNames[1]}`],
    ])
      for (const json of [[], ['--json']]) {
        const { code, stderr } = await shops.terminal.crm(...argv, ...json)
        expect.soft(code, argv.join(' ')).toBeGreaterThan(0)
        expect.soft([code === 70, STEERS.exec(stderr)?.[0]], argv.join(' ')).toEqual([false, undefined])
      }
  })
})

/** What in a written file could do anything but be read. */
async function faults(path: string, ending: string): Promise<readonly string[]> {
  if (ending === 'xlsx') return workbookFaults(await zipParts(readFileSync(path)))
  if (ending === 'zip')
    return [...(await zipParts(readFileSync(path)))].flatMap(([name, text]) =>
      name.endsWith('.csv') ? formulas(text, ',') : [],
    )
  const text = readFileSync(path, 'utf8')
  if (ending === 'csv') return formulas(text, ',')
  if (ending === 'tsv') return formulas(text, '\t')
  if (ending === 'html') return pageFaults(text)
  if (ending === 'json' || ending === 'jsonl') return /[\0-\t\v-\x1f]/.test(text) ? ['control character'] : []
  const controls = ending === 'md' ? STEERS : /[\0-\t\v-\x1f\x7f-\x9f]/
  return controls.test(text.replaceAll('\r\n', '\n')) ? ['control character'] : []
}

function formulas(text: string, delimiter: string): readonly string[] {
  const rows = parse(text, { delimiter, bom: true, relax_column_count: true }) as string[][]
  return rows.flat().filter((cell) => FORMULA.test(cell) && !NUMBER.test(cell))
}

function pageFaults(text: string): readonly string[] {
  const markup = text.match(/<(img|script|iframe|object|svg onload|a href="(?!https:|mailto:|tel:|#))[^>]*>/gi) ?? []
  return [...markup, ...(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(text) ?? [])]
}

function workbookFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  return [...parts].flatMap(([name, text]) => {
    if (!/\.(xml|rels)$/.test(name)) return []
    const controls = /[\0-\x08\v\f\x0e-\x1f]/.test(text) ? [`${name}: control character`] : []
    const isSheet = name.includes('worksheets/') && name.endsWith('.xml')
    // The cover leads to the sheets, by their names in the workbook.
    const cells =
      isSheet && /<f[ >]|<hyperlink (?!ref="[A-Z]+\d+" location="(?:'|&apos;|&#39;))/.test(text)
        ? [`${name}: formula`]
        : []
    const outside = /TargetMode="External"/.test(text) ? [`${name}: points outside`] : []
    return [...controls, ...cells, ...outside]
  })
}
