import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { commands } from '../src/cli.js'
import { bilingual, type Lang } from '../src/core/values/lang.js'
import { run } from '../src/main.js'
import { projectFolder, splitWords } from './cli/transcript.js'
import { fakeIo } from './fake-io.js'
import { openWorld, type World } from './support/world.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/*
 * Every example of every help page is typed as it stands, in both languages: those of one command one after the other, in a
 * copy of a shop whose customers and files bear the names the examples use.
 */

/** Every month a little more, so that a restock is due. */
const monthly = (who: string, currency: string, country: string) =>
  [3, 4, 5, 6, 7].map(
    (month, at) => `90${at},2026-0${month}-20,${who},${100 + 20 * at}.00,${currency},${country},TEA-1,2`,
  )

const ORDERS = [
  'Order No,Order Date,Customer Name,Email,Phone,Total,Currency,Country,SKU,Quantity',
  ...monthly('Anna E.,anna@example.com,', 'USD', 'US'),
  '1001,2026-08-10,Anna E.,anna@example.com,,120.00,USD,US,TEA-1,2',
  '1004,2026-08-01,A. Example,,+86 13800000001,90.00,CNY,CN,TEA-1,1',
  '1003,2026-08-02,Anna Example,,,90.00,USD,US,TEA-1,1',
  '1005,2026-08-02,Otto Example,,,80.00,USD,US,TEA-2,1',
  '1006,2026-07-02,Ann Lee,ann.lee@example.com,,70.00,USD,US,TEA-2,1',
  '1007,2026-07-02,Li Lei,li.lei@example.com,,60.00,USD,US,TEA-2,1',
]

const ORDERS_ZH = [
  '订单号,下单日期,客户姓名,手机,金额,币种,国家,商品编码,数量',
  ...monthly('张三,13900000001', 'CNY', 'CN'),
  '1001,2026-08-10,张三,13900000001,120.00,CNY,CN,TEA-1,2',
  '1004,2026-08-01,小张,13800000001,90.00,CNY,CN,TEA-1,1',
  '1006,2026-07-02,王芳,13900000006,70.00,CNY,CN,TEA-2,1',
  '1007,2026-07-02,李雷,13900000007,60.00,CNY,CN,TEA-2,1',
]

/** What the shop of a language has besides, under the names its examples use. */
const SHOPS = bilingual<{ orders: readonly string[]; who: string; files: Readonly<Record<string, string>> }>(
  {
    orders: ORDERS,
    who: 'anna@example.com',
    files: {
      ...{ workbook: 'orders.xlsx', orders: 'orders.csv', customers: 'customers.csv', folder: 'exports' },
      ...{ march: 'march.csv', number: 'Order No', message: 'message.txt', copy: 'crm-copy.db' },
    },
  },
  {
    orders: ORDERS_ZH,
    who: '张三',
    files: {
      ...{ workbook: '订单.xlsx', orders: '订单.csv', customers: '客户.csv', folder: '导出' },
      ...{ march: '三月.csv', number: '单号', message: '消息.txt', copy: '账本副本.db' },
    },
  },
)

const complaint = (who: string) => ['feedback', 'open', who, 'came broken']

/**
 * What has to have happened before an example makes sense: before all of a command, or before the first one that begins
 * with these words.
 */
const BEFORE: Readonly<Record<string, (lang: Lang) => readonly (readonly string[])[]>> = {
  undo: (lang) => Array.from({ length: 13 }, (_, at) => ['tag', SHOPS[lang].who, `tag${at}`]),
  split: (lang) =>
    lang === 'en'
      ? [['merge', 'anna@example.com', '13800000001', 'Otto Example']]
      : [
          ['add', '李四', '--phone', '13900000005'],
          ['merge', '张三', '13800000001', '李四'],
          // What is typed by hand names a customer before what files say.
          ['edit', '13800000001', '--name', '张三'],
        ],
  'block propose': (lang) => [['unblock', SHOPS[lang].who]],
  unblock: (lang) => [['block', SHOPS[lang].who, '--reason', 'does not pay']],
  'done anna@example.com --rule': () => [['undo']],
  'done 张三 --rule': () => [['undo']],
  'skip anna@example.com --rule': () => [['undo']],
  'skip 张三 --rule': () => [['undo']],
  'campaign export': (lang) => [
    [
      ...['campaign', 'new', 'Spring', '--occasion', 'promotion', '--filter', 'orders>=1'],
      ...['--message-file', SHOPS[lang].files.message!],
    ],
  ],
  care: (lang) => [['edit', SHOPS[lang].who, '--birthday', '1990-09-03']],
  'lead claim': (lang) => [['lead', 'release', lang === 'en' ? 'Berta Example' : '李四']],
  feedback: (lang) => [
    ...Array.from({ length: 12 }, () => complaint(SHOPS[lang].who)),
    [...complaint(SHOPS[lang].who), '--kind', 'suggestion'],
  ],
  points: (lang) => [
    ['config', 'set', 'points.scheme', 'on'],
    ['points', 'earn', SHOPS[lang].who, '500'],
  ],
  rates: () => [['config', 'set', 'currency.base', 'CNY']],
  restore: (lang) => [['backup'], ['backup', '-o', SHOPS[lang].files.copy!]],
}

