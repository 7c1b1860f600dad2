import { arch, cpus, platform, totalmem } from 'node:os'
import { memoryMethod } from './measure.js'

const time = (ms) => (ms === null ? '–' : ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`)
const memory = (mb) => (mb === null ? '–' : `${mb.toFixed(0)} MB`)
const mark = ({ holds }) => (holds ? '✓' : '✗')

const HEADINGS = ['job', 'ours', 'reference', 'measured', 'target', '', 'peak memory, ours / reference', 'against']

/** A row of the table, as cells of text. */
function cells(outcome) {
  if (outcome.absent !== undefined) return [outcome.name, '–', '–', outcome.absent, '', '', '–', outcome.reference]
  const { bounds } = outcome
  return [
    outcome.name,
    time(outcome.oursMs),
    time(outcome.referenceMs),
    [...bounds.map(({ text }) => text), ...(outcome.note ? [outcome.note] : [])].join(', '),
    bounds.map(({ wish }) => wish).join(', '),
    bounds.map(mark).join(' '),
    `${memory(outcome.peakMb)} / ${memory(outcome.referencePeakMb)}`,
    outcome.reference,
  ]
}

/** One row as a line for the terminal. */
export function lineOf(outcome) {
  const [name, ours, reference, measured, target, marks, peak, against] = cells(outcome)
  if (outcome.absent !== undefined) return `  ${name}: ${measured} (${against})`
  const verdict = marks === '' ? '' : `${marks}  `
  return `${verdict}${name}: ours ${ours}, ${against} ${reference}; ${measured}${target && ` (${target})`}; memory ${peak}`
}

/** The machine in words that name no machine. */
function machine() {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown processor'
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${model}, ${memoryGb} GB of memory, ${platform()} ${arch()}, Node ${process.versions.node}`
}

const lineIn = (row) => `| ${row.join(' | ')} |`

/** The lines of an earlier page by the names of their rows. */
function earlierLines(page) {
  const lines = page.split('\n').filter((line) => line.startsWith('| '))
  return new Map(lines.map((line) => [line.split(' | ')[0].slice(2), line]))
}

/** The results as a page of docs/, in the order of `names`; rows not measured now stand as an earlier page has them. */
export function pageOf(outcomes, { pairs, isQuick, names, earlier = '' }) {
  const lineOfRow = earlierLines(earlier)
  for (const outcome of outcomes) lineOfRow.set(outcome.name, lineIn(cells(outcome)))
  const rows = names.flatMap((name) => lineOfRow.get(name) ?? [])
  const lines = [lineIn(HEADINGS), lineIn(HEADINGS.map(() => '---')), ...rows]
  const scale = isQuick ? ' A quick run: every million is a hundred thousand.' : ''
  return `# Speeds and sizes

Written by \`npm run bench\`; do not edit. Whole processes, ours and the reference in turn (A B A B …, ${pairs} pairs after a
warm-up; start-up ${pairs * 4}), medians of the times, and the median of the pairwise ratios or differences. Machines are noisy: compare
ratios of one row, never times of two: rows may be of different runs (\`--only\`). Peak memory: ${memoryMethod}.${scale}

Machine: ${machine()}.

${lines.join('\n')}

The order lines are made by \`test/bench/order-lines.js\`: a gift wholesaler's, skewed customers and products, 3 % returns, one
description in eight with a comma in quotes; the same lines for the same options. Where a reference is not installed its
row says so: \`sqlite3\`, \`python3-pandas\`, \`python3-openpyxl\`,
\`python3-xlsxwriter\` and \`sqlite-utils\` come from the system's packages.
`
}
