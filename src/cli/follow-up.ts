import { followUpWords } from '../messages/commands/follow-up.js'
import { type AnyCommand, any, command, count, flag, listed, one, oneOf, phrase, repeated, text } from '../surface.js'

/** Commands about whom to contact, and what came of it. */
export const followUpCommands: readonly AnyCommand[] = [
  command({
    name: 'due',
    group: 'followUp',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { days: count('N', 0), owner: text('NAME'), reason: listed('RULE,RULE') },
    words: followUpWords.due,
    load: async () => (await import('../commands/due.js')).dueCommand,
  }),
  command({
    name: 'log',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), text: phrase('TEXT', true) },
    options: {
      ...{ channel: text('CHANNEL'), result: text('RESULT'), next: text('DATE') },
      ...{ done: flag(), stock: repeated('SKU=N') },
    },
    words: followUpWords.log,
    load: async () => (await import('../commands/log.js')).logCommand,
  }),
  command({
    name: 'done',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { rule: text('RULE'), note: text('TEXT') },
    words: followUpWords.done,
    load: async () => (await import('../commands/done.js')).doneCommand,
  }),
  command({
    name: 'snooze',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), until: one('DATE') },
    options: { rule: text('RULE') },
    words: followUpWords.snooze,
    load: async () => (await import('../commands/snooze.js')).snoozeCommand,
  }),
  command({
    name: 'skip',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { rule: text('RULE'), note: text('TEXT') },
    words: followUpWords.skip,
    load: async () => (await import('../commands/skip.js')).skipCommand,
  }),
  command({
    name: 'campaign',
    group: 'followUp',
    isReading: true,
    isWriting: true,
    arguments: { action: oneOf('ACTION', 'list', 'new', 'show', 'export', 'result'), words: any('NAME|ID') },
    options: {
      ...{
        occasion: text('new-product|promotion|festival|restock'),
        filter: text('FILTER'),
        messageFile: text('FILE'),
      },
      ...{
        holdout: text('PERCENT'),
        cost: text('AMOUNT'),
        fallback: repeated('NAME=TEXT'),
        skipMissing: flag(),
        sent: flag(),
      },
    },
    words: followUpWords.campaign,
    load: async () => (await import('../commands/campaign.js')).campaignCommand,
  }),
]
