import type { EntryFacts } from '../../entry-facts.js'
import { bilingual, inEach, type Lang } from '../../values/lang.js'
import { codeOf, type Vocabulary } from '../vocabulary.js'

/** Intent levels (R16), the hottest first. Never to be mixed with the ABC tiers, which sound alike. */
export const LEAD_LEVELS = ['H', 'A', 'B', 'C', 'D'] as const
export type LeadLevel = (typeof LEAD_LEVELS)[number]

/** Stages of a lead (R16) in the order it runs through them. */
export const LEAD_STAGES = ['contact', 'need', 'proposal', 'price', 'ordered'] as const
export type LeadStage = (typeof LEAD_STAGES)[number]

export type LeadOutcome = 'open' | 'won' | 'lost' | 'invalid'

/** Why somebody is no lead at all (R16): outside every rate. */
export const INVALID_REASONS = ['not-a-buyer', 'duplicate', 'unreachable'] as const
export type InvalidReason = (typeof INVALID_REASONS)[number]

/** What levels, stages, outcomes and reasons are called. */
export const leadWords = bilingual(
  {
    levels: { H: 'H', A: 'A', B: 'B', C: 'C', D: 'D' } satisfies Record<LeadLevel, string>,
    criteria: {
      H: 'ordered or paid today, or will',
      A: 'clear intent to buy this month',
      B: 'three contacts, phone and decision maker known, knows how we differ',
      C: 'interested',
      D: 'not now',
    } satisfies Record<LeadLevel, string>,
    stages: {
      contact: 'contact',
      need: 'need',
      proposal: 'proposal',
      price: 'price',
      ordered: 'ordered',
    } satisfies Record<LeadStage, string>,
    outcomes: { open: 'open', won: 'won', lost: 'lost', invalid: 'invalid' } satisfies Record<LeadOutcome, string>,
    invalid: { 'not-a-buyer': 'not a buyer', duplicate: 'duplicate', unreachable: 'unreachable' } satisfies Record<
      InvalidReason,
      string
    >,
  },
  {
    levels: { H: 'H级', A: '意向A级', B: '意向B级', C: '意向C级', D: '意向D级' },
    criteria: {
      H: '当天已下单、已付款或将要下单',
      A: '本月有明确购买意向',
      B: '联系过三次，电话和决策人已知，了解我们的优势',
      C: '有兴趣',
      D: '暂不考虑',
    },
    stages: { contact: '初次接触', need: '需求了解', proposal: '方案提供', price: '价格协商', ordered: '下单' },
    outcomes: { open: '跟进中', won: '成交', lost: '战败', invalid: '无效客户' },
    invalid: { 'not-a-buyer': '不是买家', duplicate: '重复', unreachable: '联系不上' },
  },
)

/** What a seller can do with leads, the first when nothing is said. */
export const LEAD_ACTIONS = [
  ...(['list', 'add', 'show', 'level', 'stage', 'note', 'claim', 'release', 'lock', 'unlock'] as const),
  ...(['won', 'lost', 'invalid'] as const),
] as const satisfies readonly [string, ...string[]]
export type LeadAction = (typeof LEAD_ACTIONS)[number]

type Aliases<T extends string> = Readonly<Record<T, readonly string[]>>

const list = (words: string): readonly string[] => words.split('|')

/** Other words for the levels, as files and sellers write them. */
const levelAliases: Aliases<LeadLevel> = {
  H: list('h级|意向h级|意向h'),
  A: list('a级|意向a级|意向a|高|高意向|hot|high'),
  B: list('b级|意向b级|意向b|中|中意向|warm|medium'),
  C: list('c级|意向c级|意向c|低|低意向|cold|low'),
  D: list('d级|意向d级|意向d|无意向|暂不考虑|not now'),
}

