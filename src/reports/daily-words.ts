import { bilingual } from '../core/values/lang.js'
import { grouped } from '../core/values/plural.js'

/** What the daily report says. */
export const dailyWords = bilingual(
  {
    title: 'Daily report',
    purpose:
      "The day's contacts with their results, what was due and not done, and what falls due the next day, by owner.",
    tables: {
      people: 'By owner',
      contacts: 'Contacts of the day',
      open: 'Due and not done',
      tomorrow: 'Falls due the next day',
    },
    columns: {
      contacts: 'Contacts',
      target: 'Target',
      unproven: 'Unproven',
      attempts: 'Attempts',
      done: 'Items done',
      open: 'Not done',
      tomorrow: 'Next day',
      text: 'Text',
      result: 'Result',
      next: 'Next date',
      closed: 'Items done',
    },
    whys: { blank: 'no text', repeated: 'same text for three customers or more' },
    none: {
      people: 'Nobody was contacted, and nobody is due.',
      contacts: 'No contact was recorded on this day.',
      open: 'Nothing is left: everybody due was contacted.',
      tomorrow: 'Nothing new falls due the next day.',
    },
    more: (open: number, tomorrow: number) =>
      `Not listed here: ${grouped(open)} left over and ${grouped(tomorrow)} of the next day. All of them: crm due --days 1`,
    rolls: 'What is not done stays on the list and comes on top of what falls due the next day.',
    unproven: 'Contacts without a text, or with one text for three or more customers, are unproven and do not count.',
  },
  {
    title: '日报',
    purpose: '当天的跟进和结果、到期没做的、次日到期的，按负责人列出。',
    tables: { people: '按负责人', contacts: '当天跟进', open: '到期未跟进', tomorrow: '次日到期' },
    columns: {
      contacts: '跟进',
      target: '目标',
      unproven: '未经证实',
      attempts: '未联系上',
      done: '完成待办',
      open: '未跟进',
      tomorrow: '次日到期',
      text: '跟进内容',
      result: '跟进结果',
      next: '下次跟进日期',
      closed: '完成待办',
    },
    whys: { blank: '没写内容', repeated: '同一句话用于三位以上客户' },
    none: {
      people: '没有跟进记录，也没有待跟进的客户。',
      contacts: '当天没有跟进记录。',
      open: '没有剩下的：到期的客户都跟进了。',
      tomorrow: '次日没有新到期的客户。',
    },
    more: (open, tomorrow) =>
      `这里没有列出的：到期未跟进${grouped(open)}位，次日到期${grouped(tomorrow)}位。全部名单：crm due --days 1`,
    rolls: '没做完的仍留在名单里，与次日到期的一起跟进。',
    unproven: '没写内容，或同一句话写给三位以上客户的，不算有效跟进。',
  },
)
