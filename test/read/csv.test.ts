import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/read/open.js'
import { sourceOf, tableOf } from './byte-source.js'

const words = new Set(['订单编号', '金额', '买家', 'Order ID', 'Date', 'Total', 'Item'])
const headerWords = (cell: string) => words.has(cell.trim())

const open = (text: string, options = {}) =>
  readWorkbook(sourceOf(Buffer.from(text), 'orders.csv'), { headerWords, ...options })
const read = async (text: string, options = {}) => tableOf(await open(text, options))
const rowsOf = async (text: string, options = {}) => (await read(text, options)).rows

describe('rows and their numbers', () => {
  test('blank lines are counted and left out; a quoted cell of several lines is one row', async () => {
    expect(await read('a,b\r\n\r\n1,"x\r\ny"\r\n2,z\r\n')).toEqual({
      numbers: [1, 3, 4],
      rows: [
        ['a', 'b'],
        ['1', 'x\r\ny'],
        ['2', 'z'],
      ],
    })
  })
  test('LF, CRLF and CR end a row, also mixed in one file', async () => {
    expect((await read('a,b\n1,2\r\n3,4\r5,6')).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })
  test('a row of bare delimiters is a row of empty cells, and a last cell may be empty', async () => {
    expect(await rowsOf('a,b,c\n,,\n1,2,')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['1', '2', ''],
    ])
  })
  test('cells are not trimmed, padded or typed', async () => {
    expect(await rowsOf('a,b,c\n 1 ,\t007\n"  "')).toEqual([['a', 'b', 'c'], [' 1 ', '\t007'], ['  ']])
  })
  test('a byte order mark never reaches the first header', async () => {
    expect(await rowsOf('\ufeff"订单编号",金额\n1,2')).toEqual([
      ['订单编号', '金额'],
      ['1', '2'],
    ])
  })
  test('rows() starts from the top each time', async () => {
    const workbook = await open('a,b\n1,2')
    expect(await tableOf(workbook)).toEqual(await tableOf(workbook))
  })
  test('many rows come in batches of at most 2,000, numbered through', async () => {
    const workbook = await open(`a,b\n${'1,2\n\n'.repeat(50_000)}`)
    const sizes: number[] = []
    for await (const batch of workbook.sheets[0]!.rows()) sizes.push(batch.rows.length)
    const { numbers } = await tableOf(workbook)
    expect(Math.max(...sizes)).toBe(2000)
    expect(numbers.slice(0, 3)).toEqual([1, 2, 4])
    expect(numbers.at(-1)).toBe(100_000)
    expect(numbers).toHaveLength(50_001)
  })
})

describe('quotes', () => {
  test('a Taobao id keeps its formula for core to strip', async () => {
    expect(await rowsOf('"订单编号","买家"\n"=""1930000000000000001""","a"\n="1930",b')).toEqual([
      ['订单编号', '买家'],
      ['="1930000000000000001"', 'a'],
      ['="1930"', 'b'],
    ])
  })
  test('a quote inside an unquoted cell is text', async () => {
    expect(await rowsOf('Item,Total\n27" screen,3')).toEqual([
      ['Item', 'Total'],
      ['27" screen', '3'],
    ])
  })
  test('text after a closing quote keeps the quotes, and the rows around it keep their places', async () => {
    expect(await read('Item,Total\nx,1\n"Luxury" bag,3\n\n"a" ,"b"c\ny,2')).toEqual({
      numbers: [1, 2, 3, 5, 6],
      rows: [
        ['Item', 'Total'],
        ['x', '1'],
        ['"Luxury" bag', '3'],
        ['"a" ', '"b"c'],
        ['y', '2'],
      ],
    })
  })
  test('an irregular cell may follow a good one of several lines', async () => {
    expect(await rowsOf('Item,Total\n"a\nb","Luxury" bag\nc,d')).toEqual([
      ['Item', 'Total'],
      ['a\nb', '"Luxury" bag'],
      ['c', 'd'],
    ])
  })
  test('a quote left open is refused with the row it opens in, never swallowing rows', async () => {
    await expect(rowsOf('Item,Total\n\n"27 inch,3\nx,4\n')).rejects.toMatchObject({
      kind: 'bad-data',
      code: 'read.quote',
      params: { file: 'orders.csv', row: 3 },
    })
    await expect(rowsOf('Item,Total\n"27 inch,3\nx,"Foo"\n')).rejects.toMatchObject({ params: { row: 2 } })
  })
  test('a quote left open in a long file is refused before the rest is in memory', async () => {
    await expect(rowsOf(`Item,Total\n"27 inch,3\n${'x,4\n'.repeat(1_000_000)}`)).rejects.toMatchObject({
      code: 'read.quote',
      params: { row: 2 },
    })
  })
  test('a text without line ends is no table', async () => {
    await expect(rowsOf('x'.repeat(3_000_000))).rejects.toMatchObject({ code: 'read.not-a-table' })
  })
})

