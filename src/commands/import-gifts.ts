import type { Context } from '../context.js'
import type { NotePart } from '../core/batch-note.js'
import type { IssueGroup } from '../core/import/issue-log.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { giftRegisterWords } from '../messages/gift-registers.js'
import { importWords } from '../messages/import.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { saveMappings } from '../store/mappings.js'
import { addListRows } from '../store/worklists.js'
import { instant } from './decision.js'
import { type GiftCounts, keysOf, NO_GIFTS, takeGift } from './gift-rows.js'
import type { GiftSheet } from './gift-sheet.js'
import { type GiftTaking, giftTaking } from './gift-taking.js'
import { printIssues } from './import-findings.js'
import { passedOver } from './import-notes.js'
import { dayIn } from './imports.js'
import { namedAnew, pairsOf } from './named-columns.js'

/** One register with what became of its rows. */
interface TakenRegister extends GiftCounts {
  readonly file: string
  readonly sheet: string
  readonly format: string
  readonly rows: number
  readonly skipped: Readonly<Record<string, number>>
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
  const named = namedAnew(
    ledger,
    sheets.map(({ match }) => match),
  )
  const isToWrite = taking.rows.length > 0 && !isRefused && !isDryRun
  const batch = isToWrite
    ? addListRows(ledger, instant(context), 'gift-register', { detail: [names, sumsOf(taken)] }, taking.rows, (batch) =>
        saveMappings(ledger, batch, named),
      )
    : null
  settle(ledger)
  const outcome = { batch, sheets: taken }
  if (context.options.json !== true) tell(outcome, sheets, isRefused, context)
  if (isRefused) throw new UserError('bad-data', 'import.strict', { rejected })
  return outcome
}

/** What a batch of gifts says of itself. */
function sumsOf(taken: readonly GiftCounts[]): NotePart {
  const sum = (of: 'recorded' | 'changed') => taken.reduce((all, one) => all + one[of], 0)
  return { gifts: sum('recorded'), changed: sum('changed') }
}

function takeSheet(register: GiftSheet, taking: GiftTaking): TakenRegister {
  const { file, sheet, match, rows, gifts, issues, skipped } = register
  const counts = { ...NO_GIFTS, rejected: register.rejected }
  const keys = keysOf(gifts, taking)
  for (const gift of gifts) takeGift(gift, register, { taking, counts, keys })
  return {
    file,
    sheet,
    format: match.format.name,
    rows,
    ...counts,
    skipped: Object.fromEntries(skipped),
    issues: issues.groups(),
  }
}

function tell({ batch, sheets }: GiftOutcome, read: readonly GiftSheet[], isRefused: boolean, context: Context): void {
  const [words, w] = [context.words(giftRegisterWords), context.words(importWords)]
  for (const [at, register] of sheets.entries()) {
    const { match } = read[at]!
    const { header, ignored, format, remembered } = match
    const { skipped, zone } = read[at]!
    const passed = passedOver([skipped], context)
    const detail = [register.sheet && w.sheet(register.sheet), w.headerRow(header.row)].filter(Boolean).join(w.listed)
    const unused = ignored.map((column) => header.texts[column]!).join(w.listed)
    const lines = [
      shownInput(register.file, context.lang),
      `  ${w.readAs(format.title[context.lang], detail)}`,
      `  ${w.rows(register.rows)}`,
      `  ${words.counts(register)}`,
      ...(passed === false ? [] : [`  ${passed}`]),
      ...(unused === '' ? [] : [`  ${w.ignored(unused)}`]),
      ...(remembered === null
        ? []
        : [`  ${w.remembered(dayIn(zone, remembered.madeAt), pairsOf(match.mapping, context), remembered.id)}`]),
    ]
    context.say(lines.map(forTerminal).join('\n'))
    for (const group of register.issues) printIssues(group, context)
    if (register.unvalued > 0) context.warn(words.unvalued(register.unvalued))
  }
  if (isRefused) return
  if (context.options.dryRun === true) context.say(words.dryRun)
  else context.say(batch === null ? words.nothingNew : words.recorded(batch))
}
