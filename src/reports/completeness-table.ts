import { completenessOf, type FileFact, fileFactNames, missingFacts } from '../core/completeness.js'
import type { CustomerDetails } from '../core/customer-details.js'
import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column } from '../core/report/table.js'
import { requiredFacts } from '../core/settings/files.js'
import type { DecidedSettings } from '../core/settings/setting.js'
import { TIERS, type Tier } from '../core/value/abc.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual, type Lang } from '../core/values/lang.js'

/** What tells how complete files are. */
export interface FilesInput extends ReportInput {
  readonly decided: DecidedSettings
  /** What is known of customers besides, by customer index. */
  readonly details: () => ReadonlyMap<number, CustomerDetails>
}

const words = bilingual(
  {
    title: (day: string) => `Customer files by tier on ${day}`,
    customers: 'Customers',
    complete: 'Complete files',
    completeShare: 'Share complete',
    knownShare: 'Facts known',
    required: 'Should hold',
    missing: 'Most often missing',
    missingCount: 'Missing in',
    missingColumn: 'Missing in the file',
    listed: ', ',
  },
  {
    title: (day) => `${day} 各类客户的档案完整度`,
    customers: '客户数',
    complete: '档案完整的客户',
    completeShare: '完整率',
    knownShare: '已知项占比',
    required: '应有内容',
    missing: '最常缺的',
    missingCount: '缺这项的客户',
    missingColumn: '档案缺少',
    listed: '、',
  },
)

/** What is missing in a customer's file by his tier (R8); nothing of the blocked, whose contacts are sealed. */
export function missingOf(
  { snapshot, details, decided }: FilesInput,
  customer: number,
  tier: Tier,
  required = requiredFacts(decided, tier),
): readonly FileFact[] {
  const who = snapshot.customers[customer]!
  return who.blocked ? [] : missingFacts(required, who, details().get(customer) ?? {})
}

/** One row a tier: how many files hold all they should (R8), of the customers of a filter; the blocked are left out. */
export function completenessTable(input: FilesInput, tierOf: (customer: number) => Tier): TableDraft {
  const { lang, snapshot, filter, decided } = input
  const say = words[lang]
  const isCounted = (customer: number) => !snapshot.customers[customer]!.blocked && (filter?.includes(customer) ?? true)
  const rows = TIERS.map((tier) => {
    const required = requiredFacts(decided, tier)
    function* missing() {
      for (const customer of snapshot.customers.keys())
        if (isCounted(customer) && tierOf(customer) === tier) yield missingOf(input, customer, tier, required)
    }
    return completenessOf(tier, required, missing())
  })
  return draft('files', say.title(dateOf(input.asOf)), columnsOf(input), rows, (row) => ({ ...row }))
}

function columnsOf({ lang, snapshot }: ReportInput): Column[] {
  const say = words[lang]
  return [
    columnsIn(lang, snapshot.currency)('tier'),
    { key: 'customers', kind: 'count', label: say.customers },
    { key: 'complete', kind: 'count', label: say.complete },
    { key: 'completeShare', kind: 'percent', label: say.completeShare },
    { key: 'knownShare', kind: 'percent', label: say.knownShare },
    { key: 'mostMissing', kind: 'text', label: say.missing, words: fileFactNames[lang] },
    { key: 'mostMissingCount', kind: 'count', label: say.missingCount },
    { key: 'required', kind: 'text', label: say.required, words: fileFactNames[lang] },
  ]
}

/** The column of what is missing in a customer's file, kept off a terminal unless asked for. */
export function missingColumn(lang: Lang): Column {
  return { key: 'missing', kind: 'text', label: words[lang].missingColumn, words: fileFactNames[lang], wide: true }
}

/** What is missing in a file, in words; null where nothing is. */
export function missingText(missing: readonly FileFact[], lang: Lang): string | null {
  return missing.map((fact) => fileFactNames[lang][fact]).join(words[lang].listed) || null
}