/** Examples that end otherwise than with 0 where nobody sits at a terminal, and why. */
const OTHERWISE: Readonly<Record<string, number>> = {
  // Asks for the name of the ledger; without a terminal it says how to agree beforehand.
  'crm restore LATEST': 2,
}

const worlds = {} as Record<Lang, World & { remove(): void }>

async function furnished(lang: Lang): Promise<World & { remove(): void }> {
  const world = openWorld({ env: { CRM_DB: 'crm.db', CRM_LANG: lang } })
  const { orders, files } = SHOPS[lang]
  const at = (name: string) => join(world.folder, name)
  const demo = join(projectFolder, 'fixtures', 'demo')
  copyFileSync(join(demo, 'order-book.xlsx'), at(files.workbook!))
  copyFileSync(join(demo, 'shopify-orders.csv'), at(files.orders!))
  copyFileSync(join(demo, 'shopify-customers.csv'), at(files.customers!))
  mkdirSync(at(files.folder!))
  copyFileSync(join(demo, 'taobao-orders.csv'), at(join(files.folder!, 'taobao.csv')))
  writeFileSync(at(files.march!), `${files.number},Date,Customer,Amount\n7,2026-03-02,Mia March,12.00\n`)
  writeFileSync(at(files.message!), 'Dear {name}, the new tea is here.\n')
  writeFileSync(at('settings.json'), '{"zone": "Asia/Shanghai"}')
  // Told by what is in it, whatever its name says.
  writeFileSync(at('rates.xlsx'), 'Currency,Rate,From\nEUR,7.80,2026-01-01\n')
  writeFileSync(at('own.csv'), `${orders.join('\n')}\n`)
  await ok(world.folder, lang, ['import', 'own.csv'])
  await ok(world.folder, lang, ['rates', 'set', lang === 'en' ? 'CNY=0.14' : 'USD=7.1'])
  return world
}

async function typed(folder: string, lang: Lang, words: readonly string[]) {
  const io = fakeIo({ cwd: folder, env: { CRM_DB: 'crm.db', CRM_LANG: lang } })
  const code = await run(words, io)
  return { code, out: io.stdoutText(), err: io.stderrText() }
}

async function ok(folder: string, lang: Lang, words: readonly string[]): Promise<void> {
  const { code, err } = await typed(folder, lang, words)
  if (code !== 0) throw new Error(`crm ${words.join(' ')}: exit ${code}\n${err}`)
}

beforeAll(async () => {
  for (const lang of ['en', 'zh'] as const) worlds[lang] = await furnished(lang)
})
afterAll(() => {
  for (const world of Object.values(worlds)) world.remove()
})

describe.each(['en', 'zh'] as const)('examples of the help do what they say (%s)', (lang) => {
  test.each(commands.map((command) => [command.name, command] as const))('crm %s', async (name, { words }) => {
    const folder = `${worlds[lang].folder}-${name}`
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    cpSync(worlds[lang].folder, folder, { recursive: true })
    for (const before of BEFORE[name]?.(lang) ?? []) await ok(folder, lang, before)
    for (const example of words[lang].examples) {
      const argv = splitWords(example).slice(1)
      const own = Object.keys(BEFORE).find((start) => start.includes(' ') && argv.join(' ').startsWith(start))
      for (const before of (own === undefined ? undefined : BEFORE[own]?.(lang)) ?? []) await ok(folder, lang, before)
      const { code, out, err } = await typed(folder, lang, argv)
      if (process.env.SHOW) console.log(`$ ${example}\n${out.slice(0, 1500)}!!\n${err}= ${code}`)
      expect.soft([code, code === 0 ? '' : err], example).toEqual([OTHERWISE[example] ?? 0, expect.any(String)])
      expect.soft(`${out}${err}`, example).not.toMatch(/NaN|undefined|\[object /)
    }
  })
})
