import type { LevelFact } from '../core/follow-up/leads/level.js'
import { bilingual } from '../core/values/lang.js'

/** What `crm lead` says afterwards. */
export const leadSentences = bilingual(
  {
    added: (who: string, lead: string, owner: string) =>
      `Lead ${lead} registered: ${who}${owner === '' ? '' : `, owner ${owner}`}.`,
    newCustomer: (name: string) => `${name} is new in the ledger.`,
    level: 'level',
    stage: 'stage',
    none: '(none)',
    changed: (who: string, what: string, from: string, to: string) => `${who}: ${what} ${from} → ${to}.`,
    noted: (who: string, fields: string) => `Noted of ${who}: ${fields}.`,
    proposed: (who: string, level: string, criteria: string) =>
      `${who}: the record bears level ${level} (${criteria}).`,
    isSet: (level: string) => `Level set: ${level}.`,
    unborne: (level: string, missing: string, proposed: string) =>
      `The record does not bear level ${level} yet: ${missing}. It bears ${proposed}.`,
    bears: (level: string, id: string, code: string) =>
      `The record bears level ${level} now. To set it: crm lead level ${id} ${code}`,
    missing: {
      'order-today': 'no order under way, and none expected today',
      'close-soon': 'no sale expected within 31 days (--close DATE)',
      contacts: 'fewer than three contacts on record (crm log)',
      phone: 'no phone',
      'decision-maker': 'decision maker not known (--decision-maker NAME)',
      'knows-us': 'not noted that the buyer knows how we differ (--knows-us)',
    } satisfies Record<LevelFact, string>,
    claimed: (who: string, owner: string) => `${owner} has taken ${who} from the pool.`,
    released: (who: string, owner: string) => `${owner} has given ${who} back to the pool.`,
    locked: (who: string, owner: string) =>
      `${who} stays with ${owner}: the lead never goes back to the pool by itself.`,
    unlocked: (who: string) => `${who} is no longer locked: the days without contact count from today.`,
    won: (who: string, _reason: string) => `Won: ${who}. The first order is linked when it is imported.`,
    lost: (who: string, reason: string) => `Lost: ${who}, because: ${reason}.`,
    invalid: (who: string, reason: string) => `No lead: ${who} (${reason}); outside the conversion rate.`,
    closeOver: (day: string) =>
      `The expected close, ${day}, is over already: the lead stands under this month. Another day: crm lead note CUSTOMER --close DATE`,
    lostUnseen: 'No contact is on record: it is listed as unproven. To note one: crm log CUSTOMER TEXT --on DATE',
    fields: {
      ...{ source: 'source', referrer: 'referrer', decisionMaker: 'decision maker', supplier: 'present supplier' },
      ...{ served: 'how that serves', need: 'need', products: 'products', obstacle: 'obstacle', amount: 'amount' },
      ...{ persons: 'contact persons', knowsUs: 'knows how we differ', probability: 'probability' },
      ...{ close: 'expected close', firstContact: 'first contact', note: 'note' },
    } as Readonly<Record<string, string>>,
  },
  {
    added: (who, lead, owner) => `已报备意向客户 ${lead}：${who}${owner === '' ? '' : `，跟进人 ${owner}`}。`,
    newCustomer: (name) => `账本里新增了 ${name}。`,
    level: '意向级别',
    stage: '跟进阶段',
    none: '（无）',
    changed: (who, what, from, to) => `${who}：${what} ${from} → ${to}。`,
    noted: (who, fields) => `已记下 ${who} 的${fields}。`,
    proposed: (who, level, criteria) => `${who}：按记录可定为${level}（${criteria}）。`,
    isSet: (level) => `已定的级别：${level}。`,
    unborne: (level, missing, proposed) => `记录还够不上${level}：${missing}。按记录是${proposed}。`,
    bears: (level, id, code) => `按记录现在可定为${level}。要改：crm lead level ${id} ${code}`,
    missing: {
      'order-today': '没有正在下的单，也没有预计今天成交',
      'close-soon': '没有写31天内的预计成交日期（--close 日期）',
      contacts: '跟进记录不足三次（crm log）',
      phone: '没有电话',
      'decision-maker': '不知道决策人（--decision-maker 姓名）',
      'knows-us': '没有记下对方了解我们的优势（--knows-us）',
    },
    claimed: (who, owner) => `${owner} 已从公海领取 ${who}。`,
    released: (who, owner) => `${owner} 已把 ${who} 退回公海。`,
    locked: (who, owner) => `${who} 已锁定给 ${owner}，不会自动掉入公海。`,
    unlocked: (who) => `${who} 已解除锁定，未联系天数从今天算起。`,
    won: (who, _reason) => `成交：${who}。导入首笔订单后自动关联。`,
    lost: (who, reason) => `战败：${who}，战败原因：${reason}。`,
    invalid: (who, reason) => `无效客户：${who}（${reason}），不计入转化率。`,
    closeOver: (day) => `预计成交日期 ${day} 已经过了，漏斗里按当月成交算。改日期：crm lead note 客户 --close 日期`,
    lostUnseen: '没有任何跟进记录，会列入“未经证实”。补记：crm log 客户 "内容" --on 日期',
    fields: {
      ...{ source: '线索来源', referrer: '推荐人', decisionMaker: '决策人', supplier: '现有供应商' },
      ...{ served: '现有供应商的服务', need: '需求', products: '意向产品', obstacle: '合作障碍', amount: '预计金额' },
      ...{ persons: '联系人', knowsUs: '了解我们的优势', probability: '成交概率' },
      ...{ close: '预计成交日期', firstContact: '首次联系', note: '备注' },
    },
  },
)