describe('delimiters', () => {
  test.each([
    [',', 'Order ID,Date,Total\n1,a;b,"2"'],
    ['\t', 'Order ID\tDate\tTotal\n1\ta,b\t2'],
    [';', 'Order ID;Date;Total\n1;2,50;3,10\n2;1,00;9,99'],
    ['|', 'Order ID|Date|Total\n1|a|2'],
    ['，', '订单编号，买家，金额\n1，a，2'],
  ])('%j is found by header words', async (delimiter, text) => {
    const workbook = await open(text)
    expect(workbook.delimiter).toBe(delimiter)
    expect((await tableOf(workbook)).rows.map((row) => row.length)).toEqual(text.split('\n').map(() => 3))
  })
  test('header words below title lines count more than commas in the title', async () => {
    expect((await open('Report, made by, someone, else\n\nOrder ID;Date;Total\n1;2;3')).delimiter).toBe(';')
  })
  test('without header words the most even number of cells decides', async () => {
    expect((await open('x;y\n1,5;2\n3;4,5\n1,2;3,4')).delimiter).toBe(';')
    expect((await open('one column\nof text\n')).delimiter).toBe(',')
  })
  test('a first line sep=; names it and is no row', async () => {
    const workbook = await open('sep=;\r\nOrder ID;Total\r\n1;2,5')
    expect(workbook.delimiter).toBe(';')
    expect(await tableOf(workbook)).toEqual({
      numbers: [1, 2],
      rows: [
        ['Order ID', 'Total'],
        ['1', '2,5'],
      ],
    })
  })
  test('a named one is taken; a name that is none is refused', async () => {
    expect(await rowsOf('a,b\tc', { delimiter: 'tab' })).toEqual([['a,b', 'c']])
    expect(await rowsOf('a,b:c', { delimiter: ':' })).toEqual([['a,b', 'c']])
    await expect(rowsOf('a,b', { delimiter: 'comma' })).rejects.toMatchObject({
      kind: 'usage',
      code: 'read.delimiter-name',
      params: { delimiter: 'comma' },
    })
  })
})

describe('quotes in tab-separated files', () => {
  test('paired quotes are quotes', async () => {
    expect(await rowsOf('Order ID\tItem\n1\t"two\nlines"\n2\t"a ""b"""')).toEqual([
      ['Order ID', 'Item'],
      ['1', 'two\nlines'],
      ['2', 'a "b"'],
    ])
  })
  test('when one does not pair up anywhere, all of them are text', async () => {
    const rows = `1\t"Kitty" plate\n2\t"whole"\n${'3\tx\n'.repeat(40_000)}4\t"27 inch\n5\ty`
    const read = await rowsOf(`Order ID\tItem\n${rows}`)
    expect(read.slice(1, 3)).toEqual([
      ['1', '"Kitty" plate'],
      ['2', '"whole"'],
    ])
    expect(read.slice(-2)).toEqual([
      ['4', '"27 inch'],
      ['5', 'y'],
    ])
  })
  test('two stray quotes that would swallow a row between them are text', async () => {
    expect(await rowsOf('Order ID\tItem\tTotal\n1\t"27 inch\t3\n2\tTV 40"\t4\n')).toEqual([
      ['Order ID', 'Item', 'Total'],
      ['1', '"27 inch', '3'],
      ['2', 'TV 40"', '4'],
    ])
  })
})
