import type { Context } from '../context.js'
import { answerLabels, idsOfPair } from '../core/twins/answers.js'
import { shownInput } from '../core/values/input-name.js'
import type { Issue } from '../core/values/issue.js'
import { forTerminal } from '../core/values/text.js'
import { issueWords } from '../messages/issues.js'
import { twinWords } from '../messages/twins.js'
import { addIdentities, type NewIdentity } from '../store/decisions.js'
import { customerOfId, type FoundCustomer } from '../store/find-customer.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { toldApart } from '../store/twins.js'
import { instant } from './decision.js'
import { issueLine } from './import-findings.js'
import type { TwinSheet } from './twin-sheet.js'

/** What the answers of all sheets came to. */
export interface TwinOutcome {
  readonly batch: number | null
  readonly merged: number
  readonly apart: number
  /** Answered as the ledger has it already. */
  readonly known: number
  readonly blank: number
  readonly issues: readonly Issue[]
}

/** Records what sheets of twins answer as one decision, and says it; null when there is no such sheet. */
export function takeTwins(sheets: readonly TwinSheet[], ledger: Ledger, context: Context): TwinOutcome | null {
  if (sheets.length === 0) return null
  if (context.options.dryRun !== true) holdToDecide(ledger)
  const { decisions, ...counts } = weigh(sheets, ledger, context)
  const { merged, apart } = counts
  const detail = `${[...new Set(sheets.map(({ file }) => shownInput(file, context.lang)))].join(', ')}: = ${merged}, ≠ ${apart}`
  const isToWrite = decisions.length > 0 && context.options.dryRun !== true
  const batch = isToWrite ? addIdentities(ledger, instant(context), 'dupes', { detail }, decisions) : null
  settle(ledger)
  const outcome = { ...counts, batch }
  if (context.options.json !== true) tell(outcome, context)
  return outcome
}

/** Sorts the answers into decisions, what is known already, blanks and findings; yes before no, whatever their order. */
function weigh(sheets: readonly TwinSheet[], ledger: Ledger, context: Context) {
  const rows = sheets.flatMap(({ rows, ...place }) => rows.map((row) => ({ ...place, ...row })))
  const issues: Issue[] = []
  const find = (code: string, { file, sheet, row }: (typeof rows)[number], value: string) => {
    const source = { file, ...(sheet === '' ? {} : { sheet }), row, header: answerLabels[context.lang].same }
    issues.push({ severity: 'error', code, source, params: { value } })
  }
  const decisions: NewIdentity[] = []
  const count = { merged: 0, apart: 0, known: 0, blank: 0 }
  const persons = personsOf(ledger)
  for (const wanted of ['yes', 'no'] as const) {
    for (const row of rows) {
      if (row.answer !== wanted) continue
      const pair = pairOf(ledger, row.pair)
      if (pair === null) find('twin.unknown', row, row.pair)
      else if (wanted === 'yes') {
        if (persons.isOne(...pair)) count.known++
        else {
          persons.join(...pair)
          decisions.push({ kind: 'merge', sides: pair.map(({ key }) => [key]) })
          count.merged++
        }
      } else if (persons.isOne(...pair)) find('twin.joined', row, row.pair)
      else if (persons.isApart(...pair)) count.known++
      else {
        persons.part(...pair)
        decisions.push({ kind: 'apart', sides: pair.map(({ key }) => [key]) })
        count.apart++
      }
    }
  }
  for (const row of rows) {
    if (row.answer === 'blank') count.blank++
    else if (row.answer === null) find('twin.answer', row, row.written)
  }
  return { decisions, ...count, issues: issues.sort((a, b) => (a.source.row ?? 0) - (b.source.row ?? 0)) }
}

function pairOf(ledger: Ledger, text: string): readonly [FoundCustomer, FoundCustomer] | null {
  const ids = idsOfPair(text)
  const [one, other] = ids === null ? [null, null] : ids.map((id) => customerOfId(ledger, id))
  return one && other ? [one, other] : null
}

/** Who is one and who is two, as the ledger has it and the answers taken so far say. */
function personsOf(ledger: Ledger) {
  const standsFor = new Map<string, string>()
  const person = ({ key }: FoundCustomer): string => {
    let found = key
    for (let next = standsFor.get(found); next !== undefined; next = standsFor.get(found)) found = next
    return found
  }
  const told = toldApart(ledger)
  const name = (a: FoundCustomer, b: FoundCustomer) => [a.id, b.id].sort().join('+')
  return {
    isOne: (a: FoundCustomer, b: FoundCustomer) => person(a) === person(b),
    join: (a: FoundCustomer, b: FoundCustomer) => standsFor.set(person(a), person(b)),
    isApart: (a: FoundCustomer, b: FoundCustomer) => told.has(name(a, b)),
    part: (a: FoundCustomer, b: FoundCustomer) => told.add(name(a, b)),
  }
}

function tell({ batch, merged, apart, known, blank, issues }: TwinOutcome, context: Context): void {
  const words = context.words(twinWords)
  const row = (number: number) => words.row(number)
  context.say(words.counts({ merged, apart, known, blank, wrong: issues.length }))
  for (const issue of issues) {
    context.warn(issueLine(issue, context.lang, row))
    context.warn(`  → ${forTerminal(issueWords[issue.code]![context.lang](issue.params)[1])}`)
  }
  if (context.options.dryRun === true) context.say(words.dryRun)
  else context.say(batch === null ? words.nothingNew : words.recorded(batch))
}
