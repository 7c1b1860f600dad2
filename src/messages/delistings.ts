import type { DelistingStep } from '../core/follow-up/delisting-steps.js'
import { bilingual } from '../core/values/lang.js'

type Say = (who: string, subject: string, id: string) => string
type Sentences = Readonly<Record<DelistingStep | 'block' | 'drop', Say>>

/** What `crm block` and `crm unblock` say afterwards. */
export const delistingMessages = bilingual<{
  readonly done: Sentences
  /** In a dry run. */
  readonly would: Sentences
  tellNext(id: string): string
  lifted(who: string): string
  /** Where something is recorded of him all the same. */
  stillBlocked(who: string, id: string): string
}>(
  {
    done: {
      propose: (who, subject, id) =>
        `Delisting ${subject} of ${who} is proposed; until it is decided nothing changes. Next: crm block check ${id} "what was found"`,
      check: (who, subject, id) =>
        `What was found is kept with delisting ${subject} of ${who}. Next: crm block decide ${id} --by NAMES`,
      decide: (who, subject, id) =>
        `${who} is blocked (${subject}): in no list any more, contacts sealed, still in the figures. To lift it: crm unblock ${id}`,
      told: (who, subject) => `${who} was told of delisting ${subject}.`,
      objection: (who, subject, id) =>
        `The objection of ${who} is kept with delisting ${subject}. To lift the delisting: crm unblock ${id}`,
      review: (who, subject) => `Delisting ${subject} of ${who} was reviewed and stays; again in a year.`,
      block: (who, _subject, id) =>
        `${who} is blocked: in no list any more, contacts sealed, still in the figures. To lift it: crm unblock ${id}`,
      drop: (who, subject) => `Delisting ${subject} of ${who} is dropped; nothing changed.`,
    },
    would: {
      propose: (who) => `A delisting of ${who} would be proposed.`,
      check: (who, subject) => `What was found would be kept with delisting ${subject} of ${who}.`,
      decide: (who, subject) =>
        `${who} would be blocked (${subject}): in no list any more, contacts sealed, still in the figures.`,
      told: (who, subject) => `It would be kept that ${who} was told of delisting ${subject}.`,
      objection: (who, subject) => `The objection of ${who} would be kept with delisting ${subject}.`,
      review: (who, subject) => `It would be kept that delisting ${subject} of ${who} was reviewed and stays.`,
      block: (who) => `${who} would be blocked: in no list any more, contacts sealed, still in the figures.`,
      drop: (who, subject) => `Delisting ${subject} of ${who} would be dropped.`,
    },
    tellNext: (id) => `Tell the customer, with the reason; it is due until then: crm block told ${id} "how"`,
    lifted: (who) => `${who} is no longer blocked.`,
    stillBlocked: (who, id) =>
      `${who} is blocked: it is kept, but comes up in no list. What is on record: crm show ${id}; to lift it: crm unblock ${id}`,
  },
  {
    done: {
      propose: (who, subject, id) =>
        `已提出对 ${who} 摘牌（${subject}），决定之前一切照旧。下一步：crm block check ${id} "核实结果"`,
      check: (who, subject, id) => `${who} 摘牌${subject}的核实结果已记下。下一步：crm block decide ${id} --by 同意人`,
      decide: (who, subject, id) =>
        `${who} 已摘牌（${subject}）：不再出现在任何名单里，联系方式封存，数据仍然计入。恢复往来：crm unblock ${id}`,
      told: (who, subject) => `已把摘牌${subject}通知 ${who}。`,
      objection: (who, subject, id) => `${who} 对摘牌${subject}的异议已记下。要取消摘牌：crm unblock ${id}`,
      review: (who, subject) => `${who} 的摘牌${subject}已复核，维持不变，一年后再复核。`,
      block: (who, _subject, id) =>
        `${who} 已摘牌：不再出现在任何名单里，联系方式封存，数据仍然计入。恢复往来：crm unblock ${id}`,
      drop: (who, subject) => `${who} 的摘牌${subject}已撤下，一切照旧。`,
    },
    would: {
      propose: (who) => `将提出对 ${who} 摘牌。`,
      check: (who, subject) => `将记下 ${who} 摘牌${subject}的核实结果。`,
      decide: (who, subject) => `将对 ${who} 摘牌（${subject}）：不再出现在任何名单里，联系方式封存，数据仍然计入。`,
      told: (who, subject) => `将记下已把摘牌${subject}通知 ${who}。`,
      objection: (who, subject) => `将记下 ${who} 对摘牌${subject}的异议。`,
      review: (who, subject) => `将记下 ${who} 的摘牌${subject}已复核，维持不变。`,
      block: (who) => `将对 ${who} 摘牌：不再出现在任何名单里，联系方式封存，数据仍然计入。`,
      drop: (who, subject) => `将撤下 ${who} 的摘牌${subject}。`,
    },
    tellNext: (id) => `请书面通知客户并说明原因，没通知前会一直提醒：crm block told ${id} "怎么通知的"`,
    lifted: (who) => `${who} 已恢复往来。`,
    stillBlocked: (who, id) =>
      `${who} 已摘牌：内容照记，但不会出现在任何名单里。查看记录：crm show ${id}；恢复往来：crm unblock ${id}`,
  },
)
