import { feedbackWords } from '../core/follow-up/feedback/kinds.js'
import { bilingual } from '../core/values/lang.js'

/** What `crm feedback` and `crm rate` say after a change. */
export const feedbackSentences = bilingual(
  {
    kinds: feedbackWords.en.kinds,
    opened: (subject: string, kind: string, who: string, on: string) => `${subject}: ${kind} of ${who}, ${on}.`,
    promised: (day: string, time: string) => `Answer promised by ${day}${time === '' ? '' : ` ${time}`}.`,
    steps: {
      assign: (subject: string, kind: string, who: string, owner: string) =>
        `${subject} (${kind} of ${who}): ${owner} takes care of it.`,
      respond: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}) answered: ${text}`,
      resolve: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}) resolved: ${text}`,
      satisfied: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}): the customer is satisfied.${text === '' ? '' : ` ${text}`}`,
      reopen: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}) is open again${text === '' ? '.' : `: ${text}`}`,
      adopt: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}) adopted: ${text}`,
      decline: (subject: string, kind: string, who: string, text: string) =>
        `${subject} (${kind} of ${who}) declined: ${text}`,
    },
    rated: (who: string, score: number, on: string, order: string) =>
      `${who} gave ${score} of 5 on ${on}${order === '' ? '' : ` for order ${order}`}.`,
  },
  {
    kinds: feedbackWords.zh.kinds,
    opened: (subject, kind, who, on) => `${subject}：${who} 的${kind}，${on}。`,
    promised: (day, time) => `承诺在 ${day}${time === '' ? '' : ` ${time}`} 前答复。`,
    steps: {
      assign: (subject, kind, who, owner) => `${subject}（${who} 的${kind}）由 ${owner} 负责。`,
      respond: (subject, kind, who, text) => `${subject}（${who} 的${kind}）已答复：${text}`,
      resolve: (subject, kind, who, text) => `${subject}（${who} 的${kind}）处理完毕：${text}`,
      satisfied: (subject, kind, who, text) => `${subject}（${who} 的${kind}）：客户表示满意。${text}`,
      reopen: (subject, kind, who, text) => `${subject}（${who} 的${kind}）重新打开${text === '' ? '。' : `：${text}`}`,
      adopt: (subject, kind, who, text) => `${subject}（${who} 的${kind}）已采纳：${text}`,
      decline: (subject, kind, who, text) => `${subject}（${who} 的${kind}）未采纳：${text}`,
    },
    rated: (who, score, on, order) => `${who} ${on} 打了 ${score} 分${order === '' ? '' : `（订单 ${order}）`}。`,
  },
)
