import type { Context } from '../context.js'
import { asks } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Report } from '../core/report/model.js'
import { type Preset, presetTable } from '../core/report/preset.js'
import { goesByMoney } from '../core/value/customer-filter-fields.js'
import { UserError } from '../core/values/failure.js'
import { bilingual, LANGS } from '../core/values/lang.js'
import { once } from '../core/values/once.js'
import { plural } from '../core/values/plural.js'
import { presets } from '../presets/index.js'
import { rendererFor } from '../render/index.js'
import { contacts } from '../reports/contacts.js'
import { MONEY_COLUMNS } from '../reports/contacts-table.js'
import { loadContactBook } from '../store/contact-book.js'
import { buildReport } from './build-report.js'
import { type CommandInput, reportInput } from './report-input.js'
import { evenUnrated } from './unrated-input.js'

export interface ContactsArgs {
  readonly filter: string
  /** The program that is to take the list in. */
  readonly preset?: string | undefined
}

const words = bilingual(
  {
    leftOut: (n: number, preset: string, needed: string) =>
      `${plural(n, 'customer')} left out: ${preset} takes in nobody without ${needed}.`,
    needs: { email: 'an e-mail', 'email or phone': 'an e-mail or a phone', nothing: '' } satisfies Needed,
  },
  {
    leftOut: (n, preset, needed) => `有${n}位客户没有写入：${preset} 只能导入有${needed}的客户。`,
    needs: { email: '邮箱', 'email or phone': '邮箱或电话', nothing: '' },
  },
)

type Needed = Readonly<Record<Preset['needs'], string>>

/** `crm contacts`: every way to reach the customers a filter chooses. UserError `contacts.preset-` columns, format, masked, and those of filters. */
export async function contactsCommand(args: ContactsArgs, context: Context): Promise<number> {
  const preset = presets.find(({ name }) => name === args.preset)
  if (preset !== undefined) refuseUnfit(preset, context)
  const input = await evenUnrated(context, (viewOf) => reportInput(context, args.filter, {}, viewOf))
  // Asked again for what takes a rate, it says which is missing.
  if (input.unrated.length > 0 && asksForMoney(input)) await reportInput(context, args.filter)
  const ledger = await context.readLedger()
  const book = once(() => loadContactBook(ledger, input.snapshot))
  const report = buildReport(contacts, { ...input, book })
  if (preset === undefined) await context.output(report)
  else await context.output(forProgram(report, preset, context), 'csv')
  return 0
}

/** Whether the filter, the order or the columns that are asked for go by amounts in the base currency. */
function asksForMoney({ filter, shape, snapshot }: CommandInput): boolean {
  if (filter?.fields?.some(goesByMoney) === true) return true
  const columns = LANGS.flatMap((lang) => MONEY_COLUMNS.map((key) => columnsIn(lang, snapshot.currency)(key)))
  return asks({ ...shape, columns: shape.columns ?? [] }, columns)
}

function refuseUnfit({ name: preset }: Preset, { options }: Context): void {
  const { columns, mask, output, format, json } = options
  if (mask === true) throw new UserError('usage', 'contacts.preset-masked', { preset })
  if (columns !== undefined) throw new UserError('usage', 'contacts.preset-columns', { preset })
  const asked = json === true ? 'json' : (format ?? (output === '-' ? undefined : output))
  const chosen = asked === undefined ? 'csv' : rendererFor(asked)?.name
  if (chosen !== 'csv' && chosen !== 'tsv' && chosen !== undefined)
    throw new UserError('usage', 'contacts.preset-format', { preset, name: asked! })
}

/** The list in the columns of the program, and nothing else; who is not in it is said. */
function forProgram(report: Report, preset: Preset, context: Context): Report {
  const { table, leftOut } = presetTable(report.tables[0]!, preset)
  const say = context.words(words)
  if (leftOut > 0) context.say(say.leftOut(leftOut, preset.name, say.needs[preset.needs]))
  return { ...report, tables: [table] }
}
