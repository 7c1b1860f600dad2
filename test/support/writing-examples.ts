import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HEADER } from '../commands/shop.js'
import { makeWorld, type World } from './world.js'

/** What it takes to see one command change the ledger. */
export interface Example {
  /** Commands whose batches stay. */
  readonly first?: readonly (readonly string[])[]
  readonly argv: readonly string[]
}

const one = (...argv: string[]): Example => ({ argv })
const after = (first: readonly string[], ...argv: string[]): Example => ({ first: [first], argv })

const lead = ['lead', 'add', 'Ann', '--email', 'ann@example.com', '--owner', 'Li', '--level', 'A']
const campaign = [
  ...['campaign', 'new', 'News', '--occasion', 'promotion', '--filter', 'orders>=1', '--message-file', 'm.txt'],
]
const blocked = ['block', 'Ann', '--reason', 'does not pay']
const complaint = ['feedback', 'open', 'Ann', 'came broken']
const proposed = ['block', 'propose', 'Ann', 'does not pay']
const checked = ['block', 'check', 'Ann', 'two invoices open']

/** Examples of each writing command, or why it has none: a new one needs its line here. */
export const writingExamples: Readonly<Record<string, readonly Example[] | string>> = {
  import: [one('import', 'more.csv'), one('import', 'ratings.csv')],
  undo: 'is the way back',
  restore: 'is taken back by the backup it makes of what was there',
  forget: 'is the one change that cannot be taken back',
  formats: 'forgets a saved reading, which changes no figure and is no batch',
  add: [one('add', 'Nina', '--email', 'nina@example.com')],
  edit: [
    one('edit', 'Ann', '--owner', 'Li', '--frequency', '10'),
    one('edit', 'Ann', '--consent', 'no'),
    one('edit', 'Bob', '--vip'),
    one('edit', 'Bob', '--tier', 'A', '--reason', 'promising'),
  ],
  tag: [one('tag', 'Ann', 'x', 'y'), after(['tag', 'Ann', 'x'], 'tag', 'Ann', 'x', '--remove')],
  merge: [one('merge', 'Ann', 'Bob')],
  split: [after(['merge', 'Ann', 'Bob'], 'split', 'ann@example.com', 'bob@example.com')],
  block: [
    one(...blocked),
    one(...proposed),
    after(proposed, 'block', 'check', 'Ann', 'seen'),
    { first: [proposed, checked], argv: ['block', 'decide', 'Ann', '--by', 'Li'] },
    after(proposed, 'block', 'decide', 'Ann', '--drop'),
    after(blocked, 'block', 'told', 'Ann', 'by letter'),
    after(blocked, 'block', 'objection', 'Ann', 'denies it'),
    after(blocked, 'block', 'review', 'Ann'),
  ],
  unblock: [after(blocked, 'unblock', 'Ann')],
  log: [
    one('log', 'Ann', 'hello', '--next', '+9d', '--channel', 'wechat', '--result', 'interested'),
    one('log', 'Ann', 'hello', '--done'),
    one('log', 'Ann', 'called', '--result', 'no-answer', '--next', '+1d'),
  ],
  done: [one('done', 'Ann'), one('done', 'Ann', '--rule', 'rhythm')],
  snooze: [one('snooze', 'Ann', '+9d'), one('snooze', 'Ann', '+9d', '--rule', 'rhythm')],
  skip: [one('skip', 'Ann'), one('skip', 'Ann', '--rule', 'rhythm')],
  campaign: [after(campaign, 'campaign', 'export', 'C1', '-o', 'list.csv'), one(...campaign, '--holdout', '50%')],
  lead: [
    one(...lead),
    one('lead', 'add', 'Nina', '--email', 'nina@example.com', '--level', 'H'),
    after(lead, 'lead', 'level', 'Ann', 'H'),
    after(lead, 'lead', 'stage', 'Ann', 'proposal'),
    after(lead, 'lead', 'note', 'Ann', '--amount', '900', '--close', '2026-09-20'),
    after(lead, 'lead', 'release', 'Ann'),
    after(lead, 'lead', 'lock', 'Ann'),
    after(lead, 'lead', 'won', 'Ann'),
    after(lead, 'lead', 'lost', 'Ann', '--reason', 'price'),
    after(lead, 'lead', 'invalid', 'Ann', '--reason', 'duplicate'),
    { first: [lead, ['lead', 'release', 'Ann']], argv: ['lead', 'claim', 'Ann', '--owner', 'Wang'] },
    { first: [lead, ['lead', 'lock', 'Ann']], argv: ['lead', 'unlock', 'Ann'] },
  ],
  config: [
    one('config', 'set', 'due.rhythm', 'off'),
    one('config', 'set', 'points.scheme', 'on'),
    after(['config', 'set', 'due.rhythm', 'off'], 'config', 'unset', 'due.rhythm'),
  ],
  rates: [one('rates', 'set', 'CNY=0.14')],
  feedback: [
    one(...complaint),
    one('feedback', 'open', 'Ann', 'a larger one, please', '--kind', 'suggestion'),
    after([...complaint, '--owner', 'Wang'], 'feedback', 'assign', 'F3', 'Li'),
    after(complaint, 'feedback', 'respond', 'F4', 'is looked into'),
    after(complaint, 'feedback', 'resolve', 'F5', 'sent anew'),
  ],
  rate: [one('rate', 'Ann', '2')],
  care: [
    one('care', 'gift', 'Ann', 'tea', '--value', '12'),
    after(['care', 'gift', 'Ann', 'tea', '--value', '12'], 'care', 'reply', 'Ann', 'thank you'),
  ],
  points: [
    after(['config', 'set', 'points.scheme', 'on'], 'points', 'earn', 'Ann', '50'),
    after(['config', 'set', 'points.scheme', 'on'], 'points', 'redeem', 'Ann', '50', '--for', 'gift'),
    after(['config', 'set', 'points.scheme', 'on'], 'points', 'adjust', 'Ann', '-5'),
  ],
}

/** Regular buyers of whom something is due, so that most commands move something. */
export async function regularShop(): Promise<World> {
  const shop = makeWorld()
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(join(shop.folder, file), `${lines.join('\n')}\n`)
  const people = ['Ann', 'Bob', 'Cleo', 'Dora', 'Emil']
  const rows = people.flatMap((name, at) =>
    [4, 5, 6, 7].map((month) => {
      const number = at * 4 + month - 3
      return `${number},2026-0${month}-0${at + 1},${name},${name.toLowerCase()}@example.com,${100 + at * 10}.00,USD,US`
    }),
  )
  write('orders.csv', [HEADER, ...rows])
  write('more.csv', [
    HEADER,
    '90,2026-08-28,Ann,ann@example.com,40.00,USD,US',
    '91,2026-08-29,Nina,nina@example.com,9.00,USD,US',
  ])
  write('ratings.csv', ['Order No,Rating,Date', '1,2,2026-08-20'])
  write('m.txt', ['Dear {name}, see our news.'])
  await ok(shop, 'import', 'orders.csv')
  return shop
}

/** Runs a command that must go well. */
export async function ok(shop: World, ...argv: readonly string[]): Promise<void> {
  const { code, stderr } = await shop.crm(...argv)
  if (code !== 0) throw new Error(`crm ${argv.join(' ')}: exit ${code}\n${stderr}`)
}
