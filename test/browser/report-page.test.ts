import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report/model.js'
import type { Lang } from '../../src/core/values/lang.js'
import { run } from '../../src/main.js'
import { renderHtml } from '../../src/render/html.js'
import { fakeIo } from '../fake-io.js'
import { madeCharts } from '../render/made-charts.js'
import { hostile, hostileNames, sample, sampleWith } from '../render/sample.js'

const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim())
  .find(Boolean)
const skipped = executablePath === undefined ? ' (skipped: no chromium on PATH)' : ''

const WIDTHS = [360, 768, 1440] as const

/** What the page is asked, in the page: widths, and the boxes of the texts of each drawing that is shown. */
const QUESTIONS = `(() => {
  const box = ({ x, y, width, height }) => ({ x, y, right: x + width, bottom: y + height })
  const shown = [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
  return {
    scrolls: document.documentElement.scrollWidth,
    drawings: shown.map((svg) => ({
      frame: box(svg.viewBox.baseVal),
      scale: svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
      texts: [...svg.querySelectorAll('text')].map((text) => ({
        said: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), ...box(text.getBBox()),
      })),
    })),
    figures: document.querySelectorAll('figure').length,
    scripts: document.querySelectorAll('script, img, iframe, object, embed').length,
  }
})()`

interface Box {
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

interface Answer {
  readonly scrolls: number
  readonly figures: number
  readonly scripts: number
  readonly drawings: readonly {
    readonly frame: Box
    readonly scale: number
    readonly texts: readonly (Box & { readonly said: string; readonly size: number })[]
  }[]
}

describe.skipIf(executablePath === undefined)(`the HTML report in headless Chromium${skipped}`, () => {
  let browser: Browser
  let folder: string
  const unwanted: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crm-html-'))
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    await crm('demo')
    const leads = ['Ann,contact,', 'Ben,need,', 'Cid,proposal,', 'Dee,price,', 'Eve,ordered,won'].map(
      (row, at) => `${row},+1202555013${at}`,
    )
    writeFileSync(join(folder, 'leads.csv'), ['Lead,Stage,Outcome,Phone', ...leads].join('\n'))
    await crm('import', 'leads.csv')
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function crm(...argv: readonly string[]): Promise<void> {
    const io = fakeIo({ cwd: folder, env: { CRM_DB: 'crm-demo.db' } })
    const code = await run([...argv], io)
    if (code !== 0) throw new Error(`crm ${argv.join(' ')}: exit ${code}\n${io.stderrText()}`)
  }

  /** A page that writes down whatever it says, asks for or opens. */
  async function pageIn(colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({ colorScheme })
    page.on('console', (message) => unwanted.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => unwanted.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) unwanted.push(`request: ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      unwanted.push(`dialog: ${dialog.message()}`)
      return dialog.dismiss()
    })
    return page
  }

  /** Opens a file in both colour schemes, and in all widths; the answers of all of them. */
  async function answersOf(file: string): Promise<readonly Answer[]> {
    const answers: Answer[] = []
    // Colours change no widths: one is enough to see that nothing else happens.
    for (const [scheme, widths] of [
      ['light', WIDTHS],
      ['dark', WIDTHS.slice(0, 1)],
    ] as const) {
      const page = await pageIn(scheme)
      await page.goto(`file://${join(folder, file)}`)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const answer = (await page.evaluate(QUESTIONS)) as Answer
        expect({ width, scrolls: answer.scrolls <= width }).toEqual({ width, scrolls: true })
        answers.push(answer)
      }
      await page.close()
    }
    return answers
  }

  /** Every text stands within its drawing, legible, and over no other text. */
  function expectReadable(answers: readonly Answer[]): void {
    for (const { frame, scale, texts } of answers.flatMap(({ drawings }) => drawings)) {
      expect(texts.filter(({ size }) => size * scale < 11).map(({ said }) => said)).toEqual([])
      const outside = texts.filter(
        (text) => text.x < frame.x || text.y < frame.y || text.right > frame.right || text.bottom > frame.bottom,
      )
      expect(outside.map(({ said }) => said)).toEqual([])
      const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other] as const))
      expect(pairs.filter(([one, other]) => overlap(one, other)).map((pair) => pair.map(({ said }) => said))).toEqual(
        [],
      )
    }
  }

  const commands = [
    { name: 'tier', figures: 1, argv: ['tier', '--limit', '30'] },
    { name: 'rfm', figures: 2, argv: ['rfm', '--limit', '30', '--against', '2026-05-31'] },
    { name: 'cohorts', figures: 1, argv: ['cohorts', '--months', '24'] },
    { name: 'kpi', figures: 2, argv: ['kpi'] },
    { name: 'leads', figures: 1, argv: ['lead', 'list'] },
    { name: 'weekly', figures: 1, argv: ['report', 'weekly', '--limit', '30'] },
    { name: 'monthly', figures: 6, argv: ['report', 'monthly', '--limit', '30'] },
  ]

  describe.each(['en', 'zh'] as const)('in %s', (lang) => {
    test.each(commands)('$name of the demo', async ({ name, figures, argv }) => {
      const file = `${name}-${lang}.html`
      // Leads count from the day they were imported on.
      const on = name === 'leads' ? [] : ['--on', '2026-08-31']
      await crm(...argv, ...on, '--lang', lang, '-o', file)
      const answers = await answersOf(file)
      for (const answer of answers) expect([answer.figures, answer.drawings.length]).toEqual([figures, figures])
      expectReadable(answers)
      expect(unwanted).toEqual([])
    })

    const bidi = 'abc\u202Egnp.exe\u2066'
    const names = [hostileNames.at(15)!, bidi, '\u001b[31m\u0007', 'W'.repeat(200), '一个很长的名字'.repeat(30), 'n']

    test('every kind of chart with every kind of name, and with more than has room', async () => {
      await expectHarmless(lang, sampleWith([hostile], { charts: names.flatMap((name) => distinct(madeCharts(name))) }))
      await expectHarmless(
        lang,
        sampleWith([], { charts: [crowded], actions: names, notes: names, title: names.join('') }),
      )
    })
  })

  async function expectHarmless(lang: Lang, report: Report): Promise<void> {
    writeFileSync(join(folder, 'made.html'), renderHtml(report, lang))
    const answers = await answersOf('made.html')
    expect(answers.map(({ scripts }) => scripts)).toEqual(Array(4).fill(0))
    for (const { drawings } of answers) expect(drawings).toHaveLength(report.charts!.length)
    expectReadable(answers)
    expect(unwanted).toEqual([])
  }

  test('on paper every region is whole, and of the drawings the wide ones', async () => {
    writeFileSync(join(folder, 'paper.html'), renderHtml({ ...sample, charts: madeCharts('n') }, 'en'))
    const page = await pageIn('dark')
    await page.setViewportSize({ width: 700, height: 900 })
    await page.emulateMedia({ media: 'print' })
    await page.goto(`file://${join(folder, 'paper.html')}`)
    const clipped = await page.evaluate(
      `[...document.querySelectorAll('.scroll')].filter((region) => getComputedStyle(region).overflow !== 'visible').length`,
    )
    const { drawings } = (await page.evaluate(QUESTIONS)) as Answer
    expect([clipped, drawings.map(({ frame }) => frame.right)]).toEqual([0, Array(6).fill(722)])
    expect(await page.evaluate(`getComputedStyle(document.querySelector('thead')).display`)).toBe('table-header-group')
    expect(await page.evaluate(`getComputedStyle(document.querySelector('figure')).breakInside`)).toBe('avoid')
    await page.close()
  })

  test('a report with a long list is printed on as many sheets as its rows need', async () => {
    await crm('report', 'weekly', '--on', '2026-08-31', '--lang', 'en', '-o', 'printed.html')
    const page = await pageIn('light')
    await page.goto(`file://${join(folder, 'printed.html')}`)
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThan(1)
    expect(sheets.length).toBeLessThan(MOST_SHEETS)
    await page.close()
  })
})

/** Sheets of paper a report of the demo may take: a list of 236 customers is most of it. */
const MOST_SHEETS = 40

/** Texts may touch: their boxes are higher and wider than their letters. */
function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.x, other.x)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.y, other.y)
  return across > 1 && down > 3
}

const distinct = (charts: ReturnType<typeof madeCharts>) =>
  charts.map((chart) => ({ ...chart, table: { ...chart.table, key: `${chart.key}-own` } }))

/** Thirty months of thirty. */
const crowded: NonNullable<Report['charts']>[number] = {
  ...(madeCharts('n').find(({ kind }) => kind === 'heat') as Extract<
    ReturnType<typeof madeCharts>[number],
    { kind: 'heat' }
  >),
  columns: Array.from({ length: 30 }, (_, at) => `+${at}`),
  rows: Array.from({ length: 30 }, (_, at) => `2026-${at} (${at * 999})`),
  cells: Array.from({ length: 30 }, (_, row) => Array.from({ length: 30 }, (_, at) => ({ value: row * at * 12_345 }))),
}
