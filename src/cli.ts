import { optionWords } from './messages/cli.js'
import { customerWords } from './messages/commands/customers.js'
import { dataWords } from './messages/commands/data.js'
import { followUpWords } from './messages/commands/follow-up.js'
import { reportWords } from './messages/commands/reports.js'
import { valueWords } from './messages/commands/value.js'
import {
  type AnyCommand,
  choice,
  command,
  count,
  flag,
  listed,
  many,
  one,
  oneOf,
  phrase,
  repeated,
  text,
  toggle,
} from './surface.js'

/** Options every command has. */
export const commonOptions = {
  db: text('FILE'),
  on: text('DATE'),
  lang: choice('en', 'zh'),
  json: flag(),
  color: toggle(),
  ascii: toggle(),
  quiet: flag('q'),
  debug: flag(),
}

/** Options every list and report has besides. */
export const readingOptions = {
  output: text('FILE', 'o'),
  format: text('FORMAT'),
  columns: listed('A,B'),
  sort: text('COLUMN'),
  limit: count('N'),
  raw: flag(),
  encoding: choice('utf-8', 'gbk', 'gb18030'),
  force: flag(),
}

/** Options every command that changes the ledger has besides. */
export const writingOptions = { dryRun: flag('n') }

/** The words of the options above. */
export const sharedOptionWords = optionWords

/** The whole command surface, in the order of the help. */
export const commands: readonly AnyCommand[] = [
  command({
    name: 'import',
    group: 'data',
    isWriting: true,
    arguments: { files: many('FILE') },
    options: {
      map: repeated('FIELD=HEADER'),
      shop: text('NAME'),
      currency: text('CODE'),
      encoding: text('NAME'),
      delimiter: text('CHARACTER'),
      sheet: text('NAME'),
      headerRow: count('N'),
      dateOrder: choice('ymd', 'dmy', 'mdy'),
      decimal: choice('point', 'comma'),
      rejects: text('FILE'),
      strict: flag(),
      as: choice('orders'),
    },
    words: dataWords.import,
    load: async () => (await import('./commands/import.js')).importCommand,
  }),
  command({
    name: 'list',
    group: 'customers',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: {},
    words: customerWords.list,
    load: async () => (await import('./commands/list.js')).listCommand,
  }),
  command({
    name: 'show',
    group: 'customers',
    isReading: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: {},
    words: customerWords.show,
    load: async () => (await import('./commands/show.js')).showCommand,
  }),
  command({
    name: 'why',
    group: 'customers',
    isReading: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: {},
    words: customerWords.why,
    load: async () => (await import('./commands/why.js')).whyCommand,
  }),
  command({
    name: 'tag',
    group: 'customers',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), tags: many('TAG') },
    options: { remove: flag() },
    words: customerWords.tag,
    load: async () => (await import('./commands/tag.js')).tagCommand,
  }),
  command({
    name: 'block',
    group: 'customers',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { reason: text('TEXT') },
    words: customerWords.block,
    load: async () => (await import('./commands/block.js')).blockCommand,
  }),
  command({
    name: 'unblock',
    group: 'customers',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { reason: text('TEXT') },
    words: customerWords.unblock,
    load: async () => (await import('./commands/unblock.js')).unblockCommand,
  }),
  command({
    name: 'tier',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: {
      days: count('N'),
      all: flag(),
      by: choice('net', 'gross', 'orders'),
      cuts: text('A,B'),
      boundary: choice('crossing', 'within'),
    },
    words: valueWords.tier,
    load: async () => (await import('./commands/tier.js')).tierCommand,
  }),
  command({
    name: 'rfm',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { days: count('N'), all: flag(), scoring: choice('rank', 'quantile') },
    words: valueWords.rfm,
    load: async () => (await import('./commands/rfm.js')).rfmCommand,
  }),
  command({
    name: 'due',
    group: 'followUp',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { days: count('N', 0) },
    words: followUpWords.due,
    load: async () => (await import('./commands/due.js')).dueCommand,
  }),
  command({
    name: 'log',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), text: phrase('TEXT', true) },
    options: { channel: text('CHANNEL'), result: text('RESULT'), next: text('DATE') },
    words: followUpWords.log,
    load: async () => (await import('./commands/log.js')).logCommand,
  }),
  command({
    name: 'done',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { rule: text('RULE'), note: text('TEXT') },
    words: followUpWords.done,
    load: async () => (await import('./commands/done.js')).doneCommand,
  }),
  command({
    name: 'snooze',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), until: one('DATE') },
    options: { rule: text('RULE') },
    words: followUpWords.snooze,
    load: async () => (await import('./commands/snooze.js')).snoozeCommand,
  }),
  command({
    name: 'skip',
    group: 'followUp',
    isWriting: true,
    arguments: { customer: phrase('CUSTOMER', true) },
    options: { rule: text('RULE'), note: text('TEXT') },
    words: followUpWords.skip,
    load: async () => (await import('./commands/skip.js')).skipCommand,
  }),
  command({
    name: 'report',
    group: 'reports',
    isReading: true,
    arguments: { kind: oneOf('KIND', 'weekly') },
    options: {},
    words: reportWords.report,
    load: async () => (await import('./commands/report.js')).reportCommand,
  }),
  command({
    name: 'contacts',
    group: 'reports',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: {},
    words: reportWords.contacts,
    load: async () => (await import('./commands/contacts.js')).contactsCommand,
  }),
]
