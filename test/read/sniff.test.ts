import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/read/open.js'
import { sniff } from '../../src/read/sniff.js'
import { sharedFolder, sourceOf } from './byte-source.js'

const kindOf = (bytes: Uint8Array | string) => sniff(sourceOf(Buffer.from(bytes)))

test.each([
  ['a PDF', '%PDF-1.7\n', 'pdf'],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'image'],
  ['a RAR archive', 'Rar!\x1a\x07\x01\x00', 'archive'],
  ['a gzip archive', [0x1f, 0x8b, 8, 0, 0, 0], 'archive'],
  ['a page saved as .xls', '\ufeff \r\n<!DOCTYPE html>\n<html><table>', 'html'],
  ['a bare table saved as .xls', '<table border=1><tr>', 'html'],
  ['a table after an xml line', '<?xml version="1.0"?>\n<html xmlns:x="urn:x">', 'html'],
  ['a web archive', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"', 'html'],
  [
    'SpreadsheetML',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table>',
    'xml',
  ],
  ['a flat OpenDocument', '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument', 'ods'],
  ['other XML', '<?xml version="1.0"?><rss><channel>', 'not-a-table'],
  ['SYLK', 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"a"', 'sylk'],
  ['a csv that begins like SYLK', 'ID;Price;Name\r\n1;2;x', 'text'],
  ['a csv with a tag in its first cell', '<b>Order</b>,Total\n1,2', 'text'],
  ['no bytes', '', 'empty'],
  ['a mark and blank lines only', '\ufeff\r\n \r\n', 'empty'],
  ['bytes of a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 3, 0x3e, 0], 'not-a-table'],
  ['a name with an escape character', `Name,Total\n${'x'.repeat(200)}\x1b[31m,2`, 'text'],
  [
    'an OLE file without a workbook',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)],
    'not-a-workbook',
  ],
] as [string, string | number[], string][])('%s', (_, bytes, kind) => {
  expect(kindOf(Buffer.from(bytes as string))).toBe(kind)
})

test('what is refused is refused under its own code, with the file', async () => {
  const opened = readWorkbook(sourceOf(Buffer.from('%PDF-1.7'), 'orders.xlsx'), { headerWords: () => false })
  await expect(opened).rejects.toMatchObject({ kind: 'bad-data', code: 'read.pdf', params: { file: 'orders.xlsx' } })
})

test('any bytes are either read or refused as an expected failure', async () => {
  const magic = fc.constantFrom(
    [],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0xff, 0xfe],
    [0xef, 0xbb, 0xbf],
    [9, 0],
  )
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 1500 }), async (start, rest) => {
      const bytes = Buffer.from([...start, ...rest])
      fc.pre(!bytes.toString('latin1').startsWith('PK'))
      try {
        const workbook = await readWorkbook(sourceOf(bytes), { headerWords: () => false })
        for await (const batch of workbook.sheets[0]!.rows()) expect(batch.rows).toHaveLength(batch.numbers.length)
      } catch (error) {
        expect(error).toMatchObject({ name: 'UserError', kind: 'bad-data' })
      }
    }),
    { numRuns: 1000 },
  )
})

const odd = sharedFolder('odd_workbooks')
const kinds: Record<string, string> = {
  '01_date1904/test_files__1904.xls': 'xls',
  '06_hidden_sheets/calamine__any_sheets.xls': 'xls',
  '11_encrypted/calamine__pass_protected.xlsx': 'encrypted',
  '11_encrypted/excelize__encryptSHA1.xlsx': 'encrypted',
  '11_encrypted/msoffcrypto-tool__xor_password_123456789012345.xls': 'encrypted',
  '12_corrupt_zip_truncated/ClosedXML__~$LoadPivotTables.xlsx': 'lock-file',
  '12_corrupt_zip_truncated/openpyxl__null_file.xlsx': 'empty',
  '14_xls_biff/poi__testEXCEL_3.xls': 'xls',
  '14_xls_biff/poi__testEXCEL_5.xls': 'xls',
  '14_xls_biff/test_files__CRLFX5_2.XLS': 'xls',
  '14_xls_biff/test_files__text_and_numbers.xls': 'xls',
  '14_xls_biff/xlrd__biff4_no_format_no_window2.xls': 'xls',
  '15_html_mhtml_xml_slk_as_xls/PhpSpreadsheet__charset.gb18030.html': 'html',
  '15_html_mhtml_xml_slk_as_xls/PhpSpreadsheet__rowspan.html': 'html',
  '15_html_mhtml_xml_slk_as_xls/test_files__crlf.htm': 'html',
  '16_wps_google_numbers_libreoffice_writers/test_files__LONumbers.xls': 'xls',
  '16_wps_google_numbers_libreoffice_writers/test_files__fn.et': 'xls',
  '18_numbers_as_text_leading_zero_big/readxl__big-texty-numbers-xls.xls': 'xls',
  '19_other_reader_fixtures/readxl__blanks.xls': 'xls',
}
describe.skipIf(odd.absent)(`odd workbooks${odd.note}`, () => {
  const files = odd.absent
    ? []
    : readdirSync(odd.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'MANIFEST.csv')
        .map((entry) => `${entry.parentPath.slice(odd.path.length + 1)}/${entry.name}`)
  test.each(files)('%s', (file) => {
    expect(sniff(sourceOf(readFileSync(`${odd.path}/${file}`)))).toBe(kinds[file] ?? 'zip')
  })
  test('a zip container is handed to the workbook reader', async () => {
    const bytes = readFileSync(`${odd.path}/18_numbers_as_text_leading_zero_big/test_files__text_and_numbers.xlsx`)
    const workbook = await readWorkbook(sourceOf(bytes, 'orders.csv'), { headerWords: () => false })
    expect(workbook.kind).toBe('xlsx')
    expect(workbook.sheets).toHaveLength(3)
  })
  test('those not named here are all zip containers', () => {
    const others = files.filter((file) => !(file in kinds))
    expect(others).toHaveLength(files.length - Object.keys(kinds).length)
    for (const file of others) expect(readFileSync(`${odd.path}/${file}`).toString('latin1', 0, 2)).toBe('PK')
  })
})
