import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../cli/transcript.js'
import { isUpdating } from './blocks.js'
import { answerOf } from './console.js'
import { pageText } from './markdown.js'
import { firstLook } from './pictures.js'

const LARGEST_BYTES = 200_000

describe('the picture of the README', () => {
  let dir = ''
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'crm-pictures-'))
    await answerOf('crm demo', { cwd: dir, lang: 'en' })
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  describe.each([
    { lang: 'en', path: 'docs/pictures/first-look.svg', page: 'README.md' },
    { lang: 'zh', path: 'docs/pictures/first-look.zh.svg', page: 'README.zh.md' },
  ] as const)('$path', ({ lang, path, page }) => {
    const file = join(projectFolder, path)

    test('shows what the program shows of the demo', async () => {
      const drawn = await firstLook(lang, dir)
      if (isUpdating) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, drawn)
      }
      expect(readFileSync(file, 'utf8')).toBe(drawn)
    })

    test('needs nothing from elsewhere, and is small', () => {
      const svg = readFileSync(file, 'utf8')
      expect(svg).not.toMatch(/<script|foreignObject|<image|@import|@font-face|href=|url\((?!#)|var\(|undefined|NaN/)
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(LARGEST_BYTES)
    })

    test('every line of the terminal stands within its window', () => {
      const pieces = [
        ...readFileSync(file, 'utf8').matchAll(/<text class="t[ "][^>]* x="([\d.]+)"[^>]* textLength="([\d.]+)"/g),
      ]
      expect(pieces.length).toBeGreaterThan(20)
      for (const [piece, x, across] of pieces) expect(Number(x) + Number(across), piece).toBeLessThanOrEqual(880)
    })

    test(`stands in ${page}, with what it shows in words`, () => {
      const [, alt = ''] = new RegExp(`!\\[([^\\]]+)\\]\\(${path}\\)`).exec(pageText(page)) ?? []
      expect(alt.length).toBeGreaterThan(20)
    })
  })
})
