import type { Context } from '../context.js'
import type { IssueGroup } from '../core/import/issue-log.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { giftRegisterWords } from '../messages/gift-registers.js'
import { importWords } from '../messages/import.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { addListRows } from '../store/worklists.js'
import { instant } from './decision.js'
import { type GiftCounts, NO_GIFTS, takeGift } from './gift-rows.js'
import type { GiftSheet } from './gift-sheet.js'
import { type GiftTaking, giftTaking } from './gift-taking.js'
import { printIssues } from './import-findings.js'

/** One register with what became of its rows. */
interface TakenRegister extends GiftCounts {
  readonly file: string
  readonly sheet: string
  readonly format: string
  readonly rows: number
  readonly issues: readonly IssueGroup[]
}

/** What the registers of an import came to. */
export interface GiftOutcome {
  readonly batch: number | null
  readonly sheets: readonly TakenRegister[]
}

/**
 * Records the gifts of registers kept by hand as one decision, as `crm care gift` would, and says it; null when there is no such sheet.
 * UserError `import.strict` where all or nothing was asked for.
 */
export async function takeGifts(
  sheets: readonly GiftSheet[],
  ledger: Ledger,
  isStrict: boolean,
  context: Context,
): Promise<GiftOutcome | null> {
  if (sheets.length === 0) return null
  const isDryRun = context.options.dryRun === true
  if (!isDryRun) holdToDecide(ledger)
  const taking = await giftTaking(ledger, context)
  const taken = sheets.map((sheet) => takeSheet(sheet, taking))
  const rejected = taken.reduce((sum, one) => sum + one.rejected, 0)
  const isRefused = isStrict && rejected > 0
  const names = [...new Set(sheets.map(({ file }) => shownInput(file, context.lang)))].join(', ')
  const isToWrite = taking.rows.length > 0 && !isRefused && !isDryRun
  const batch = isToWrite
    ? addListRows(ledger, instant(context), 'care', { detail: `${names}: ${taking.rows.length}` }, taking.rows)
    : null
  settle(ledger)
  const outcome = { batch, sheets: taken }
  if (context.options.json !== true) tell(outcome, sheets, isRefused, context)
  if (isRefused) throw new UserError('bad-data', 'import.strict', { rejected })
  return outcome
}

function takeSheet(register: GiftSheet, taking: GiftTaking): TakenRegister {
  const { file, sheet, match, rows, gifts, issues } = register
  const counts = { ...NO_GIFTS, rejected: register.rejected }
  const times = new Map<string, number>()
  for (const gift of gifts) takeGift(gift, register, { taking, counts, times })
  return { file, sheet, format: match.format.name, rows, ...counts, issues: issues.groups() }
}

function tell({ batch, sheets }: GiftOutcome, read: readonly GiftSheet[], isRefused: boolean, context: Context): void {
  const [words, w] = [context.words(giftRegisterWords), context.words(importWords)]
  for (const [at, register] of sheets.entries()) {
    const { match } = read[at]!
    const { header, ignored, format } = match
    const detail = [register.sheet && w.sheet(register.sheet), w.headerRow(header.row)].filter(Boolean).join(w.listed)
    const unused = ignored.map((column) => header.texts[column]!).join(w.listed)
    const lines = [
      shownInput(register.file, context.lang),
      `  ${w.readAs(format.words[context.lang].title, detail)}`,
      `  ${w.rows(register.rows)}`,
      `  ${words.counts(register)}`,
      ...(unused === '' ? [] : [`  ${w.ignored(unused)}`]),
    ]
    context.say(lines.map(forTerminal).join('\n'))
    for (const group of register.issues) printIssues(group, context)
  }
  if (isRefused) return
  if (context.options.dryRun === true) context.say(words.dryRun)
  else context.say(batch === null ? words.nothingNew : words.recorded(batch))
}
