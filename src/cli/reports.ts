import { reportWords } from '../messages/commands/reports.js'
import { presets } from '../presets/index.js'
import { type AnyCommand, choice, command, oneOf, phrase, text } from '../surface.js'

/** Commands that write reports and lists to hand on. */
export const reportCommands: readonly AnyCommand[] = [
  command({
    name: 'report',
    group: 'reports',
    isReading: true,
    arguments: {
      kind: oneOf('KIND', 'weekly', 'daily', 'monthly', 'quarterly', 'key', 'problem', 'customer', 'statement'),
      filter: { ...phrase('FILTER'), namesCustomerAfter: ['customer', 'statement'] },
    },
    options: { period: text('PERIOD'), owner: text('NAME') },
    words: reportWords.report,
    load: async () => (await import('../commands/report.js')).reportCommand,
  }),
  command({
    name: 'contacts',
    group: 'reports',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { preset: choice(...presets.map(({ name }) => name)) },
    words: reportWords.contacts,
    load: async () => (await import('../commands/contacts.js')).contactsCommand,
  }),
  command({
    name: 'exports',
    group: 'reports',
    isReading: true,
    arguments: {},
    options: {},
    words: reportWords.exports,
    load: async () => (await import('../commands/exports.js')).exportsCommand,
  }),
]
