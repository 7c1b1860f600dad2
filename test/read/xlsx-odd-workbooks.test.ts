import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openXlsx } from '../../src/read/xlsx.js'
import { sharedFolder, sourceOf } from './byte-source.js'
import { type Read, readBytes } from './xlsx-fixture.js'
import { sheetJsRows } from './xlsx-sheetjs.js'

const odd = sharedFolder('odd_workbooks')

/** Every zip among the odd workbooks: rows it must hold (all rows of the sheet where `whole`), or the code it is refused with. */
interface Owed {
  readonly rows?: Read
  readonly whole?: Read
  readonly refused?: string
  readonly hidden?: readonly string[]
  /** Why SheetJS finds something else in it. */
  readonly unlikeSheetJs?: string
}

const errors = ['#DIV/0!', '#NAME?', '#VALUE!', '#NULL!', '#REF!', '#NUM!', '#N/A']
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const OWED: Readonly<Record<string, Owed>> = {
  'calamine__date_1904.xlsx': {
    whole: {
      Sheet1: [
        [1, '2021-01-01', 15],
        [2, '2021-01-02', 16],
        [3, 10.6320601851852, 17],
      ],
    },
  },
  'roo__numbers-export.xlsx': { whole: { 'Sheet 1': [[1, 'Sheet 1']], 'Sheet 2': [[2, '', 'Sheet 2']] } },
  'test_files__1904.xlsx': {
    // Columns C and D hold what Excel itself made of column B.
    whole: {
      Sheet1: [
        [1, 1, '1904-01-02', '1904-01-02', '1904-01-02'],
        [2, 11, '1904-01-12', '1904-01-12', '1904-01-12'],
        [3, 111, '1904-04-21', '1904-04-21', '1904-04-21'],
        [4, 1111, '1907-01-16', '1907-01-16', '1907-01-16'],
        [5, 11111, '1934-06-03', '1934-06-03', '1934-06-03'],
      ],
    },
  },
  'calamine__inlineStr_cdata.xlsx': {
    whole: {
      Sheet1: [
        [1, 'Hello CDATA', 'World'],
        [2, '12345', 'NormalText'],
      ],
    },
  },
  'calamine__whitespace_trim.xlsx': {
    unlikeSheetJs: 'it keeps blanks that xml:space does not',
    whole: {
      inlineStr: [
        [1, 'trimmed value', 'value with tabs', ' \t\n', 'clean text'],
        [2, 'line1\nline2', '  line1\nline2  '],
        [3, '日期 时间'],
      ],
      SharedStrings: [
        [1, 'trimmed value', '  preserved value  ', '', 'clean text'],
        [2, 'line1\nline2', '  line1\nline2  '],
        [3, '日期 时间'],
      ],
    },
  },
  'poi__InlineString.xlsx': { unlikeSheetJs: 'it loses the first run', whole: { Sheet1: [[1, '😜more text']] } },
  'calamine__richtext-after-plain.xlsx': {
    unlikeSheetJs: 'it drops the runs after a plain text',
    whole: {
      Sheet1: [
        [1, 'abcd', 'abcd', 'abcd', 'abcd'],
        [2, 'tvalrval1rval2', 'rval1rval2', 'rval1rval2', 'rval1rval2'],
      ],
      Sheet2: [],
      Sheet3: [],
    },
  },
  'test_files__phonetic_text.xlsx': {
    whole: {
      Sheet1: [
        [1, '漢字'],
        [2, '漢字withColor'],
      ],
    },
  },
  'calamine__has_x000D_.xlsx': { whole: { Sheet1: [[1, 'ABC\r\nDEF']] } },
  'ClosedXML__preserve_space.xlsx': { whole: { Sheet1: [[1, 'abc', '123\n456', 456]], Sheet2: [], Sheet3: [] } },
  'calamine__issue_261.xlsx': {
    rows: {
      'Some Sheet': [
        [7, 'String Value 29', '2023-03-15', '', '', '', 'String Value 43', 901],
        [11, '2023-03-15', ' ', ' '],
        [61, '', '', '', '', 'String Value 11', '', 939],
      ],
    },
  },
  'calamine__errors.xlsx': {
    whole: { Feuil1: errors.map((error, i) => [i + 1, { error }]), Feuil2: [], Feuil3: [] },
  },
  'poi__56688_2.xlsx': { whole: { Sheet1: [[2, 'abc', { error: '#VALUE!' }]], Sheet2: [], Sheet3: [] } },
  'test_files__sheet_visibility.xlsx': {
    hidden: ['Hidden', 'VeryHidden'],
    rows: {
      Visible: [[1, ...'visible']],
      Hidden: [[2, 72, 105, 100, 100, 101, 110]],
      VeryHidden: [[1, ...'VeryHidden']],
    },
  },
  'poi__TwoSheetsOneHidden.xlsx': {
    hidden: ['Sheet1'],
    whole: { Sheet1: [[1, 'Sheet1A1']], Sheet2: [[1, 'Sheet2A1']] },
  },
  'PhpSpreadsheet__issue.3255.xlsx': {
    rows: {
      Sheet1: [
        [1, '#', 'Title', 'Author'],
        [9, 8, 'Jane Eyre', 'Charlotte Brontë'],
        [15, 14, 'David Copperfield', 'Charles Dickens'],
      ],
    },
  },
  'calamine__issue_174.xlsx': {
    unlikeSheetJs: 'it keeps blanks that xml:space does not',
    rows: {
      Sheet1: [
        [
          2,
          123,
          'Test Contact Name',
          'Test Contact Number',
          'Hello Address',
          'My City',
          1.5,
          1,
          1.201,
          'Nothing SPL',
          'No Remarks',
          'My Company?',
        ],
      ],
    },
  },
  'poi__SimpleStrict.xlsx': {
    whole: {
      Sheet1: [
        [1, 'test', '', 1],
        [2, 'test 2', '', 2],
        ...upTo(3, 6).map((n): [number, ...(string | number)[]] => [n, '', '', n]),
      ],
      'Sheet Number 2': [
        [1, 'This is sheet 2'],
        [2, 'Stuff'],
        [3, 1, 2, 3, 4, 5, 6],
        [4, '1990-01-01'],
        [7, 10, '', 3],
      ],
    },
  },
  'calamine__strict_iso_paths.xlsx': {
    rows: {
      ml_out: [
        [
          2,
          '150-031260-001_B',
          1.5,
          7,
          4,
          5,
          2,
          78.46,
          2153.93,
          1516.12,
          1051527.3933333333,
          2190,
          496.64,
          2158,
          244,
          269.56,
          12.618328720000001,
          1577291.09,
          104,
        ],
      ],
    },
  },
  'calamine__date_iso.xlsx': {
    rows: {
      Sheet: [
        [1, '2021-01-01'],
        [2, '2021-01-01 10:10:10'],
        [3, '10:10:10'],
      ],
    },
  },
  'test_files__xlsx-stream-d-date-cell.xlsx': {
    rows: {
      Sheet1: [
        [1, 'String', 'てすと', '&\'";<>', '&amp;'],
        [3, 'Float', 1.5, 0.3, 1.23456789e22],
        [4, 'Boolean', 'TRUE', 'FALSE'],
        [5, 'Date', '2014-02-14 08:27:49'],
        [10, 'Duration 36 hours format #46', 1.5],
        [11, 'Formula', 'String1'],
      ],
    },
    unlikeSheetJs: 'it cuts the half second off',
  },
  'ClosedXML__NoReferencesOnRowsOrCells.xlsx': {
    whole: {
      Sheet1: [
        [1, 'Test1', 'Test2'],
        [2, 1, 2],
      ],
    },
  },
  'xlsx2csv__namespace.xlsx': {
    rows: { Data: [[5, 'Summary Notes:', '', '', '', 'CTb and BDA did not work']] },
  },
  'roo__Pfand_from_windows_phone.xlsx': {
    rows: {
      Blatt1: [
        [1, '', 'Summe'],
        [2, '2011-09-14', 3.81, 0.7, 2.81, 0.3],
      ],
      Blatt2: [],
      Blatt3: [],
    },
  },
  'roo__implicit_coordinates.xlsx': {
    whole: {
      Sheet1: [
        [1, 'Test'],
        [2, 'A2', 'B2', 'C2'],
      ],
    },
  },
  'poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx': { refused: 'read.damaged' },
  'poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx': { refused: 'read.damaged' },
  'poi__poc-xmlbomb.xlsx': { refused: 'read.xml-entities' },
  'poi__poc-shared-strings.xlsx': { refused: 'read.too-large' },
  'test_files__large_strings.xlsb': { refused: 'read.xlsb' },
  'test_files__fn.xlsx': {
    whole: {
      Sheet1: [
        [1, 'Name', 'Example', 'Result'],
        [2, 'EVALUATE', '=EVALUATE("1+1")', 2],
        [3, 'FIELDVALUE', '=FIELDVALUE(A2,"Result")', { error: '#VALUE!' }],
      ],
    },
  },
  'readxl__iris-google-doc.xlsx': {
    rows: {
      iris: [
        [1, 'Sepal.Length', 'Sepal.Width', 'Petal.Length', 'Petal.Width', 'Species'],
        [151, 5.9, 3, 5.1, 1.8, 'virginica'],
      ],
    },
  },
  'roo__boolean-from-google-sheets.xlsx': {
    whole: {
      Sheet1: [
        [1, 'TRUE'],
        [2, 'FALSE'],
      ],
    },
  },
  'test_files__types_61.numbers': { refused: 'read.numbers' },
  'calamine__any_sheets.xlsb': { refused: 'read.xlsb' },
  'xlsx2csv__escape.xlsx': {
    whole: { Austin: [[1, '', '', '', '', 'Hello\nWorld\t!', 'FALSE']], Sheet2: [[1, 1, 2]] },
  },
  'roo__number_with_zero_prefix.xlsx': {
    whole: { Sheet1: upTo(0, 49).map((i) => [i + 1, ...upTo(i * 20 + 1, i * 20 + 20)]) },
  },
  'test_files__text_and_numbers.xlsx': {
    whole: {
      Sheet1: [
        [1, 'English', 'Hello', 'World'],
        [2, 'Hebrew', 'שלום', 'עולם'],
        [4, 1337, 13.37, 1337],
      ],
      Sheet2: [],
      Sheet3: [],
    },
  },
  'xlsx2csv__datetime.xlsx': { whole: { Sheet1: [[1, '2011-09-15 15:22:00']] } },
  'ClosedXML__FileWithButton.xlsm': {
    whole: {
      Sheet1: [
        [5, '', '', 'ClosedXML/Excel/XLWorkbook_Save.cs'],
        [7, '', '', 'if (worksheetHasComments != hasAnyVmlElements)'],
        [8, '', '', '', 'throw new ApplicationException("Error generating comments");'],
      ],
    },
  },
}

