import { reportCommand } from '../../src/commands/report.js'
import { withContext } from '../../src/context.js'
import type { Report } from '../../src/core/report/model.js'
import { bilingual, type Lang } from '../../src/core/values/lang.js'
import { run } from '../../src/main.js'
import { element } from '../../src/render/charts/svg.js'
import { escapeHtml } from '../../src/render/escape.js'
import { splitWords } from '../cli/transcript.js'
import { fakeIo } from '../fake-io.js'
import { reportPicture, reportStyle } from './pictures-report.js'
import { linesHeight, terminalLines, terminalStyle } from './pictures-terminal.js'

/*
 * The picture at the head of the README: what a terminal shows, and below it the report that was written, both of the demo. It is
 * drawn from the program's own output.
 */

const words = bilingual(
  {
    report: 'report.html',
    shows:
      'A terminal with the list of customers to contact today, and the report of the month as a page with key figures and two charts',
  },
  { report: '月报.html', shows: '终端里是今天要联系的客户名单，下面是写好的月报网页：关键数字和两张图' },
)

const WIDTH = 900
const INSIDE = 26
const BAR = 36
const BETWEEN = 18

/** Charts that tell a seller the most at first sight. */
const CHARTS = ['pareto', 'revenue']

/** As many cells across as the window has room for. */
const COLUMNS = 100

/** The picture in a language. `dir` holds the demo's ledger, crm-demo.db. */
export async function firstLook(lang: Lang, dir: string): Promise<string> {
  const say = words[lang]
  const screen = await screenOf(
    ['crm due --limit 3 --columns name,tier,reasons,stake', `crm report monthly -o ${say.report}`],
    lang,
    dir,
  )
  const upper = BAR + 14 + linesHeight(screen.split('\n').length) + 14
  const page = reportPicture(await monthly(lang, dir), CHARTS, lang, WIDTH - 2 * INSIDE)
  const lower = BAR + 10 + page.height + INSIDE
  const height = Math.ceil(upper + BETWEEN + lower)
  const body = [
    element('title', { id: 'shows' }, escapeHtml(say.shows)),
    element('style', {}, `${terminalStyle}${reportStyle}${windowStyle}\n`),
    frame('dark', 'crm', 0, upper),
    terminalLines(screen, INSIDE, BAR + 14),
    frame('light', say.report, upper + BETWEEN, lower),
    element('g', { transform: `translate(${INSIDE} ${upper + BETWEEN + BAR + 10})` }, page.body),
  ]
  const size = { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height }
  const manner = { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img', 'aria-labelledby': 'shows', lang }
  return `${element('svg', manner, body.join('\n'))}\n`
}

/** What a terminal shows of some commands, up to the end of the first list. */
async function screenOf(commands: readonly string[], lang: Lang, dir: string): Promise<string> {
  const shown: string[] = []
  for (const command of commands) {
    const io = fakeIo({ cwd: dir, env: environment(lang), tty: COLUMNS })
    const exitCode = await run(splitWords(`${command} --no-pager`).slice(1), io)
    if (exitCode !== 0) throw new Error(`${command}: ${io.stderrText()}`)
    const [said = ''] = (io.stdoutText() + io.stderrText()).split(/\n\n(?=\S*(?:Notes|说明))/)
    shown.push(`\u001b[32m$\u001b[39m \u001b[1m${command}\u001b[22m\n${said.trimEnd()}`)
  }
  return shown.join('\n\n')
}

/** The report the second command writes, before it is rendered. */
async function monthly(lang: Lang, dir: string): Promise<Report> {
  let report: Report | null = null
  await withContext(fakeIo({ cwd: dir, env: environment(lang) }), {}, (context) =>
    reportCommand(
      { kind: 'monthly', filter: '' },
      {
        ...context,
        output: async (built) => {
          report = built
        },
      },
    ),
  )
  if (report === null) throw new Error('no report was built')
  return report
}

function environment(lang: Lang) {
  return { CRM_LANG: lang, CRM_DB: 'crm-demo.db', CRM_ON: '2026-08-31' }
}

/** An empty window with its title. */
function frame(kind: 'dark' | 'light', title: string, y: number, height: number): string {
  const across = WIDTH - 1
  const buttons = [0, 1, 2].map((at) => element('circle', { class: `w-b${at}`, cx: 22 + at * 18, cy: BAR / 2, r: 5.5 }))
  const body = [
    element('rect', { class: `w-${kind}`, x: 0.5, y: 0.5, width: across, height: height - 1, rx: 10 }),
    element('path', { class: `w-${kind}-line`, d: `M1 ${BAR}H${across}` }),
    ...buttons,
    element('text', { class: `middle w-${kind}-title`, x: WIDTH / 2, y: BAR / 2 + 4.5 }, escapeHtml(title)),
  ]
  return element('g', { transform: `translate(0 ${y})` }, body.join(''))
}

const windowStyle = `
svg { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans", "Noto Sans SC", "Noto Sans CJK SC", Arial, sans-serif; }
.w-dark { fill: #141a23; stroke: #39424f; } .w-dark-line { stroke: #2a323d; } .w-dark-title { fill: #9aa6b5; font-size: 13px; }
.w-light { fill: #f6f7f9; stroke: #c4ccd6; } .w-light-line { stroke: #dde2e8; } .w-light-title { fill: #5b6675; font-size: 13px; }
.w-b0 { fill: #ff5f57; } .w-b1 { fill: #febc2e; } .w-b2 { fill: #28c840; }`
