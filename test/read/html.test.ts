import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readMarkup } from '../../src/read/markup.js'
import { sourceOf } from './byte-source.js'
import { onlyRows, openBytes, rowsBySheet } from './older-sheets.js'

const table = (rows: string) => `<html><body><table>${rows}</table></body></html>`

describe('cells are the text shown', () => {
  test.each([
    ['an id with zeros in front', '<td>0000138001', '0000138001'],
    ['an id of 19 digits', '<td x:num>1234567890123456789</td>', '1234567890123456789'],
    ['text by its style', `<td style="mso-number-format:'\\@'">2024/3/5</td>`, '2024/3/5'],
    ['a number Excel shows shortened', '<td x:num="13800138000">1.38E+10</td>', '13800138000'],
    ['a number too narrow to show', '<td x:num="13800138000">#####</td>', '13800138000'],
    ['a long number that was lost before', '<td x:num="1.2345678901234568E18">1.23457E+18</td>', '1.23457E+18'],
    [
      'characters by name and number',
      '<td>A&amp;B &lt;&#20108;&#x4E8C;&gt;&nbsp;&yen;5 &unknown;',
      'A&B <二二> ¥5 &unknown;',
    ],
    ['an ampersand by itself', '<td>Jack & Jones', 'Jack & Jones'],
    ['a lone less-than sign', '<td>1 < 2</td>', '1 < 2'],
    ['line breaks', '<td> a<br>b <p>c</p></td>', 'a\nb\nc'],
    ['markup within', '<td><b><font color=red>bo</font>ld</b></td>', 'bold'],
    ['blanks and line ends', '<td>\r\n   two\r\n  words  </td>', 'two words'],
    ['a script and a remark', '<td>x<script>if (a<b) "</td>"</script><!-- </td> -->y</td>', 'xy'],
    ['a quote within a word of a tag', '<td title=5" width=3>x</td>', 'x'],
    ['a > within a quote', '<td title="a>b">x</td>', 'x'],
  ])('%s', async (_, cell, text) => {
    expect(await onlyRows(table(`<tr>${cell}<tr><td>end`))).toEqual([
      [1, text],
      [2, 'end'],
    ])
  })

  test('an error of Excel is an error, not a text', async () => {
    expect(await onlyRows(table('<tr><td x:err>#N/A</td><td x:err="#REF!"></td>'))).toEqual([
      [1, { error: '#N/A' }, { error: '#REF!' }],
    ])
  })
})

test('merged cells hold their value in the first place, the others are blank', async () => {
  const rows =
    '<tr><td colspan=2>a<td>b<td>c<tr><td rowspan=3>d<td colspan=2 rowspan="2">e<td>f<tr><td>g<tr><td>h<td>i<td>j'
  expect(await onlyRows(table(rows))).toEqual([
    [1, 'a', '', 'b', 'c'],
    [2, 'd', 'e', '', 'f'],
    [3, '', '', '', 'g'],
    [4, '', 'h', 'i', 'j'],
  ])
})

test('blank rows are counted and left out', async () => {
  expect(await onlyRows(table('<tr><td>a</tr><tr><td>&nbsp;</td></tr><tr></tr><tr><td>b'))).toEqual([
    [1, 'a'],
    [4, 'b'],
  ])
})

test('each table with cells is a sheet, also one within another; an outer one keeps its own text', async () => {
  const page = '<table><tr><td>out<table><tr><td>in</table>side</table><table></table><table><tr><th>last</table>'
  expect(await rowsBySheet(await openBytes(page))).toEqual({
    '#1': [[1, 'outside']],
    '#2': [[1, 'in']],
    '#3': [[1, 'last']],
  })
})

describe('encodings', () => {
  const page = (meta: string) => `<html><head>${meta}</head>${table('<tr><td>单号<td>臺灣')}`
  const read = async (bytes: Buffer) => {
    const workbook = await openBytes(bytes)
    return [workbook.encoding, Object.values(await rowsBySheet(workbook))[0]![0]!.slice(1)]
  }
  test.each([
    ['declared', iconv.encode(page('<meta charset=gb2312>'), 'gbk'), 'gb18030'],
    [
      'declared the old way',
      iconv.encode(
        page('<meta http-equiv=Content-Type content="text/html; charset=big5">').replace('单号', '單號'),
        'big5',
      ),
      'big5',
    ],
    ['none declared', iconv.encode(page(''), 'gbk'), 'gb18030'],
    ['declared wrongly', iconv.encode(page('<meta charset=utf-8>'), 'gbk'), 'gb18030'],
    ['UTF-8 under Latin-1', Buffer.from(page('<meta charset=iso-8859-1>')), 'utf-8'],
    ['UTF-16 with a mark', iconv.encode(page('<meta charset=unicode>'), 'utf-16le', { addBOM: true }), 'utf-16le'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toEqual([encoding, [encoding === 'big5' ? '單號' : '单号', '臺灣']])
  })
  test('the one the seller names', () => {
    const source = sourceOf(iconv.encode(page('<meta charset=utf-8>'), 'gbk'))
    expect(readMarkup(source, { encoding: 'gbk', headerWords: () => false }).text).toContain('单号')
  })
})

describe('refused by name', () => {
  test.each([
    ['a page without a table', '<html><body>Please sign in</body></html>', { code: 'read.html' }],
    ['a table without cells', '<html><table></table></html>', { code: 'read.html' }],
    ['a download cut short', '<table><tr><td>a<td>b<tr><td>c', { code: 'read.damaged' }],
    [
      'a web archive without a page',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n',
      { code: 'read.html' },
    ],
    [
      'more tables than pages have',
      '<table><tr><td>1</table>'.repeat(1001),
      { code: 'read.bomb', params: { limit: 'tables' } },
    ],
  ])('%s', async (_, page, refusal) => {
    await expect(openBytes(page)).rejects.toMatchObject({ name: 'UserError', kind: 'bad-data', ...refusal })
  })
  test.each([
    ['columns', `<tr>${'<td colspan=1000>x</td>'.repeat(18)}`],
    ['rows', `${'<tr>'.repeat(1_048_577)}<td>x`],
    ['characters', `<tr><td>${'x'.repeat(32_768)}`],
  ])('more %s than a sheet has', async (limit, rows) => {
    await expect(onlyRows(table(rows))).rejects.toMatchObject({ code: 'read.too-large', params: { limit } })
  })
})

test.each([
  ['tables in tables', '<table><tr><td>'.repeat(200_000)],
  ['cells over all rows and columns', `<table>${'<tr><td colspan=1000 rowspan=65534>'.repeat(20_000)}x</table>`],
  ['quotes that never close', `<table>${'<td a="'.repeat(200_000)}</table>`],
  ['marks that never close', `<table>${'<!'.repeat(500_000)}</table>`],
])('%s take no time worth telling', async (_, page) => {
  await openBytes(page)
    .then(rowsBySheet)
    .catch((error: unknown) => expect(error).toMatchObject({ name: 'UserError' }))
})
