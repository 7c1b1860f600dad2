import type { IndicatorBasis } from '../core/value/indicators/basis.js'
import { changeOf, INDICATOR_KEYS, type IndicatorKey, untoldIndicators } from '../core/value/indicators.js'
import { joined } from '../core/values/joined.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import type { Compared, Told } from './kpi-tables.js'
import { indicatorWords, periodLabel } from './kpi-words.js'

/** What there was none of, so that an indicator has no figure. */
type Lack = 'orders' | 'sales' | 'newCustomers' | 'buyers' | 'churnable' | 'revenue' | Records
type Records = 'ratings' | 'answers' | 'resolutions' | 'closedLeads' | 'wonLeads' | 'settledDates'

const lacks: Readonly<Partial<Record<IndicatorKey, Lack>>> = {
  ...{ averageOrderMinor: 'orders', refundsShare: 'sales', referralRate: 'newCustomers', repurchaseRate: 'buyers' },
  ...{ churnRate: 'churnable', top20Share: 'revenue', gini: 'revenue' },
  ...{ contributionA: 'revenue', contributionB: 'revenue', contributionC: 'revenue' },
  ...{ satisfaction: 'ratings', firstResponseDays: 'answers', firstResponseP90Days: 'answers' },
  ...{ complaintDays: 'resolutions', complaintP90Days: 'resolutions' },
  ...{ conversion: 'closedLeads', salesCycleDays: 'wonLeads', onTimeRate: 'settledDates' },
}

/** So many periods are named; more are counted. */
const MOST_NAMED = 3

const words = bilingual(
  {
    blank: (list: string) => `Blank: ${list}.`,
    part: (names: string, periods: string, lack: string) => `${names} (${periods}: ${lack})`,
    parts: '; ',
    periods: (count: number) => `${count} periods`,
    change: 'A change is blank where the earlier figure is blank or not above zero.',
    lacks: {
      orders: 'no order counted',
      sales: 'nothing was sold',
      newCustomers: 'no new customer',
      buyers: 'nobody ordered in the window',
      churnable: 'when it began there was no customer who could be lost',
      revenue: 'no net revenue in the window',
      ratings: 'no rating was given',
      answers: 'no complaint was answered',
      resolutions: 'no complaint was resolved',
      closedLeads: 'no lead was won by an order, or lost',
      wonLeads: 'no lead of which the first day is known was won by an order',
      settledDates: 'no agreed date came due',
    } satisfies Record<Lack, string>,
  },
  {
    blank: (list) => `空白处：${list}。`,
    part: (names, periods, lack) => `${names}（${periods}：${lack}）`,
    parts: '；',
    periods: (count) => `${count}个时期`,
    change: '前期数字空白或不大于零的，增减留空。',
    lacks: {
      orders: '没有有效订单',
      sales: '没有成交',
      newCustomers: '没有新客户',
      buyers: '统计期内没有人下单',
      churnable: '期初还没有可能流失的客户',
      revenue: '统计期内没有净销售额',
      ratings: '没有评价',
      answers: '没有得到响应的投诉',
      resolutions: '没有处理完毕的投诉',
      closedLeads: '没有意向客户下单成交或战败',
      wonLeads: '没有知道登记日期的意向客户下单成交',
      settledDates: '没有到期的约定',
    },
  },
)

/** Indicators that are blank in the same periods for want of the same. */
interface Blank {
  readonly lack: Lack
  readonly where: string
  readonly keys: IndicatorKey[]
}

/** Why figures and changes are blank in the periods shown, apart from records the ledger has none of. */
export function blankNotes(basis: IndicatorBasis, compared: Compared, months: readonly Told[], lang: Lang): string[] {
  const say = words[lang]
  const told = [compared.now, compared.previous, compared.yearBefore, ...months].filter(
    ({ period }) => basis.openedOn === null || period.to >= basis.openedOn,
  )
  const parts = blanksIn(told, untoldIndicators(basis), lang).map(({ lack, where, keys }) => {
    const names = keys.map((key) => indicatorWords[lang][key])
    return say.part(joined(names, lang), where, say.lacks[lack])
  })
  const notes = parts.length === 0 ? [] : [say.blank(parts.join(say.parts))]
  return isChangeBlank(compared, told) ? [...notes, say.change] : notes
}

/** The blanks of some periods, in the order of the indicators; those of `untold` are told elsewhere. */
function blanksIn(told: readonly Told[], untold: readonly IndicatorKey[], lang: Lang): Blank[] {
  const unknown = new Set(untold)
  const blanks: Blank[] = []
  for (const key of INDICATOR_KEYS) {
    const lack = unknown.has(key) ? undefined : lacks[key]
    const where = lack === undefined ? '' : whereBlank(told, key, lang)
    if (lack === undefined || where === '') continue
    const alike = blanks.find((blank) => blank.lack === lack && blank.where === where)
    if (alike) alike.keys.push(key)
    else blanks.push({ lack, where, keys: [key] })
  }
  return blanks
}

/** The periods in which an indicator has no figure, each once; many are counted. '' for none. */
function whereBlank(told: readonly Told[], key: IndicatorKey, lang: Lang): string {
  const blank = told.filter(({ figures }) => figures[key] === null)
  const periods = [...new Set(blank.map(({ period }) => periodLabel(period, lang)))]
  return periods.length > MOST_NAMED ? words[lang].periods(periods.length) : joined(periods, lang)
}

/** Whether a figure stands beside an earlier period that is told and yet has no change. */
function isChangeBlank({ now, previous, yearBefore }: Compared, told: readonly Told[]): boolean {
  return [previous, yearBefore].some(
    (earlier) =>
      told.includes(earlier) &&
      INDICATOR_KEYS.some(
        (key) => now.figures[key] !== null && changeOf(key, now.figures[key], earlier.figures[key]) === null,
      ),
  )
}
