import { bilingual } from '../values/lang.js'
import { contactColumns, withoutNames } from './contact-columns.js'
import { type ListColumn, labelsOf, type Worklist } from './list.js'
import { yesNo } from './yes-no.js'

const response: ListColumn = {
  name: 'response',
  kind: 'text',
  words: bilingual(
    { label: 'Response', hint: 'What was answered to the customer; the first one stops the clock.' },
    { label: '答复', hint: '给客户的答复；第一次答复停止计时。' },
  ),
  also: ['reply', 'answered', 'response to customer', '回复', '答复内容', '回复内容'],
}

const resolution: ListColumn = {
  name: 'resolution',
  kind: 'text',
  words: bilingual(
    { label: 'Resolution', hint: 'What was done; closes a complaint or a question. Of a suggestion: the answer.' },
    { label: '处理措施', hint: '怎么处理的；填了就算处理完毕。建议则填写答复。' },
  ),
  also: ['resolved by', 'solution', 'how it was solved', '处理办法', '解决办法', '处理方式', '解决方案'],
}

const adopted: ListColumn = {
  name: 'adopted',
  kind: 'choice',
  words: bilingual(
    { label: 'Adopted', hint: 'Of a suggestion only: yes or no, with the answer under Resolution.' },
    { label: '是否采纳', hint: '只用于建议：是或否，答复写在“处理措施”里。' },
  ),
  also: ['suggestion adopted', '采纳', '建议是否采纳'],
  vocabulary: yesNo,
}

const satisfied: ListColumn = {
  name: 'satisfied',
  kind: 'choice',
  words: bilingual(
    { label: 'Satisfied', hint: 'What the customer says of the resolution. No opens it again; the note says why.' },
    { label: '是否满意', hint: '客户对处理是否满意。填“否”会重新打开，原因写在跟进内容里。' },
  ),
  also: ['customer satisfied', 'is satisfied', '客户满意', '客户是否满意', '满意'],
  vocabulary: yesNo,
}

const owner: ListColumn = {
  name: 'owner',
  kind: 'text',
  words: bilingual(
    { label: 'New owner', hint: 'Who takes care of it from now on; only where it changes.' },
    { label: '新负责人', hint: '以后由谁负责；有变化才填。' },
  ),
  also: ['assign to', 'assigned to', '转给', '改由谁负责'],
}

/** The list shows what was said, and the day. */
const note = withoutNames(contactColumns.note, ['what was said'])
const contactedOn = withoutNames(contactColumns.contactedOn, ['date', '日期'])

/** What can be filled in of a complaint, suggestion, praise or question. */
export const feedbackColumns: readonly ListColumn[] = [
  ...[response, resolution, adopted, satisfied, owner],
  ...[note, contactedOn],
]

/** Headings that no sheet of complaints has of itself. */
export const feedbackTelltales: Worklist['telltales'] = [adopted, owner].map(labelsOf)
