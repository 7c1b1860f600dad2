import { describe, expect, test } from 'vitest'
import { contactsOf, listFile } from '../support/list-shop.js'
import { type Shop, shopOf } from './shop.js'

/** Ann complains (F1), Bob has an idea (F2), 王芳 is pleased (F3); the list of 2026-09-01 was written. */
async function listed(...more: readonly string[]): Promise<Shop> {
  const shop = await shopOf(2026)
  await shop.crm('feedback', 'open', 'Ann', 'cup broken', '--on', '2026-08-30')
  await shop.crm('feedback', 'open', 'Bob', 'red cups', '--kind', 'suggestion', '--on', '2026-08-30')
  await shop.crm('feedback', 'open', '王芳', 'lovely', '--kind', 'praise', '--on', '2026-08-30')
  const { code, err } = await shop.crm('feedback', 'list', '-o', 'complaints.csv', ...more)
  if (code !== 0) throw new Error(err)
  return shop
}

const list = (shop: Shop) => listFile(shop, 'complaints.csv')
const all = async (shop: Shop) => (await shop.json('feedback', 'list')).rows
const one = async (shop: Shop, subject: string) => (await all(shop)).find(({ feedback }) => feedback === subject)

describe('feedback as a sheet', () => {
  test('has columns to fill in and a key a row; left empty it changes nothing', async () => {
    const shop = await listed()
    const [heading, ...rows] = list(shop).grid()
    const labels = ['Response', 'Resolution', 'Adopted', 'Satisfied', 'New owner', 'Note', 'Key']
    expect(heading!.slice(-7)).toEqual(labels)
    for (const cells of rows) expect(cells.at(-1)).toMatch(/^crm1:\w{6}:feedback-20260901:c\w+:F\d$/)
    expect(await list(shop).taken()).toMatchObject({ code: 0, batch: null, blank: 3 })
    expect((await all(shop))[0]).not.toHaveProperty('entryKey')
  })

  test('a row comes to what the commands come to; twice adds nothing; undo takes it back', async () => {
    const [bySheet, byHand] = [await listed(), await listed()]
    const before = await all(bySheet)
    list(bySheet).write({
      Ann: { Response: 'sorry', Resolution: 'new cup', Satisfied: 'yes', 'New owner': 'Li', Note: 'all well' },
      Bob: { Resolution: 'too dear', Adopted: 'no' },
      王芳: { Response: 'thank you' },
    })
    expect(await list(bySheet).taken('--dry-run')).toMatchObject({ code: 0, batch: null, events: 6 })
    expect(await all(bySheet)).toEqual(before)
    expect(await list(bySheet).taken()).toMatchObject({
      code: 0,
      list: 'feedback',
      events: 6,
      contacts: 0,
      rejected: 0,
    })
    for (const argv of [
      ['assign', 'F1', 'Li'],
      ['respond', 'F1', 'sorry'],
      ['resolve', 'F1', 'new cup'],
      ['satisfied', 'F1', 'all well'],
      ['decline', 'F2', 'too dear'],
      ['respond', 'F3', 'thank you'],
    ])
      expect((await byHand.crm('feedback', ...argv)).code).toBe(0)
    for (const argv of [['feedback', 'list'], ['feedback', 'show', 'F1'], ['feedback', 'show', 'F2'], ['due'], ['kpi']])
      expect(await bySheet.json(...argv)).toEqual(await byHand.json(...argv))
    expect(await list(bySheet).taken()).toMatchObject({ code: 0, batch: null, known: 3, events: 0 })
    expect((await bySheet.crm('undo')).code).toBe(0)
    expect(await all(bySheet)).toEqual(before)
  })

  test('not satisfied opens it again with a new promise; a note alone is a contact', async () => {
    const shop = await listed()
    await shop.crm('feedback', 'resolve', 'F1', 'new cup')
    list(shop).write({ Ann: { Satisfied: '否', Note: 'broken again' }, Bob: { Note: 'called' } })
    expect(await list(shop).taken()).toMatchObject({ code: 0, events: 1, contacts: 1 })
    expect(await one(shop, 'F1')).toMatchObject({ state: 'open', reopened: 1, promisedOn: '2026-09-03' })
    expect(await contactsOf(shop, 'Bob')).toEqual([['contact', null, null, 'called', null]])
    expect(await contactsOf(shop, 'Ann')).toEqual([])
  })

  test('filled in further and imported again: what stands so already is not recorded twice', async () => {
    const shop = await listed()
    const steps = async () => (await shop.json('feedback', 'show', 'F1')).rows
    list(shop).write({ Ann: { Response: 'sorry', Resolution: 'new cup', 'New owner': 'Li' } })
    expect(await list(shop).taken()).toMatchObject({ code: 0, events: 3 })
    const before = await steps()
    list(shop).write({ Ann: { Satisfied: 'yes' } })
    expect(await list(shop).taken()).toMatchObject({ code: 0, events: 1, rejected: 0 })
    expect(await steps()).toHaveLength(before.length + 1)
  })

  test.each([
    ['Ann', { Satisfied: 'yes' }, /› Satisfied: F1 of Ann \(c\w+\) is still open/],
    ['Ann', { Adopted: 'yes', Resolution: 'x' }, /› Adopted: F1 of Ann \(c\w+\) is of another kind \(complaint\)/],
    ['Ann', { Satisfied: 'perhaps' }, /› Satisfied: Ann \(c\w+\): "perhaps" is not in the list of words/],
    ['Bob', { Resolution: 'x' }, /› Adopted: F2 of Bob \(c\w+\) is a suggestion: the answer does not say/],
    ['Bob', { Adopted: 'no' }, /› Resolution: F2 of Bob \(c\w+\) is a suggestion: .* without an answer/],
    ['Bob', { Resolution: 'x', Adopted: 'yes', Satisfied: 'yes' }, /› Satisfied: F2 .* of another kind \(suggestion\)/],
    ['王芳', { Resolution: 'x' }, /› Resolution: F3 of 王芳 \(c\w+\) is of another kind \(praise\)/],
  ])('%s %j is told with its row, and nothing of the row is recorded', async (who, writing, sentence) => {
    const shop = await listed()
    const before = await all(shop)
    list(shop).write({ [who]: { Response: 'hello', ...writing } })
    const { code, err } = await shop.crm('import', 'complaints.csv')
    expect([code, err]).toEqual([3, expect.stringMatching(sentence)])
    expect(await all(shop)).toEqual(before)
    expect((await shop.crm('import', 'complaints.csv', '--lang', 'zh')).err).toMatch(
      /未导入：complaints\.csv › 第 \d 行/,
    )
  })

  test('two people who worked in copies: the second closing is refused with its row, in one import as in two', async () => {
    const shop = await listed()
    list(shop).write({ Ann: { Resolution: 'new cup' } })
    listFile(shop, 'complaints.csv').save(list(shop).grid(), 'li.csv')
    list(shop).write({ Ann: { Resolution: 'money back' } })
    const { code, err } = await shop.crm('import', 'li.csv', 'complaints.csv')
    const refused = /complaints\.csv › row \d › Resolution: F1 of Ann \(c\w+\) was closed on 2026-09-01 already/
    expect([code, err]).toEqual([3, expect.stringMatching(refused)])
    expect((await shop.crm('import', 'complaints.csv')).err).toMatch(refused)
    expect(await one(shop, 'F1')).toMatchObject({ outcome: 'new cup' })
  })

  test('taken back, merged since: told', async () => {
    const shop = await listed()
    list(shop).write({ Ann: { Resolution: 'new cup' }, 王芳: { Response: 'thanks' } })
    await shop.crm('undo')
    await shop.crm('merge', 'Ann', 'Bob')
    const { code, err } = await shop.crm('import', 'complaints.csv')
    expect([code, err]).toEqual([3, expect.stringMatching(/F3 of 王芳 \(c\w+\) is not there any more/)])
    expect(await one(shop, 'F1')).toMatchObject({ state: 'resolved', outcome: 'new cup' })
  })

  test('complaints of a file, with the sheet in Chinese, a column renamed and one taken away', async () => {
    const shop = await shopOf(2026)
    shop.write('投诉.csv', ['投诉日期,客户姓名,邮箱,投诉内容,投诉类型', '2026-08-28,Ann,ann@example.com,杯子碎了,质量'])
    expect((await shop.crm('import', '投诉.csv')).code).toBe(0)
    await shop.crm('feedback', 'list', '-o', 'complaints.csv', '--lang', 'zh')
    list(shop).write({ Ann: { 答复: '抱歉', 处理措施: '已补发', 是否满意: '满意' } })
    const [heading, ...rows] = list(shop).grid() as [string[], ...string[][]]
    const without = (cells: readonly string[]) => cells.filter((_, at) => heading[at] !== '新负责人')
    const renamed = without(heading).map((label) => (label === '处理措施' ? '怎么弄的' : label))
    list(shop).save([renamed, ...rows.map(without)])
    const { code, err } = await shop.crm('import', 'complaints.csv', '--lang', 'zh')
    expect([code, err]).toEqual([0, expect.stringContaining('客户反馈处理 3 项')])
    expect(err).toContain('“怎么弄的”这一列，按位置当作“处理措施”读取')
    expect(await all(shop)).toMatchObject([{ state: 'resolved', outcome: '已补发', from: 'file' }])
  })
})
