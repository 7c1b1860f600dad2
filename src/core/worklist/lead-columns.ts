import { leadEndings, leadLevels, leadStages } from '../follow-up/leads/words.js'
import { bilingual } from '../values/lang.js'
import { contactColumns, withoutNames } from './contact-columns.js'
import { type ListColumn, labelsOf, type Worklist } from './list.js'

const level: ListColumn = {
  name: 'level',
  kind: 'choice',
  words: bilingual(
    {
      label: 'New level',
      hint: 'Only where it changes. H orders today, A means to buy this month, B is well known to us, C interested, D not now.',
    },
    {
      label: '新意向级别',
      hint: '有变化才填。H级当天下单，意向A级本月要买，意向B级情况已清楚，意向C级有兴趣，意向D级暂不考虑。',
    },
  ),
  also: ['level now', 'set level', 'change level to', '新级别', '级别改为', '意向级别改为'],
  vocabulary: leadLevels,
}

const stage: ListColumn = {
  name: 'stage',
  kind: 'choice',
  words: bilingual(
    { label: 'New stage', hint: 'Only where it changes.' },
    { label: '新跟进阶段', hint: '有变化才填。' },
  ),
  also: ['stage now', 'set stage', 'change stage to', '新阶段', '阶段改为', '跟进阶段改为'],
  vocabulary: leadStages,
}

const amount: ListColumn = {
  name: 'amount',
  kind: 'amount',
  words: bilingual(
    { label: 'New amount', hint: 'What the sale is expected to bring, in the base currency; only where it changes.' },
    { label: '新预计金额', hint: '预计成交的金额，按本位币；有变化才填。' },
  ),
  also: ['new expected amount', 'set amount', '金额改为', '预计金额改为'],
}

const close: ListColumn = {
  name: 'close',
  kind: 'date',
  words: bilingual(
    { label: 'New expected close', hint: 'When the sale is expected; only where it changes.' },
    { label: '新预计成交日期', hint: '预计哪一天成交；有变化才填。' },
  ),
  also: ['new close', 'new close date', 'new expected close date', '成交日期改为', '预计成交日期改为'],
  isAnyDay: true,
}

const ending: ListColumn = {
  name: 'ending',
  kind: 'choice',
  words: bilingual(
    {
      label: 'Outcome',
      hint: 'Only where the lead has ended: won, lost or invalid. Lost and invalid need the reason beside.',
    },
    { label: '成交或战败', hint: '意向结束了才填：成交、战败、无效客户。战败和无效要在旁边写原因。' },
  ),
  also: ['won or lost', 'ended', 'lead outcome', '最终结果', '是否成交'],
  vocabulary: leadEndings,
}

const reason: ListColumn = {
  name: 'reason',
  kind: 'text',
  words: bilingual(
    {
      label: 'Reason',
      hint: 'Why it was lost, in your own words; for invalid one of: not a buyer, duplicate, unreachable.',
    },
    { label: '战败或无效原因', hint: '战败：用自己的话写原因；无效：写“不是买家”“重复”“联系不上”之一。' },
  ),
  also: ['why', 'lost reason', 'reason lost', '原因', '战败原因', '无效原因'],
}

const { channel, result, note, contactedOn } = contactColumns

/** The list shows when a lead is due next; that is not the date a seller fills in. */
const nextOn = withoutNames(contactColumns.nextOn, ['next contact', '下次联系'])

/** What can be filled in of a lead. */
export const leadColumns: readonly ListColumn[] = [
  ...[channel, result, nextOn, note],
  ...[level, stage, amount, close, ending, reason],
  contactedOn,
]

/** Headings that no sheet of leads has of itself. */
export const leadTelltales: Worklist['telltales'] = [level, stage, amount, close].map(labelsOf)
