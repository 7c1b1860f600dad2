import { describe, expect, test } from 'vitest'
import { emptyShop, HEADER, type Shop } from './shop.js'

/** Ann (older, so the key of both when they are one) and Ben, who ordered in batch 1. */
async function shop(): Promise<Shop> {
  const made = emptyShop()
  made.write('orders.csv', [HEADER, '1,2026-08-01,Ann,a@shop.com,100,USD,US', '2,2026-08-02,Ben,b@shop.com,50,USD,US'])
  await must(made, 'import', 'orders.csv')
  return made
}

async function must(made: Shop, ...argv: readonly string[]): Promise<void> {
  const { code, err } = await made.crm(...argv)
  expect(code, err).toBe(0)
}

/** Types lines one after the other, each of which must end well. */
const typed = async (made: Shop, ...lines: readonly string[]) => {
  for (const line of lines) await must(made, ...line.split(' '))
}

/** What a refusal says, in one line. */
const refusal = async (made: Shop, ...argv: readonly string[]) => {
  const { code, err } = await made.crm(...argv)
  return [code, err.split('\n')[0]]
}

const lead = async (made: Shop, who: string) => {
  const { lead: found } = (await made.json('show', who)).summary as { lead: Record<string, unknown> | null }
  return found && [found.lead, found.outcome, found.level, found.registeredBy]
}

describe('undo and redo swallow no later decision (R36)', () => {
  test('a lead lost is not open again while another was registered since', async () => {
    const made = await shop()
    await typed(made, 'lead add Zoe --email z@shop.com --owner li', 'lead lost Zoe --reason price')
    await typed(made, 'lead add Zoe --owner wang', 'lead level Zoe A')
    const before = await lead(made, 'Zoe')
    expect(await refusal(made, 'undo', '3')).toEqual([
      1,
      'Error: Batch 3 cannot be taken back alone: later decisions rest on it: 5 (crm lead), 4 (crm lead).',
    ])
    expect(await lead(made, 'Zoe')).toEqual(before)
    expect(before).toEqual(['L2', 'open', 'A', 'wang'])
    await typed(made, 'undo', 'undo', 'undo 3')
    expect(await lead(made, 'Zoe')).toEqual(['L1', 'open', null, 'li'])
  })

  test('nor is one registered for a day on which the one before was still open', async () => {
    const made = await shop()
    await typed(made, 'lead add Ann --on 2026-08-20', 'lead lost Ann --reason price')
    expect(await refusal(made, 'lead', 'add', 'Ann', '--on', '2026-08-25')).toEqual([
      2,
      expect.stringContaining('was open until 2026-09-01'),
    ])
    await typed(made, 'lead add Ann')
    expect(await lead(made, 'Ann')).toEqual(['L2', 'open', null, null])
  })

  test('a registration taken back is not put back beside another', async () => {
    const made = await shop()
    await typed(made, 'lead add Ann --owner li', 'undo', 'lead add Ann --owner wang')
    expect(await refusal(made, 'undo', '--redo', '2')).toEqual([
      1,
      'Error: Batch 2 cannot be put back: what was decided since would not fit any more: 3 (crm lead).',
    ])
    expect(await refusal(made, 'undo', '--redo', '2', '-n')).toEqual([1, expect.stringContaining('3 (crm lead)')])
    await typed(made, 'undo', 'undo --redo 2')
    expect(await lead(made, 'Ann')).toEqual(['L1', 'open', null, 'li'])
  })

  test('a complaint resolved twice keeps its reopening between', async () => {
    const made = await shop()
    await typed(made, 'feedback open Ann late', 'feedback resolve F1 sent', 'feedback satisfied F1')
    await typed(made, 'feedback reopen F1', 'feedback resolve F1 refunded')
    expect(await refusal(made, 'undo', '5')).toEqual([1, expect.stringContaining('6 (crm feedback).')])
    expect(await refusal(made, 'undo', '3')).toEqual([
      1,
      expect.stringContaining('5 (crm feedback), 4 (crm feedback).'),
    ])
    // Who was satisfied before says nothing of what came later.
    await typed(made, 'undo 4')
    expect((await made.json('feedback', 'list')).rows).toMatchObject([{ state: 'resolved', outcome: 'refunded' }])
  })

  test('what rests on two batches is put back after both', async () => {
    const made = await shop()
    await typed(made, 'feedback open Ann late', 'feedback resolve F1 sent', 'feedback satisfied F1')
    await typed(made, 'undo', 'undo', 'undo')
    expect(await refusal(made, 'undo', '--redo', '4')).toEqual([1, expect.stringContaining('with batch 2, 3')])
    await typed(made, 'undo --redo 2')
    expect(await refusal(made, 'undo', '--redo', '4')).toEqual([1, expect.stringContaining('with batch 3')])
    await typed(made, 'undo --redo 3', 'undo --redo 4')
  })

  test('a delisting lifted is not standing again beside the next one', async () => {
    const made = await shop()
    await typed(made, 'block Ann --reason scam', 'unblock Ann', 'block propose Ann --reason again')
    expect(await refusal(made, 'undo', '3')).toEqual([1, expect.stringContaining('4 (crm block)')])
    await typed(made, 'undo', 'undo 3')
    expect((await made.json('show', 'Ann')).summary.blocked).toBe(true)
  })

  test('an import whose order won a lead holds the lead after it', async () => {
    const made = await shop()
    await typed(made, 'lead add Ann --owner li --on 2026-08-30')
    made.write('more.csv', [HEADER, '3,2026-08-31,Ann,a@shop.com,100,USD,US'])
    await typed(made, 'import more.csv', 'lead add Ann --owner li', 'lead level Ann A')
    expect(await refusal(made, 'undo', '3')).toEqual([1, expect.stringContaining('5 (crm lead), 4 (crm lead)')])
    await typed(made, 'undo', 'undo', 'undo 3')
  })

  test('while a rate is missing leads are held against each other all the same', async () => {
    const made = await shop()
    await typed(made, 'lead add Zoe --email z@shop.com --owner li', 'lead lost Zoe --reason price')
    await typed(made, 'lead add Zoe --owner wang')
    made.write('yuan.csv', [HEADER, '7,2026-08-05,Ann,a@shop.com,70,CNY,CN'])
    await typed(made, 'config set currency.base USD', 'import yuan.csv')
    expect((await made.crm('lead', 'list')).err).toContain('have no rate')
    expect(await refusal(made, 'undo', '3')).toEqual([1, expect.stringContaining('4 (crm lead)')])
    await typed(made, 'undo 4', 'undo 3', 'undo --redo 3')
  })

  test('and so are points of whom no order lacks a rate, by what they earned at best', async () => {
    const made = await shop()
    // Ben: 50 by his order at level C or B, 75 at best, and 100 by hand; Cid: an order in yuan, which may have earned anything.
    made.write('cid.csv', [HEADER, '8,2026-08-06,Cid,c@shop.com,70,CNY,CN'])
    await typed(made, 'config set points.scheme on', 'config set currency.base USD', 'import cid.csv')
    await typed(made, 'rates set CNY=0.14', 'points earn Ben 100', 'points redeem Ben 130')
    await typed(made, 'points earn Cid 100', 'points redeem Cid 100', 'points earn Ann 10', 'points redeem Ann 100')
    await typed(made, 'undo 5')
    expect((await made.crm('points')).err).toContain('have no rate')
    expect(await refusal(made, 'undo', '6')).toEqual([1, expect.stringContaining('7 (crm points)')])
    // Cid's order and Ann's 150 at best may cover what they redeemed.
    await typed(made, 'undo 8', 'undo 10', 'undo 7', 'undo 6')
    expect(await refusal(made, 'undo', '--redo', '7')).toEqual([1, expect.stringContaining('with batch 6')])
    await typed(made, 'undo --redo 6', 'undo --redo 7')
  })

  test('a missing rate, which leaves open what orders count, holds up no undo', async () => {
    const made = await shop()
    await typed(made, 'lead add Zoe --email z@shop.com', 'feedback open Ann late')
    made.write('yuan.csv', [HEADER, '7,2026-08-05,Ann,a@shop.com,70,CNY,CN'])
    await typed(made, 'config set currency.base USD', 'import yuan.csv')
    expect((await made.crm('lead', 'list')).err).toContain('have no rate')
    await typed(made, 'undo 2', 'undo --redo 2', 'undo 5', 'undo --redo 5', 'undo 3')
  })

  test('what a file told may go: what was recorded of it waits for the file', async () => {
    const made = await shop()
    made.write('complaints.csv', ['Customer,Email,Complaint,Complaint date', 'Ann,a@shop.com,lid missing,2026-08-28'])
    await typed(made, 'import complaints.csv')
    const [row] = (await made.json('feedback', 'list')).rows
    await typed(made, `feedback resolve ${row?.feedback} sent`, 'undo 2', 'undo 3', 'undo --redo 3', 'undo --redo 2')
    expect((await made.json('feedback', 'list')).rows).toMatchObject([{ state: 'resolved', outcome: 'sent' }])
  })
})

