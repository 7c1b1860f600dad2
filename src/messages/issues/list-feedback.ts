import { feedbackWords } from '../../core/follow-up/feedback/kinds.js'
import type { Lang } from '../../core/values/lang.js'
import { both, type Sayings } from './saying.js'

function kindOf(code: unknown, lang: Lang): string {
  const kinds: Readonly<Record<string, string>> = feedbackWords[lang].kinds
  return kinds[String(code)] ?? String(code)
}

/** Findings about rows of a list of feedback. */
export const feedbackListIssues: Sayings = {
  'list.no-feedback': both(
    (p) => [
      `${p.value} of ${p.who} is not there any more: what opened it was taken back`,
      `To write it down again: crm feedback open ${p.id} "what was said"`,
    ],
    (p) => [`${p.who} 的 ${p.value} 已经不在：登记已撤销`, `重新登记：crm feedback open ${p.id} "反馈内容"`],
  ),
  'list.feedback-closed': both(
    (p) => [
      `${p.value} of ${p.who} was closed on ${p.day} already; nothing of the row was recorded`,
      `What was done: crm feedback show ${p.value}; to take it up again: crm feedback reopen ${p.value} "why"`,
    ],
    (p) => [
      `${p.who} 的 ${p.value} 已于 ${p.day} 处理完毕，这一行没有记录`,
      `查看：crm feedback show ${p.value}；要重新处理：crm feedback reopen ${p.value} "原因"`,
    ],
  ),
  'list.feedback-open': both(
    (p) => [
      `${p.value} of ${p.who} is still open, so nobody can be satisfied with it or not`,
      'Write under Resolution what was done; it may stand in the same row.',
    ],
    (p) => [`${p.who} 的 ${p.value} 还在处理中，谈不上满意不满意`, '请先在“处理措施”写明怎么处理的，可以写在同一行。'],
  ),
  'list.feedback-later': both(
    (p) => [
      `${p.value} of ${p.who} was opened or last changed on ${p.day}, after the day of the row`,
      'Write that day or a later one.',
    ],
    (p) => [`${p.who} 的 ${p.value} 最近一次登记或处理是在 ${p.day}，晚于这一行的日期`, '请写那天或以后的日期。'],
  ),
  'list.feedback-kind': both(
    (p) => [
      `${p.value} of ${p.who} is of another kind (${kindOf(p.near, 'en')}): this column is not for it`,
      'Complaints and questions are resolved, suggestions adopted or not, praise is only answered.',
    ],
    (p) => [
      `${p.who} 的 ${p.value} 是${kindOf(p.near, 'zh')}，不用填这一列`,
      '投诉和咨询填处理措施，建议填是否采纳，表扬只填答复。',
    ],
  ),
  'list.not-adopted': both(
    (p) => [
      `${p.value} of ${p.who} is a suggestion: the answer does not say whether it is adopted`,
      'Choose yes or no under Adopted.',
    ],
    (p) => [`${p.who} 的 ${p.value} 是建议，写了答复，没写是否采纳`, '请在“是否采纳”选是或否。'],
  ),
  'list.no-answer': both(
    (p) => [
      `${p.value} of ${p.who} is a suggestion: it says whether it is adopted, without an answer`,
      'Write under Resolution what the customer is answered.',
    ],
    (p) => [`${p.who} 的 ${p.value} 是建议，写了是否采纳，没有答复`, '请在“处理措施”写明给客户的答复。'],
  ),
}
