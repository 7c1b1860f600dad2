import { bilingual } from '../core/values/lang.js'

/** The words of the report about one lead. */
export const oneLeadWords = bilingual(
  {
    title: 'Lead',
    purpose: 'One lead with everything written down of it: level, stages with their days, contacts, owner and pool.',
    facts: {
      ...{ customer: 'Customer', name: 'Name', lead: 'Lead', outcome: 'Outcome', reason: 'Reason', level: 'Level' },
      ...{ stage: 'Stage', owner: 'Owner', registeredBy: 'Registered by', openedOn: 'Registered', pool: 'Pool' },
      ...{ returnsOn: 'Back to the pool', firstContactOn: 'First contact', lastContactOn: 'Last contact' },
      ...{ contacts: 'Contacts', dueOn: 'Next contact', amount: 'Amount', probability: 'Probability' },
      ...{ expected: 'Expected value', closeOn: 'Expected close', closedOn: 'Closed', order: 'First order' },
      ...{ source: 'Source', referrer: 'Referrer', persons: 'Contact persons', decisionMaker: 'Decision maker' },
      ...{ supplier: 'Present supplier', served: 'How that serves', need: 'Need', products: 'Products' },
      ...{ obstacle: 'Obstacle', knowsUs: 'Knows how we differ', note: 'Note', cycle: 'Sales cycle' },
    },
    set: (level: string, day: string) => `${level} (set on ${day})`,
    bears: (level: string) => `${level} (by the record; none set)`,
    missing: (level: string, list: string) => `${level}; the record lacks: ${list}`,
    yes: 'yes',
    stages: 'Stages',
    before: 'Earlier leads',
    since: 'Since',
  },
  {
    title: '意向客户',
    purpose: '一位意向客户的全部记录：级别、各阶段日期、联系、跟进人和公海。',
    facts: {
      ...{
        customer: '客户编号',
        name: '客户名称',
        lead: '意向编号',
        outcome: '结果',
        reason: '战败原因',
        level: '意向级别',
      },
      ...{ stage: '跟进阶段', owner: '跟进人', registeredBy: '报备人', openedOn: '报备日期', pool: '公海' },
      ...{ returnsOn: '退回公海', firstContactOn: '首次联系', lastContactOn: '上次联系' },
      ...{ contacts: '联系次数', dueOn: '下次联系', amount: '预计金额', probability: '成交概率' },
      ...{ expected: '预计成交额', closeOn: '预计成交日期', closedOn: '结束日期', order: '首笔订单' },
      ...{ source: '线索来源', referrer: '推荐人', persons: '联系人', decisionMaker: '决策人' },
      ...{ supplier: '现有供应商', served: '现有供应商的服务', need: '需求', products: '意向产品' },
      ...{ obstacle: '合作障碍', knowsUs: '了解我们的优势', note: '备注', cycle: '销售周期' },
    },
    set: (level, day) => `${level}（${day} 所定）`,
    bears: (level) => `${level}（按记录，尚未人工确定）`,
    missing: (level, list) => `${level}；记录里还缺：${list}`,
    yes: '是',
    stages: '各阶段',
    before: '以前的意向',
    since: '开始日期',
  },
)
