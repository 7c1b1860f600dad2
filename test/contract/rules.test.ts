import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.js'
import { csvText, readGrid } from '../support/worked-list.js'
import { makeWorld, type World } from '../support/world.js'

/** Today is Tuesday, 2026-09-22: three days before the Mid-Autumn Festival. */
const now = '2026-09-22T01:00:00Z'

/** Ann's orders by day; tea of ¥100 each unless another total is given. */
const bought =
  (...orders: readonly (readonly [day: string, total?: number])[]) =>
  async (world: World) => {
    const rows = orders.map(
      ([day, total = 100], i) => `${i + 1},${day},Ann Lee,13800000001,CN,TEA,Green tea,1,${total},CNY`,
    )
    const head = 'Order No,Order Date,Customer Name,Phone,Country,SKU,Product,Quantity,Total,Currency'
    writeFileSync(join(world.folder, 'orders.csv'), `${[head, ...rows].join('\n')}\n`)
    await world.crm('import', 'orders.csv')
  }
const known = async (world: World) => {
  await world.crm('add', 'Ann Lee', '--phone', '13800000001')
}
const every30 = (last: string) => {
  const day = Date.parse(last) / 86_400_000
  const dates = [90, 60, 30, 0].map((ago) => new Date((day - ago) * 86_400_000).toISOString().slice(0, 10))
  return bought(...dates.map((date) => [date] as const))
}

interface Example {
  readonly make: (world: World) => Promise<void>
  readonly next?: readonly (readonly string[])[]
  /** The day of the list; today without it. */
  readonly on?: string
  readonly reason: readonly [en: string, zh: string]
}

/** Each rule in a ledger in which it fires, with its reason in both languages: a new rule needs one. */
const examples: Readonly<Record<string, Example>> = {
  agreed: {
    make: known,
    next: [['log', 'Ann Lee', 'call again', '--next', '+1d']],
    on: '2026-09-23',
    reason: ['next contact agreed for 2026-09-23', '约定2026-09-23再联系'],
  },
  complaint: {
    make: known,
    next: [['feedback', 'open', 'Ann Lee', 'lid broken']],
    on: '2026-09-24',
    reason: ['complaint F1 “lid broken”', '投诉F1“lid broken”'],
  },
  measure: {
    make: every30('2026-08-25'),
    next: [
      ['report', 'key', '-o', 'key.csv'],
      ['import', 'key.csv'],
    ],
    on: '2026-10-06',
    reason: ['call weekly', 'call weekly'],
  },
  lead: {
    make: known,
    next: [['lead', 'add', 'Ann Lee', '--level', 'H']],
    reason: ['lead level H: registered today', '当天就要联系'],
  },
  pool: {
    make: known,
    next: [
      ['lead', 'add', 'Ann Lee', '--owner', 'Li'],
      ['lead', 'add', 'Bo Chen', '--phone', '13800000002', '--owner', 'Wang'],
    ],
    on: '2026-11-06',
    reason: ['goes back to the pool on 2026-11-09', '2026-11-09将退回公海'],
  },
  aftercare: {
    make: known,
    next: [
      ['feedback', 'open', 'Ann Lee', 'lid broken'],
      ['feedback', 'resolve', 'F1', 'sent a new one'],
    ],
    on: '2026-09-25',
    reason: ['complaint F1 resolved on 2026-09-22: sent a new one', '投诉F1于2026-09-22处理完毕：sent a new one'],
  },
  satisfaction: { make: known, next: [['rate', 'Ann Lee', '2']], reason: ['scored 2 on 2026-09-22', '打了2分'] },
  'thank-you': {
    make: bought(['2026-09-20', 20_000]),
    reason: ['large order on 2026-09-20', '2026-09-20下了大单'],
  },
  'after-sale': { make: bought(['2026-09-08']), reason: ['first order of 2026-09-08', '第一次'] },
  birthday: {
    make: known,
    next: [['edit', 'Ann Lee', '--birthday', '09-24']],
    reason: ['birthday on 2026-09-24', '生日'],
  },
  anniversary: {
    make: known,
    next: [['edit', 'Ann Lee', '--anniversary', '09-24']],
    reason: ['2026-09-24', '2026-09-24'],
  },
  reminder: {
    make: bought(['2026-08-23']),
    next: [['config', 'set', 'after.TEA', '30']],
    reason: ['Green tea', 'Green tea'],
  },
  'run-out': {
    make: every30('2026-09-01'),
    next: [['log', 'Ann Lee', 'has some left', '--stock', 'TEA=0.2', '--on', '2026-09-15']],
    reason: ['left on 2026-09-15', '2026-09-15还剩'],
  },
  restock: { make: every30('2026-08-22'), reason: ['buys every 30 days, last 31 days ago', '每30天左右下单'] },
  refill: { make: every30('2026-08-22'), reason: ['buys Green tea', '常买Green tea'] },
  'win-back': { make: every30('2026-06-22'), reason: ['tier A, lapsed', 'A类客户已流失'] },
  festival: { make: every30('2026-08-25'), reason: ['Mid-Autumn', '中秋'] },
  rhythm: {
    make: every30('2026-09-01'),
    next: [['log', 'Ann Lee', 'hello', '--on', '2026-08-20']],
    reason: ['last contact 33 days ago; service level A: every 30 days', '上次联系在33天前'],
  },
  campaign: {
    make: every30('2026-09-01'),
    next: [
      [
        'campaign',
        'new',
        'Autumn',
        '--occasion',
        'promotion',
        '--filter',
        'tier:A',
        '--message-file',
        'm.txt',
        '--holdout',
        '0',
      ],
      ['campaign', 'export', 'C1', '-o', 'c1.csv'],
    ],
    reason: ['campaign C1 Autumn', '活动C1“Autumn”'],
  },
  survey: { make: every30('2026-09-01'), reason: ['surveyed once a quarter', '每季度调查一次'] },
  points: {
    make: bought(['2025-10-01', 900], ['2026-09-01']),
    next: [['config', 'set', 'points.scheme', 'on']],
    reason: ['expire from', '到期'],
  },
  delisting: {
    make: known,
    next: [['block', 'propose', 'Ann Lee', '--cause', 'credit', '--reason', 'does not pay']],
    reason: ['delisting D1 proposed on 2026-09-22', '摘牌D1于2026-09-22提出'],
  },
}

