/** What the file of a customer should hold, and what of it is missing (R8). */
import type { CustomerDetails } from './customer-details.js'
import { handFieldWords } from './hand-field-words.js'
import type { CustomerFacts } from './snapshot.js'
import type { Tier } from './value/abc.js'
import { bilingual, inEach, LANGS } from './values/lang.js'

/** A fact a file may have to hold; `reach` is any way to reach the customer. */
export const FILE_FACTS = [
  ...([
    'reach',
    'name',
    'phone',
    'email',
    'country',
    'wechat',
    'channel',
    'language',
    'birthday',
    'anniversary',
  ] as const),
  ...(['interests', 'needs', 'background', 'contacts', 'consent'] as const),
] as const

export type FileFact = (typeof FILE_FACTS)[number]

const reach = bilingual('phone/e-mail/WeChat', '电话/邮箱/微信')

/** What each is called. */
export const fileFactNames = inEach((lang): Readonly<Record<FileFact, string>> => {
  return { ...handFieldWords[lang], reach: reach[lang] }
})

/** The fact a word of any language names; null for none. */
export function fileFactNamed(typed: string): FileFact | null {
  const word = typed.trim().toLowerCase()
  const also: Readonly<Record<string, FileFact>> = {
    联系方式: 'reach',
    contact: 'reach',
    手机: 'phone',
    mail: 'email',
    兴趣: 'interests',
  }
  const isNamed = (fact: FileFact) =>
    fact === word || LANGS.some((lang) => fileFactNames[lang][fact].toLowerCase() === word)
  return FILE_FACTS.find(isNamed) ?? also[word] ?? null
}

/** Of these facts those that are not known, in their order. */
export function missingFacts(
  required: readonly FileFact[],
  who: CustomerFacts,
  details: CustomerDetails,
): readonly FileFact[] {
  const isKnown = (fact: FileFact): boolean => {
    if (fact === 'reach') return who.phone !== null || who.email !== null || details.wechat !== undefined
    if (fact === 'name' || fact === 'phone' || fact === 'email' || fact === 'country' || fact === 'consent')
      return who[fact] !== null && who[fact] !== ''
    return details[fact] !== undefined
  }
  return required.filter((fact) => !isKnown(fact))
}

/** What the customers of one tier have of what their files should hold. */
export interface TierCompleteness {
  readonly tier: Tier
  readonly required: readonly FileFact[]
  readonly customers: number
  /** Those whose files hold all of it. */
  readonly complete: number
  /** Their share; null without customers. */
  readonly completeShare: number | null
  /** Facts known over facts asked for; null where none is. */
  readonly knownShare: number | null
  /** What most of them lack, the first of equals; null where nothing is missing. */
  readonly mostMissing: FileFact | null
  readonly mostMissingCount: number
}

/** One tier: of each of its customers what is missing. */
export function completenessOf(
  tier: Tier,
  required: readonly FileFact[],
  missing: Iterable<readonly FileFact[]>,
): TierCompleteness {
  let [customers, complete, lacking] = [0, 0, 0]
  const lacked = new Map<FileFact, number>()
  for (const facts of missing) {
    customers++
    if (facts.length === 0) complete++
    lacking += facts.length
    for (const fact of facts) lacked.set(fact, (lacked.get(fact) ?? 0) + 1)
  }
  const counts = required.map((fact) => [fact, lacked.get(fact) ?? 0] as const)
  const [mostMissing, mostMissingCount] = counts.reduce<readonly [FileFact | null, number]>(
    (most, [fact, count]) => (count > most[1] ? [fact, count] : most),
    [null, 0],
  )
  const asked = customers * required.length
  return {
    ...{ tier, required, customers, complete, mostMissing, mostMissingCount },
    completeShare: customers === 0 ? null : complete / customers,
    knownShare: asked === 0 ? null : (asked - lacking) / asked,
  }
}
