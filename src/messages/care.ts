import { bilingual } from '../core/values/lang.js'

/** What `crm care` says of gifts and replies recorded. */
export const careWords = bilingual(
  {
    given: (who: string, id: string, what: string, value: string, on: string) =>
      `Gift ${id} to ${who} on ${on}: ${what}${value === '' ? '' : ` (${value})`}.`,
    occasions: { treat: 'yearly treat', other: 'no occasion' } as Readonly<Record<string, string>>,
    closed: (occasion: string, day: string) => `Counted for: ${occasion}, ${day}.`,
    countedAs: (occasion: string) => `Counted as: ${occasion}.`,
    askReply: (id: string) => `When the customer answers: crm care reply ${id} TEXT --satisfied`,
    yearOfCustomer: (year: number, spent: string) => `Spent on this customer in ${year}: ${spent}.`,
    overLimit: (limit: string, level: string) =>
      `That is more than one gift may cost for service level ${level}: ${limit}.`,
    overTreat: (limit: string) => `That is more than the yearly treat may cost: ${limit}.`,
    overYear: (limit: string, spent: string, year: number) =>
      `The budget of ${year} is exceeded: ${spent} of ${limit} spent.`,
    secondTreat: (year: number) => `This customer had a treat in ${year} already.`,
    treatForOthers: 'The plan has a yearly treat for service level A alone.',
    replied: (who: string, id: string, what: string, text: string) =>
      `Reply of ${who} to gift ${id} (${what}): ${text}.`,
    satisfied: { yes: 'Satisfied.', no: 'Not satisfied.' },
  },
  {
    given: (who, id, what, value, on) =>
      `${on} 送给 ${who} 的礼品 ${id}：${what}${value === '' ? '' : `（${value}）`}。`,
    occasions: { treat: '年度答谢', other: '无特定日子' },
    closed: (occasion, day) => `算作：${day} ${occasion}。`,
    countedAs: (occasion) => `算作：${occasion}。`,
    askReply: (id) => `客户有反馈时登记：crm care reply ${id} "反馈" --satisfied`,
    yearOfCustomer: (year, spent) => `${year}年已为这位客户花费：${spent}。`,
    overLimit: (limit, level) => `超过服务级别${level}每份礼品的限额：${limit}。`,
    overTreat: (limit) => `超过年度答谢的预算：${limit}。`,
    overYear: (limit, spent, year) => `超过${year}年总预算：预算${limit}，已花费${spent}。`,
    secondTreat: (year) => `这位客户${year}年已经安排过一次答谢。`,
    treatForOthers: '按计划，年度答谢只给服务级别A的客户。',
    replied: (who, id, what, text) => `${who} 对礼品 ${id}（${what}）的反馈：${text}。`,
    satisfied: { yes: '客户满意。', no: '客户不满意。' },
  },
)
