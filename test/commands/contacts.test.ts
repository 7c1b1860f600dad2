import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { renderers } from '../../src/render/index.js'
import { openLedger } from '../../src/store/ledger.js'
import { zipParts } from '../support/zip-parts.js'
import { emptyShop, type Shop } from './shop.js'

/**
 * Ann bought under two numbers and two addresses that one buyer id joins; 王芳 refuses messages, Bo is blocked, Cy has an
 * e-mail alone.
 */
async function shop(): Promise<Shop> {
  const made = emptyShop()
  made.write('orders.csv', [
    'Order No,Order Date,Buyer Id,Customer Name,Phone,Email,Total,Currency,Country,City,Address',
    '1,2026-04-01,ann1,Ann,+15417543000,ann@example.com,100.00,USD,US,Boston,1 Main St',
    '2,2026-05-01,ann1,Ann,+442071838750,office@example.com,100.00,USD,US,Boston,1 Main St',
    '3,2026-06-01,wang1,王芳,13800138000,wang@example.com,30.00,USD,CN,杭州,浙江省杭州市西湖区文三路12号',
    '4,2026-06-02,bo1,Bo,13900139000,bo@example.com,30.00,USD,CN,北京,北京市朝阳区1号',
    '5,2026-06-03,cy1,Cy,,cy@example.com,20.00,USD,DE,,',
    '6,2026-06-04,di1,Di,13700137000,,20.00,USD,CN,,',
  ])
  for (const line of [
    ['import', 'orders.csv'],
    ['edit', '王芳', '--consent', 'no'],
    ['block', 'Bo', '--cause', 'breach', '--reason', 'owes'],
  ]) {
    const { code, err } = await made.crm(...line)
    if (code !== 0) throw new Error(`${line.join(' ')}: ${err}`)
  }
  return made
}

const read = ({ dir }: Shop, file: string) => readFileSync(join(dir, file), 'utf8')

const exportsOf = async (made: Shop) => (await made.json('exports')).rows

describe('ways to reach a customer', () => {
  test('are all in the list, the one in use first', async () => {
    const made = await shop()
    const [ann] = (await made.json('contacts', 'name:Ann')).rows
    expect(ann).toMatchObject({ phone: '+442071838750', phones: ['+15417543000'], email: 'office@example.com' })
    expect(ann).toMatchObject({ emails: ['ann@example.com'], city: 'Boston', address: '1 Main St', country: 'US' })
    await made.crm('contacts', 'name:Ann', '-o', 'ann.vcf')
    const card = read(made, 'ann.vcf')
    expect(card).toContain('TEL;TYPE=WORK,VOICE:+442071838750\r\nTEL;TYPE=VOICE:+15417543000\r\n')
    expect(card.match(/^EMAIL/gm)).toHaveLength(2)
    expect(card).toContain('ADR;TYPE=WORK:;;1 Main St;Boston;;;United States')
  })

  test('typed by hand are the only ones: the seller has said which it is', async () => {
    const made = await shop()
    await made.crm('edit', 'Ann', '--phone', '+14155550132')
    const [ann] = (await made.json('contacts', 'name:Ann')).rows
    expect(ann).toMatchObject({ phone: '+14155550132', phones: null, emails: ['ann@example.com'] })
    await made.crm('edit', 'Ann', '--imported', 'phone')
    expect((await made.json('contacts', 'name:Ann')).rows[0]).toMatchObject({ phones: ['+15417543000'] })
  })

  test('that files share with many people are not handed on beside their own', async () => {
    const made = emptyShop()
    const head = 'Order No,Order Date,Buyer Id,Customer Name,Phone,Total,Currency'
    const forwarder = Array.from(
      { length: 5 },
      (_, i) => `f${i},2026-06-0${i + 1},b${i},Buyer ${i},+8613500135000,5,CNY`,
    )
    made.write('orders.csv', [head, ...forwarder, 'own,2026-07-01,b0,Buyer 0,+8613600136000,5,CNY'])
    await made.crm('import', 'orders.csv')
    const [buyer] = (await made.json('contacts', 'name:"Buyer 0"')).rows
    expect(buyer).toMatchObject({ phone: '+8613600136000', phones: null })
  })
})