const stageAliases: Aliases<LeadStage> = {
  contact: list(
    'new|open|lead|prospect|prospecting|contacted|contact made|first call|first contact|appointment scheduled|初步接触|首次接触|接触|新线索|待联系|已联系|联系中',
  ),
  need: list(
    'needs|needs analysis|discovery|qualified|qualification|qualified to buy|interested|需求|需求确认|需求沟通|需求分析|有意向|意向',
  ),
  proposal: list(
    'proposal sent|proposal made|proposal/price quote|value proposition|presentation|presentation scheduled|demo|demo scheduled|quote|quoted|quotation|sample|sample sent|方案|方案报价|报价|已报价|提案|寄样|样品',
  ),
  price: list(
    'price negotiation|negotiation|negotiations started|negotiation/review|bargaining|价格谈判|商务谈判|谈判|谈判审核|议价|合同谈判',
  ),
  ordered: list('order|order placed|contract|contract sent|contract signed|下单中|签合同'),
}

const closing: Aliases<Exclude<LeadOutcome, 'open'>> = {
  won: list(
    'won|win|closed won|closedwon|deal won|converted|ordered|customer|成交|已成交|赢单|已赢单|成单|已成单|签约|已签约|下单|已下单|已转化',
  ),
  lost: list(
    'lost|closed lost|closedlost|closed lost to competition|deal lost|dead|abandoned|战败|已战败|输单|已输单|丢单|已丢单|流失|已流失|放弃|已放弃',
  ),
  invalid: list('invalid|unqualified|disqualified|duplicate|junk|spam|无效|无效线索|无效客户|重复|空号'),
}

const reasonAliases: Aliases<InvalidReason> = {
  'not-a-buyer': list('not a buyer|no buyer|非买家|同行|不买'),
  duplicate: list('double|重复客户|重复登记'),
  unreachable: list('not reachable|空号|打不通'),
}

/** Every level with the words it goes by. */
export const leadLevels = named((lang) => leadWords[lang].levels, levelAliases)

/** Every stage with the words it goes by. */
export const leadStages = named((lang) => leadWords[lang].stages, stageAliases)

/** Every reason for which somebody is no lead, with the words it goes by. */
export const invalidReasons = named((lang) => leadWords[lang].invalid, reasonAliases)

/** Every way in which a lead ends, with the words it goes by. */
export const leadEndings = named((lang) => {
  const { open: _open, ...endings } = leadWords[lang].outcomes
  return endings
}, closing)

function named<T extends string>(words: (lang: Lang) => Readonly<Record<T, string>>, also: Aliases<T>): Vocabulary<T> {
  return { words: inEach(words), also }
}

/** The level a word means; null for none known. */
export const levelNamed = (text: string): LeadLevel | null => codeOf(leadLevels, text)

/** The stage a word means; null for none known. */
export const stageNamed = (text: string): LeadStage | null => codeOf(leadStages, text)

/** The reason a word means for which somebody is no lead; null for none known. */
export const invalidNamed = (text: string): InvalidReason | null => codeOf(invalidReasons, text)

const outcomes = new Map(
  Object.entries(closing).flatMap(([outcome, words]) => words.map((word) => [word, outcome as LeadOutcome] as const)),
)

/** Words of a lead that is on its way, and of none of its stages. */
const onTheWay = new Set(
  list('active|in progress|ongoing|working|in pipeline|pipeline|nurturing|跟进中|进行中|洽谈中|沟通中|跟进|正常'),
)

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_:–—-]+/g, ' ')

/** Whether a word says that a lead is on its way and nothing more. */
export function isStandingWord(text: string): boolean {
  return onTheWay.has(plain(text))
}

/** How a lead stands by the words in its stage, status or result; `open` where none of them closes it. */
export function leadOutcome({ stage, status, result }: EntryFacts['details']): LeadOutcome {
  for (const word of [stage, status, result].map(plain)) {
    const outcome = outcomes.get(word)
    if (outcome !== undefined) return outcome
  }
  return 'open'
}