describe('a step stays with what it is about when a merge is taken back', () => {
  test('a delisting with the customer it was proposed for', async () => {
    const made = await shop()
    await typed(made, 'block propose Ben --reason scam', 'merge Ann Ben')
    await typed(made, 'block check a@shop.com seen', 'block decide a@shop.com --by boss', 'undo 3')
    expect((await made.json('show', 'a@shop.com')).summary.blocked).toBe(false)
    expect((await made.json('show', 'b@shop.com')).summary.blocked).toBe(true)
    await typed(made, 'unblock b@shop.com')
  })

  test('and its lifting, of each', async () => {
    const made = await shop()
    await typed(
      made,
      'block Ann --reason scam',
      'block Ben --reason scam',
      'merge Ann Ben',
      'unblock a@shop.com',
      'undo 4',
    )
    expect((await made.json('show', 'a@shop.com')).summary.blocked).toBe(false)
    expect((await made.json('show', 'b@shop.com')).summary.blocked).toBe(false)
  })

  test('a lead with its registration', async () => {
    const made = await shop()
    await typed(made, 'lead add Ben --owner li', 'merge Ann Ben', 'lead won a@shop.com', 'undo 3')
    expect(await lead(made, 'a@shop.com')).toBeNull()
    expect(await lead(made, 'b@shop.com')).toEqual(['L1', 'won', null, 'li'])
  })

  test('a lead that a file told with whom the file named', async () => {
    const made = await shop()
    made.write('leads.csv', ['Lead name,Email,Lead source,Lead status,Created', 'Ben,b@shop.com,fair,new,2026-08-20'])
    await typed(made, 'import leads.csv')
    expect(await lead(made, 'b@shop.com')).not.toBeNull()
    await typed(made, 'merge Ann Ben', 'lead lost a@shop.com --reason price', 'undo 3')
    expect(await lead(made, 'a@shop.com')).toBeNull()
    expect(await lead(made, 'b@shop.com')).toEqual([null, 'lost', null, null])
  })
})