/** Writes one countermeasure into the sheet of `report key`. */
function fillIn(world: World): void {
  const path = join(world.folder, 'key.csv')
  const [heading = [], first = [], ...rest] = readGrid(path)
  const filled = first.map((cell, at) => (heading[at] === 'Countermeasure' ? 'call weekly' : cell))
  writeFileSync(path, csvText([heading, filled, ...rest]))
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('the rule %s', (name, rule) => {
  test('fires in a ledger made for it, and says why and what to do in both languages', async () => {
    const { make, next = [], on = '2026-09-22', reason } = examples[name]!
    const world = makeWorld({ now })
    writeFileSync(join(world.folder, 'm.txt'), 'Hi {name}')
    await make(world)
    for (const command of next) {
      if (command[0] === 'import') fillIn(world)
      const { code, stderr } = await world.crm(...command)
      expect(code, stderr).toBe(0)
    }
    for (const [at, lang] of (['en', 'zh'] as const).entries()) {
      const { stdout } = await world.crm('due', '--reason', name, '--on', on, '--json', '--lang', lang)
      const [row] = (JSON.parse(stdout) as { rows: { reason: string; advice: string[]; rule: string }[] }).rows
      expect(row?.rule).toBe(name)
      expect(row?.reason).toContain(reason[at])
      expect(row?.advice[0]?.length).toBeGreaterThan(4)
    }
  })

  test('can be switched off', async () => {
    const { make, next = [], on = '2026-09-22' } = examples[name]!
    const world = makeWorld({ now })
    writeFileSync(join(world.folder, 'm.txt'), 'Hi {name}')
    await make(world)
    for (const command of next) {
      if (command[0] === 'import') fillIn(world)
      await world.crm(...command)
    }
    expect((await world.crm('config', 'set', rule.setting.name, 'off')).code).toBe(0)
    const { stdout } = await world.crm('due', '--reason', name, '--on', on, '--json')
    expect((JSON.parse(stdout) as { rows: object[] }).rows).toEqual([])
  })
})
