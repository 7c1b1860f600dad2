import { bilingual, type Lang, type Words } from '../core/values/lang.js'

const en = {
  asOf: (date: string) => `As of ${date}`,
  window: (from: string, to: string) => `${from} to ${to}`,
  windowDays: (from: string, to: string, days: string) =>
    `${from} to ${to} (${days === '1' ? '1 day' : `${days} days`})`,
  wholeLedger: (to: string) => `all orders up to ${to}`,
  currency: (code: string) => `amounts in ${code}`,
  days: (count: string) => (count === '1' ? '1 day' : `${count} days`),
  daysUnit: ' "days"',
  points: (count: string) => `${count} pp`,
  pointsUnit: '" pp"',
  more: (count: string) => `… and ${count} more ${count === '1' ? 'row' : 'rows'} (--limit shows more)`,
  leftOut: (count: string) => `${count} more ${count === '1' ? 'row is' : 'rows are'} not shown here.`,
  hidden: (labels: string) => `Not shown for lack of width: ${labels}`,
  none: 'Nothing to list.',
  list: ', ',
  stacked: '; ',
  labelled: (label: string, value: string) => `${label}: ${value}`,
  notes: 'Notes',
  contents: 'Contents',
  stayed: 'stayed',
  moved: 'moved',
  actions: 'What to do first',
  summary: 'Summary',
  rows: (count: string) => `${count} ${count === '1' ? 'row' : 'rows'}`,
  htmlLang: 'en',
  otherWord: 'This word is not in the list. crm import will not understand it.',
  notLater: (day: string) => `A day after ${day}, for example 2026-12-01.`,
  noDay: 'A day, for example 2026-12-01.',
  noAmount: 'An amount as a number, without a currency sign.',
}

const words = bilingual(en, {
  asOf: (date) => `截至 ${date}`,
  window: (from, to) => `${from} 至 ${to}`,
  windowDays: (from, to, days) => `${from} 至 ${to}（${days}天）`,
  wholeLedger: (to) => `${to} 为止的全部订单`,
  currency: (code) => `金额单位 ${code}`,
  days: (count) => `${count}天`,
  daysUnit: '"天"',
  points: (count) => `${count}个百分点`,
  pointsUnit: '"个百分点"',
  more: (count) => `… 另有 ${count} 行未显示（用 --limit 显示更多）`,
  leftOut: (count) => `另有 ${count} 行未列出。`,
  hidden: (labels) => `宽度不够，未显示：${labels}`,
  none: '没有可列出的内容。',
  list: '、',
  stacked: '；',
  labelled: (label, value) => `${label}：${value}`,
  notes: '说明',
  contents: '目录',
  stayed: '没有变',
  moved: '有变动',
  actions: '先做这几件事',
  summary: '概览',
  rows: (count) => `${count} 行`,
  htmlLang: 'zh-Hans',
  otherWord: '列表里没有这个词，crm import 会看不懂。',
  notLater: (day) => `请填 ${day} 之后的日期，如 2026-12-01。`,
  noDay: '请填日期，如 2026-12-01。',
  noAmount: '请填金额数字，不要写货币符号。',
})

/** The few words renderers add of their own, in the reader's language. */
export function renderWords(lang: Lang): Words<typeof en> {
  return words[lang]
}
