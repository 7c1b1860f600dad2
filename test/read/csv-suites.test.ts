import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/read/open.js'
import { sharedFolder, sourceOf, tableOf } from './byte-source.js'

const spectrum = sharedFolder('csv-spectrum')
const testData = sharedFolder('csv-test-data')

async function rowsOfFile(path: string): Promise<(readonly unknown[])[]> {
  const source = sourceOf(readFileSync(path), path)
  return (await tableOf(await readWorkbook(source, { headerWords: () => false }))).rows
}

/** The suites answer with rows, or with objects where the first row is the header. */
function inShapeOf(answer: readonly unknown[], rows: readonly (readonly unknown[])[]): unknown[] {
  if (Array.isArray(answer[0])) return [...rows]
  const [header = [], ...rest] = rows
  return rest.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])))
}

const isBlank = (row: unknown) => Array.isArray(row) && row.length === 1 && row[0] === ''

describe.skipIf(spectrum.absent)(`csv-spectrum${spectrum.note}`, () => {
  const names = spectrum.absent ? [] : readdirSync(`${spectrum.path}/csvs`)
  test.each(names)('%s', async (name) => {
    const answer = JSON.parse(readFileSync(`${spectrum.path}/json/${name.replace('.csv', '.json')}`, 'utf8'))
    expect(inShapeOf(answer, await rowsOfFile(`${spectrum.path}/csvs/${name}`))).toEqual(answer)
  })
})

describe.skipIf(testData.absent)(`csv-test-data${testData.note}`, () => {
  const names = testData.absent ? [] : readdirSync(`${testData.path}/csv`)
  const answerOf = (name: string) => `${testData.path}/json/${name.replace('.csv', '.json')}`

  test.each(names.filter((name) => existsSync(answerOf(name)) && name !== 'all-empty.csv'))('%s', async (name) => {
    const answer: unknown[] = JSON.parse(readFileSync(answerOf(name), 'utf8'))
    // Blank lines are left out by contract; the suite gives them as rows of one empty cell.
    const expected = answer.filter((row) => !isBlank(row))
    expect(inShapeOf(expected, await rowsOfFile(`${testData.path}/csv/${name}`))).toEqual(expected)
  })

  // Ragged rows are handed on as they are; quotes that cannot be paired stay as text within a line.
  const asTheyAre: Record<string, string[][]> = {
    'bad-header-less-fields.csv': [
      ['foo', 'bar', 'baz'],
      ['1', '2'],
    ],
    'bad-header-more-fields.csv': [
      ['foo', 'bar', 'baz'],
      ['1', '2', '3', '4'],
    ],
    'bad-header-wrong-header.csv': [['qux', 'quux', 'quuz']],
    'bad-unescaped-quote.csv': [
      ['foo', 'bar', 'baz'],
      ['1', 'This "quotes" must be escaped', '3'],
    ],
    'bad-quotes-with-unescaped-quote.csv': [
      ['foo', 'bar', 'baz'],
      ['1', '"Hey, I missed " it"', '3'],
    ],
  }
  const refused: Record<string, object> = {
    'all-empty.csv': { code: 'read.empty' },
    'bad-header-no-header.csv': { code: 'read.empty' },
    'bad-missing-quote.csv': { code: 'read.quote', params: { row: 2 } },
  }

  test.each(Object.keys(asTheyAre))('%s is read as it is', async (name) => {
    expect(await rowsOfFile(`${testData.path}/csv/${name}`)).toEqual(asTheyAre[name])
  })
  test.each(Object.keys(refused))('%s is refused', async (name) => {
    await expect(rowsOfFile(`${testData.path}/csv/${name}`)).rejects.toMatchObject(refused[name]!)
  })
  test('every file has its test', () => {
    const tested = names.filter((name) => existsSync(answerOf(name)) || name in asTheyAre || name in refused)
    expect(tested).toEqual(names)
  })
})
