import { run } from '../../src/main.js'
import { splitWords } from '../cli/transcript.js'
import { fakeIo } from '../fake-io.js'
import { mdCode } from './pages.js'

/** What is recorded before, so that every report has something to tell of. */
const RECORDED = [
  'lead add "Nora Fell" --phone +14165550199 --source fair',
  'feedback open cjeqkkfed9 "one tin was dented"',
  'campaign new Spring --occasion promotion --filter tier:A --message-file message.txt',
  'campaign export C1 -o c1.xlsx --sent',
]

/** Every command that shows a report, in each way in which it shows another one. */
export const SHOWING: readonly string[] = [
  ...['list', 'show cjeqkkfed9', 'why cjeqkkfed9', 'dupes'],
  ...['tier', 'tier --per country', 'rfm', 'cohorts', 'kpi', 'kpi --per owner', 'forecast', 'backtest'],
  ...['recommend', 'due', 'campaign list', 'campaign show C1', 'campaign result C1'],
  ...['care', 'care plan', 'lead list', 'lead show "Nora Fell"'],
  ...['feedback list', 'feedback show F1', 'feedback summary', 'credit', 'points', 'points show cjeqkkfed9'],
  ...['report weekly', 'report daily', 'report monthly', 'report quarterly', 'report key', 'report problem'],
  ...['report customer cjeqkkfed9', 'report statement cjeqkkfed9', 'contacts'],
  ...['imports', 'formats', 'status', 'config list', 'rates list', 'exports', 'backup list', 'check'],
]

interface Columns {
  readonly columns: readonly { readonly key: string; readonly kind: string }[]
}

interface MachineReport extends Columns {
  readonly report: string
  readonly params: Readonly<Record<string, unknown>>
  readonly summary: Readonly<Record<string, unknown>>
  readonly tables: readonly (Columns & { readonly key: string })[]
}

/** What `--json` of each command of `SHOWING` holds, in a ledger made by `crm demo`: keys with their kinds. */
export async function machineOutput(cwd: string): Promise<string> {
  for (const line of ['demo', ...RECORDED]) await answer(line, cwd)
  const sections: string[] = []
  const told = new Set<string>()
  for (const line of SHOWING) {
    const said: MachineReport = JSON.parse(await answer(`${line} --json`, cwd))
    // What `crm tier` has, `crm tier --per country` has too: only what is added is told.
    const own = linesOf(said).filter((one) => !told.has(`${said.report} ${one}`))
    for (const one of own) told.add(`${said.report} ${one}`)
    sections.push([`### ${mdCode(`crm ${shown(line)}`)}`, '', ...own].join('\n'))
  }
  return sections.join('\n\n')
}

async function answer(line: string, cwd: string): Promise<string> {
  const env = { CRM_LANG: 'en', CRM_DB: 'crm-demo.db', CRM_ON: '2026-08-31' }
  const io = fakeIo({ cwd, env })
  const code = await run(splitWords(line), io)
  if (code !== 0) throw new Error(`crm ${line} ended with ${code}: ${io.stderrText()}`)
  return io.stdoutText()
}

/** What a report holds, a line each for its name, what was asked, its key figures and its tables. */
function linesOf(said: MachineReport): readonly string[] {
  const keys = (of: Readonly<Record<string, unknown>>) => Object.keys(of).map(mdCode).join(' ')
  const list = (of: Columns) => of.columns.map(({ key, kind }) => `${mdCode(key)} ${kind}`).join(', ')
  return [
    ['report', mdCode(said.report)],
    ['params', keys(said.params)],
    ['summary', keys(said.summary)],
    ['rows', list(said)],
    ...said.tables.map((table) => [`tables: ${mdCode(table.key)}`, list(table)]),
  ].flatMap(([name, told]) => (told === '' ? [] : [`- ${name}: ${told}`]))
}

/** The line with the customer of the demo as anybody would type one. */
function shown(line: string): string {
  return line.replace(/cjeqkkfed9|"Nora Fell"/, 'CUSTOMER')
}