test.each(renderers.filter(({ name }) => name !== 'ics').map(({ name }) => [name] as const))(
  'blocked customers and those who refuse are in no %s',
  async (format) => {
    const made = await shop()
    const { code } = await made.crm('contacts', '--format', format, '-o', `list.${format === 'table' ? 'txt' : format}`)
    expect(code).toBe(0)
    const path = join(made.dir, `list.${format === 'table' ? 'txt' : format}`)
    const text = await textOf(path, format)
    expect(text).toContain('Cy')
    for (const hidden of ['13900139000', 'bo@example.com', 'wang@example.com', '文三路'])
      expect(text).not.toContain(hidden)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  },
)

/** What can be read of a list, packed or not. */
async function textOf(path: string, format: string): Promise<string> {
  if (format === 'xlsx') return sheetText(path)
  if (format === 'zip') return [...(await zipParts(readFileSync(path))).values()].join('\n')
  return readFileSync(path, 'utf8')
}

/** What stands in a workbook, by somebody else's reader. */
async function sheetText(path: string): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()))
}

describe('a list for another program', () => {
  test('has its columns, and who cannot be taken in is counted', async () => {
    const made = await shop()
    const { code, err } = await made.crm('contacts', '--preset', 'mailchimp', '-o', 'm.csv')
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('1 customer left out: mailchimp takes in nobody without an e-mail'),
    ])
    const rows = parse(read(made, 'm.csv'), { columns: true }) as Record<string, string>[]
    expect(rows.map((row) => row['Email Address']).sort()).toEqual(['cy@example.com', 'office@example.com'])
    expect(rows.find((row) => row['First Name'] === 'Ann')!['Phone Number']).toBe('+442071838750')
    expect(read(made, 'm.csv').startsWith('"Email Address"')).toBe(true)
    await made.crm('contacts', '--preset', 'outlook', '-o', 'o.csv')
    expect(read(made, 'o.csv').startsWith('\uFEFF"First Name"')).toBe(true)
  })

  test.each([
    [['--mask'], 'contacts.preset-masked'],
    [['--columns', 'name'], 'contacts.preset-columns'],
    [['-o', 'x.xlsx'], 'contacts.preset-format'],
    [['--format', 'vcf'], 'contacts.preset-format'],
  ])('does not go with %j', async (more, code) => {
    const made = await shop()
    const said = await made.crm('contacts', '--preset', 'google', ...more)
    expect(said.code).toBe(2)
    const asJson = await made.crm('contacts', '--preset', 'google', ...more, '--json')
    if (!more.includes('--format') && !more.includes('-o')) expect(asJson.err).toContain(code)
    expect(existsSync(join(made.dir, 'x.xlsx'))).toBe(false)
  })
})

describe('--mask', () => {
  const secrets = ['15417543000', '442071838750', 'ann@example.com', 'office@example.com', '1 Main St']

  test.each([
    ['contacts', 'name:Ann'],
    ['due'],
    ['list'],
    ['show', 'Ann'],
    ['show', 'Ann', '--sources'],
    ['dupes'],
    ['why', 'Ann'],
    ['care'],
    ['report', 'weekly'],
    ['report', 'daily'],
    ['report', 'key'],
  ])('%s %s hides every way to reach anybody, in every form', async (...words) => {
    const made = await shop()
    await made.crm('log', 'Ann', 'call +1 541 754 3000 or write to ann@example.com', '--next', '2026-09-01')
    for (const form of [['--json'], ['--format', 'csv'], ['--format', 'md'], ['--format', 'html'], []]) {
      const { code, out } = await made.crm(...words, ...form, '--mask')
      expect(code).toBe(0)
      for (const secret of secrets)
        expect(out.replace(/[ ()-]/g, ''), form.join(' ')).not.toContain(secret.replace(/ /g, ''))
    }
  })

  test('masked values that come back join nobody', async () => {
    const made = await shop()
    await made.crm('contacts', '--mask', '-o', 'masked.csv')
    const rows = parse(read(made, 'masked.csv'), { columns: true, bom: true }) as Record<string, string>[]
    const lines = rows.map(
      ({ Name, Phone, 'E-mail': email }, i) => `m${i},2026-07-0${i + 1},other ${Name},"${Phone}","${email}",9,USD`,
    )
    const before = (await made.json('list')).rows.length
    made.write('back.csv', ['Order No,Order Date,Customer Name,Phone,Email,Total,Currency', ...lines])
    await made.crm('import', 'back.csv')
    expect((await made.json('list')).rows).toHaveLength(before + rows.length)
    expect((await made.json('dupes')).rows).toEqual([])
  })
})

