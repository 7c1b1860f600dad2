import type { ColumnKind } from '../core/report/table.js'
import type { INDICATORS, IndicatorKey, RecordKind } from '../core/value/indicators.js'
import type { Period } from '../core/value/period.js'
import type { Stage } from '../core/value/stages.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { monthDayText, monthText } from '../core/values/month.js'

type FigureKind = (typeof INDICATORS)[IndicatorKey]

/** Names of the indicators, by code. */
export const indicatorWords = bilingual<Record<IndicatorKey, string>>(
  {
    netMinor: 'Net revenue',
    grossMinor: 'Gross revenue',
    refundsShare: 'Refunds, share of gross',
    orders: 'Orders',
    averageOrderMinor: 'Average order',
    buyers: 'Customers who ordered',
    newCustomers: 'New customers',
    newNetMinor: 'Net revenue, new customers',
    returningNetMinor: 'Net revenue, returning customers',
    windowCustomers: 'Customers in the window',
    repeatCustomers: 'of them ordered on several days',
    repurchaseRate: 'Repurchase rate',
    churned: 'Churned',
    churnRate: 'Churn rate',
    winBack: 'To win back (A and B)',
    top20Share: 'Held by the top 20 %',
    gini: 'Gini (0 all equal, 1 one has all)',
    contributionA: 'Contribution of A customers',
    contributionB: 'Contribution of B customers',
    contributionC: 'Contribution of C customers',
    ratings: 'Ratings',
    satisfaction: 'Satisfaction (1 to 5)',
    complaints: 'Complaints',
    firstResponseDays: 'Days to first response, median',
    firstResponseP90Days: 'Days to first response, P90',
    complaintDays: 'Days to resolve, median',
    complaintP90Days: 'Days to resolve, P90',
    leadsOpened: 'New leads',
    leadsWon: 'Leads won',
    leadsLost: 'Leads lost',
    conversion: 'Conversion',
    salesCycleDays: 'Sales cycle in days, median',
    referralRate: 'Referral rate',
    datesAgreed: 'Agreed dates due',
    onTimeRate: 'Agreed dates kept in time',
  },
  {
    netMinor: '净销售额',
    grossMinor: '成交额（退款前）',
    refundsShare: '退款占成交额',
    orders: '有效订单',
    averageOrderMinor: '笔单价（每单净额）',
    buyers: '下单客户数',
    newCustomers: '新客户数',
    newNetMinor: '新客净销售额',
    returningNetMinor: '老客净销售额',
    windowCustomers: '统计期内的客户数',
    repeatCustomers: '其中多天下过单的',
    repurchaseRate: '复购率',
    churned: '流失客户数',
    churnRate: '流失率',
    winBack: '待挽回客户数（A、B类）',
    top20Share: '前20%客户的占比',
    gini: '基尼系数（0均等，1集于一人）',
    contributionA: 'A类客户贡献度',
    contributionB: 'B类客户贡献度',
    contributionC: 'C类客户贡献度',
    ratings: '评价数',
    satisfaction: '满意度（1至5分）',
    complaints: '投诉数',
    firstResponseDays: '首次响应天数（中位数）',
    firstResponseP90Days: '首次响应天数（P90）',
    complaintDays: '投诉处理天数（中位数）',
    complaintP90Days: '投诉处理天数（P90）',
    leadsOpened: '新增意向客户',
    leadsWon: '成交的意向客户',
    leadsLost: '战败的意向客户',
    conversion: '转化率',
    salesCycleDays: '销售周期天数（中位数）',
    referralRate: '客户推荐率',
    datesAgreed: '到期的约定',
    onTimeRate: '约定按时跟进率',
  },
)

/** Kinds of figures, by code. */
export const figureWords = bilingual<Record<FigureKind & ColumnKind, string>>(
  { money: 'amount', count: 'number', percent: 'share', number: 'figure', days: 'days' },
  { money: '金额', count: '数量', percent: '占比', number: '数值', days: '天数' },
)

/** Names of the lifecycle stages, by code (R9). */
export const stageWords = bilingual<Record<Stage, string>>(
  {
    potential: 'potential (never bought)',
    intent: 'intent (open lead)',
    new: 'new (bought once)',
    active: 'active (within the cycle)',
    'at-risk': 'at risk',
    lapsed: 'lapsed',
  },
  {
    potential: '潜在客户（未购买）',
    intent: '意向客户（跟进中）',
    new: '初次购买',
    active: '活跃客户（周期内复购）',
    'at-risk': '有流失风险',
    lapsed: '流失',
  },
)

/** Records a ledger may lack: what cannot be told without them, and how they come into it. */
export const recordWords = bilingual<Record<RecordKind, string>>(
  {
    ratings: 'satisfaction (import a sheet of ratings)',
    complaints: 'complaints and first response (crm feedback open CUSTOMER TEXT, or import a sheet of complaints)',
    resolutions: 'time to resolve a complaint (crm feedback resolve F12 "what was done")',
    leads: 'conversion and sales cycle (import a sheet of leads with their stage)',
    referrers: 'referral rate (record who referred a customer: crm edit CUSTOMER --referrer CUSTOMER)',
    agreements: 'kept dates (crm log CUSTOMER TEXT --next DATE)',
  },
  {
    ratings: '满意度（请导入评分表）',
    complaints: '投诉和首次响应（crm feedback open 客户 内容，或导入投诉登记表）',
    resolutions: '投诉处理时间（crm feedback resolve F12 "怎么处理的"）',
    leads: '转化率和销售周期（请导入带跟进阶段的线索表）',
    referrers: '客户推荐率（请用 crm edit 客户 --referrer 推荐人 记录）',
    agreements: '约定按时跟进率（crm log 客户 内容 --next 日期）',
  },
)

const periods = bilingual(
  {
    month: (year: string, month: number) => `${year}-${String(month).padStart(2, '0')}`,
    quarter: (year: string, quarter: number) => `${year} Q${quarter}`,
    year: (year: string) => year,
    upTo: (name: string, day: string) => `${name} to ${day}`,
  },
  {
    month: (year, month) => `${year}年${month}月`,
    quarter: (year, quarter) => `${year}年${['一', '二', '三', '四'][quarter - 1]}季度`,
    year: (year) => `${year}年`,
    upTo: (name, day) => `${name}（至${day}）`,
  },
)

/** A period as its column is headed: `2026-08`, `2026 Q3 to 08-12`, `2026年8月`. */
export function periodLabel({ kind, month, to, isWhole }: Period, lang: Lang): string {
  const say = periods[lang]
  const year = monthText(month).slice(0, 4)
  const within = month % 12
  const name = kind === 'year' ? say.year(year) : say[kind](year, kind === 'month' ? within + 1 : within / 3 + 1)
  return isWhole ? name : say.upTo(name, monthDayText(to))
}
