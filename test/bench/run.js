import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runInTurn } from './measure.js'
import { outcomeOf } from './outcome.js'
import { isPresent, projectFolder } from './programs.js'
import { ROWS } from './rows.js'
import { lineOf, pageOf } from './table.js'

const MILLION = 1_000_000
const QUICK_MILLION = 100_000
const SHORT_JOBS = 4

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    pairs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    huge: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    output: { type: 'string', short: 'o' },
  },
})
const isQuick = values.quick
const pairs = Number(values.pairs ?? (isQuick ? 1 : 5))
const isWanted = (row) => (values.only === undefined ? values.huge || !row.isHuge : row.name.includes(values.only))
const say = (text) => process.stdout.write(`${text}\n`)

/** Measures one row; what is missing or fails becomes the row's outcome, so that the others are still measured. */
async function measure(row) {
  const { name, reference } = row
  if (!isPresent('crm')) return { name, reference, absent: 'crm is not built' }
  const missing = row.needs.filter((program) => !isPresent(program))
  try {
    const job = await row.make(isQuick ? QUICK_MILLION : MILLION)
    const results = await runInTurn(
      job.ours,
      missing.length > 0 ? null : job.reference,
      row.isShort ? pairs * SHORT_JOBS : pairs,
    )
    const outcome = outcomeOf(row, results, job.size?.())
    return missing.length > 0 ? { ...outcome, note: `${missing.join(', ')} not installed` } : outcome
  } catch (error) {
    return { name, reference, absent: 'failed', complaint: error.message }
  }
}

const rows = ROWS.filter(isWanted)
if (values.list) {
  for (const row of ROWS) say(`${row.isHuge ? '(--huge) ' : ''}${row.name} — against ${row.reference}`)
} else {
  const outcomes = []
  for (const row of rows) {
    const outcome = await measure(row)
    outcomes.push(outcome)
    say(lineOf(outcome))
    if (outcome.complaint !== undefined) process.stderr.write(`${outcome.complaint}\n`)
  }
  const isWhole = values.only === undefined && !isQuick
  const page = values.output ?? (isWhole ? join(projectFolder, 'docs/benchmarks.md') : null)
  if (page !== null) {
    const earlier = values.only !== undefined && existsSync(page) ? readFileSync(page, 'utf8') : ''
    const names = ROWS.map(({ name }) => name)
    writeFileSync(page, pageOf(outcomes, { pairs, isQuick, names, earlier }))
  }
  const failed = outcomes.some(({ absent, bounds }) => absent === 'failed' || bounds?.some(({ holds }) => !holds))
  process.exitCode = failed ? 1 : 0
}