describe.skipIf(odd.absent)(`odd workbooks${odd.note}`, () => {
  const files = odd.absent ? [] : readdirSync(odd.path, { recursive: true, encoding: 'utf8' })
  const bytesOf = (name: string) => readFileSync(`${odd.path}/${files.find((file) => file.endsWith(`/${name}`))}`)
  const zips = files.filter(
    (file) => file.includes('/') && readFileSync(`${odd.path}/${file}`).toString('latin1', 0, 2) === 'PK',
  )

  test('each zip among them is spoken for', () => {
    expect(zips.map((file) => file.slice(file.lastIndexOf('/') + 1)).sort()).toEqual(Object.keys(OWED).sort())
  })

  const wanted = Object.entries(OWED)

  test.each(wanted.filter(([, { refused }]) => refused))('%s is refused by name', async (name, { refused }) => {
    await expect(readBytes(bytesOf(name))).rejects.toMatchObject({ name: 'UserError', kind: 'bad-data', code: refused })
  })

  test.each(wanted.filter(([, { refused }]) => !refused))(
    '%s is read right',
    async (name, { rows, whole, hidden = [], unlikeSheetJs }) => {
      const bytes = bytesOf(name)
      const read = await readBytes(bytes)
      if (whole) expect(read).toEqual(whole)
      for (const [sheet, some] of Object.entries(rows ?? {})) expect(read[sheet]).toEqual(expect.arrayContaining(some))
      expect(rows ?? whole).toBeDefined()
      if (!unlikeSheetJs) expect(read).toEqual(sheetJsRows(bytes))
      const { sheets } = await openXlsx(sourceOf(bytes, name))
      expect(sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name)).toEqual(hidden)
    },
  )
})
