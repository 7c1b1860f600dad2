import { describe, expect, test } from 'vitest'
import { progressOf } from '../../src/commands/import-progress.js'
import { fakeIo } from '../fake-io.js'

/** A file of 80 MB on a terminal, and a clock that is set by hand. */
function reading(lang: 'en' | 'zh', { isTTY = true, options = {} } = {}) {
  const clock = { now: 0 }
  const written: string[] = []
  const io = {
    ...fakeIo({ cwd: '/' }),
    now: () => clock.now,
    stderr: { isTTY, columns: 80, rows: null, write: (text: string | Uint8Array) => void written.push(String(text)) },
  }
  const progress = progressOf(
    'big.csv',
    { size: 80_000_000, reached: 0 },
    { io, options, lang, words: (catalogue) => catalogue[lang] },
  )
  const at = (ms: number, ...told: Parameters<typeof progress>) => {
    clock.now = ms
    progress(...told)
    return written.splice(0).join('').replace('\r\x1b[K', '')
  }
  return at
}

describe('what is said while a file is read', () => {
  test('bytes, rows, rate and what is left, from half a second on and five times a second at most', () => {
    const at = reading('en')
    expect(at(400, 10_000, false, 1_000_000)).toBe('')
    expect(at(500, 50_000, false, 1_000_000)).toBe('big.csv: 1.0 of 80.0 MB, 50,000 rows, 100,000 a second')
    expect(at(600, 60_000, false, 5_000_000)).toBe('')
    expect(at(2000, 250_000, false, 20_000_000)).toBe(
      'big.csv: 20.0 of 80.0 MB, 250,000 rows, 125,000 a second, about 6 s left',
    )
    expect(at(8000, 1_000_000, true, 80_000_000)).toBe('')
  })

  test('in Chinese as well', () => {
    const at = reading('zh')
    expect(at(0, 0, false, 0)).toBe('')
    expect(at(2000, 250_000, false, 20_000_000)).toBe(
      'big.csv：已读 20.0 / 80.0 MB，250,000 行，每秒 125,000 行，大约还要 6 秒',
    )
  })

  test('what is left goes by the sheet that is read, wherever in its file it begins', () => {
    const at = reading('en')
    expect(at(0, 2_000, false, 60_000_000)).toBe('')
    expect(at(600, 9_000, false, 60_400_000)).toBe('big.csv: 60.4 of 80.0 MB, 9,000 rows, 15,000 a second')
    expect(at(2000, 30_000, false, 70_000_000)).toContain(', about 2 s left')
  })

  test('nothing where nobody looks', () => {
    expect(reading('en', { isTTY: false })(2000, 250_000, false, 20_000_000)).toBe('')
    expect(reading('en', { options: { quiet: true } })(2000, 250_000, false, 20_000_000)).toBe('')
    expect(reading('en', { options: { json: true } })(2000, 250_000, false, 20_000_000)).toBe('')
  })
})