describe('exports', () => {
  test('are noted with when, of whom, how many, where to and whether masked', async () => {
    const made = await shop()
    await made.crm('contacts', 'country:US,DE', '-o', 'us.vcf')
    await made.crm('contacts', 'name:Di -name:13700137000', '--mask', '-o', 'di.xlsx')
    await made.crm('log', 'Ann', 'wants samples', '--next', '2026-09-01')
    await made.crm('due', '-o', 'due.ics')
    await made.crm('contacts', '--format', 'csv')
    const [piped, due, masked, cards] = await exportsOf(made)
    expect(cards).toMatchObject({
      report: 'contacts',
      about: 'country:US,DE',
      customers: 2,
      format: 'vcf',
      masked: null,
    })
    expect(cards).toMatchObject({ madeAt: '2026-09-01T01:00:00.000Z', file: join(made.dir, 'us.vcf') })
    expect(masked).toMatchObject({ about: 'name:Di -name:137****7000', customers: 1, format: 'xlsx', masked: 'yes' })
    expect(due).toMatchObject({ report: 'due', about: '', format: 'ics' })
    expect(piped).toMatchObject({ file: '', format: 'csv', customers: 3 })
  })

  test('are not noted for what is only looked at, and for lists that reach nobody', async () => {
    const made = await shop()
    await made.crm('contacts')
    await made.crmIn({ tty: 100 }, 'contacts', '--format', 'csv')
    await made.crm('tier', '-o', 'tier.xlsx')
    await made.crm('contacts', 'name:nobody', '-o', 'none.csv')
    await made.crm('contacts', '--columns', 'name,orders', '-o', 'names.csv')
    expect(await exportsOf(made)).toEqual([])
  })

  test('stay noted when what was done before is undone', async () => {
    const made = await shop()
    await made.crm('contacts', '-o', 'all.csv')
    for (let i = 0; i < 3; i++) expect((await made.crm('undo')).code).toBe(0)
    expect(await exportsOf(made)).toHaveLength(1)
    expect((await made.json('imports')).rows).toHaveLength(3)
  })

  test('hold no value of the cells', async () => {
    const made = await shop()
    await made.crm('contacts', '-o', 'all.csv')
    const ledger = openLedger(join(made.dir, 'shop.db'), { isReadOnly: true })
    const text = JSON.stringify(ledger.db.prepare('SELECT * FROM export').all())
    ledger.close()
    for (const secret of ['Ann', '541754', 'example.com', 'Main']) expect(text).not.toContain(secret)
  })

  test('that cannot be noted are written all the same, and that is said', async () => {
    const made = await shop()
    const ledger = openLedger(join(made.dir, 'shop.db'))
    ledger.db.exec('DROP TABLE export')
    ledger.close()
    const { code, err } = await made.crm('contacts', '-o', 'all.csv')
    expect(code).toBe(0)
    expect(read(made, 'all.csv')).toContain('cy@example.com')
    expect(err).toContain('could not be noted down among the exports')
  })
})

describe('what a calendar cannot hold', () => {
  test('is refused with where there is one', async () => {
    const made = await shop()
    const { code, err } = await made.crm('tier', '-o', 'tier.ics')
    expect([code, err]).toEqual([2, expect.stringContaining('crm due -o due.ics')])
    expect(existsSync(join(made.dir, 'tier.ics'))).toBe(false)
  })

  test('an entry keeps its id from day to day, and two lists of a day are equal', async () => {
    const made = await shop()
    await made.crm('log', 'Ann', 'wants samples', '--next', '2026-09-10')
    const calendar = async (day: string, file: string) => {
      await made.crm('due', '--days', '30', '--on', day, '-o', file)
      return read(made, file)
    }
    const [one, again, later] = [
      await calendar('2026-09-01', '1.ics'),
      await calendar('2026-09-01', '2.ics'),
      await calendar('2026-09-02', '3.ics'),
    ]
    expect(again).toBe(one)
    const agreed = (text: string) => text.split('BEGIN:VEVENT').find((event) => event.includes('-agreed@crm'))!
    expect(agreed(one)).toContain('DTSTART;VALUE=DATE:20260910')
    expect(/UID:.*/.exec(agreed(later))![0]).toBe(/UID:.*/.exec(agreed(one))![0])
    expect(agreed(later)).toContain('DTSTAMP:20260902T000000Z')
  })
})
