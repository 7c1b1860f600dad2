import { bilingual } from '../../core/values/lang.js'
import { handOptionWords } from './hand-options.js'

/** Words of `crm lead`. */
export const leadCommandWords = bilingual(
  {
    summary: 'leads: register, level, stage, pool, won or lost; the funnel',
    arguments: {
      action: 'list, add, show, level, stage, note, claim, release, lock, unlock, won, lost or invalid',
      words:
        'the customer, after level and stage followed by the new one; after add the name, e-mail or phone; after list a filter such as level:H,A country:US',
    },
    options: {
      ...handOptionWords.en,
      owner: 'who has the lead; after list: only the leads of this owner',
      pool: 'after list: only leads in the pool',
      level: 'intent level: H, A, B, C or D',
      stage: 'stage: contact, need, proposal, price or ordered',
      source: 'where the lead came from',
      referrer: 'who referred it',
      person: 'a contact person with the role: --person "Anna Smith, purchasing"; can be given several times',
      decisionMaker: 'who decides',
      supplier: 'present supplier or product',
      served: 'how that serves',
      need: 'what is needed',
      products: 'products of interest',
      obstacle: 'what stands in the way',
      knowsUs: 'the buyer knows how we differ from others (--no-knows-us: does not)',
      amount: 'expected amount in the base currency',
      probability: 'how likely the sale is, in percent, in place of the one by level',
      close: 'when the sale is expected',
      firstContact: 'day of the first contact, where it is not on record',
      reason: 'why a lead is lost, or invalid: not-a-buyer, duplicate or unreachable',
    },
    examples: [
      'crm lead add "Berta Example" --phone "+49 30 901820" --owner Li --source fair --need "oak boards"',
      'crm lead list',
      'crm lead list level:H,A -o leads.xlsx',
      'crm lead level "Berta Example" A --close +30d --amount 5000',
      'crm lead stage "Berta Example" proposal',
      'crm lead claim "Berta Example" --owner Wang',
      'crm lead lost "Berta Example" --reason "price too high"',
    ],
  },
  {
    summary: '意向客户：报备、意向级别、跟进阶段、公海、成交或战败；销售漏斗',
    arguments: {
      action:
        'list（列表）、add（报备）、show（查看）、level（级别）、stage（阶段）、note（补充）、claim（领取）、release（退回公海）、lock（锁定）、unlock（解锁）、won（成交）、lost（战败）或 invalid（无效）',
      words:
        '客户；level 和 stage 后面再写新的级别或阶段；add 后面写姓名、邮箱或电话；list 后面写筛选条件，如 level:H,A country:CN',
    },
    options: {
      ...handOptionWords.zh,
      owner: '跟进人；list 后面：只看这位跟进人的',
      pool: 'list 后面：只看公海里的',
      level: '意向级别：H、A、B、C、D',
      stage: '跟进阶段：初次接触、需求了解、方案提供、价格协商、下单',
      source: '线索来源',
      referrer: '推荐人',
      person: '联系人和职务：--person "张三，采购"；可以写多次',
      decisionMaker: '决策人',
      supplier: '现有供应商或产品',
      served: '现有供应商服务得怎样',
      need: '需求',
      products: '意向产品',
      obstacle: '合作障碍',
      knowsUs: '对方了解我们的优势（--no-knows-us 表示不了解）',
      amount: '预计金额，按本位币',
      probability: '成交概率（百分数），不写就按意向级别',
      close: '预计成交日期',
      firstContact: '首次联系日期（没有记录时填写）',
      reason: '战败原因；无效原因：不是买家、重复、联系不上',
    },
    examples: [
      'crm lead add 李四 --phone 13800000002 --owner 李明 --source 展会 --need 橡木板',
      'crm lead list',
      'crm lead list level:H,A -o 意向客户.xlsx',
      'crm lead level 李四 A --close +30d --amount 5000',
      'crm lead stage 李四 方案提供',
      'crm lead claim 李四 --owner 王芳',
      'crm lead lost 李四 --reason 价格太高',
    ],
  },
)
