import { valueWords } from '../messages/commands/value.js'
import { type AnyCommand, choice, command, count, flag, phrase } from '../surface.js'
import { gradingOptions } from './options.js'

/** Commands that grade customers. */
export const valueCommands: readonly AnyCommand[] = [
  command({
    name: 'tier',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: gradingOptions,
    words: valueWords.tier,
    load: async () => (await import('../commands/tier.js')).tierCommand,
  }),
  command({
    name: 'rfm',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { days: count('N'), all: flag(), scoring: choice('rank', 'quantile') },
    words: valueWords.rfm,
    load: async () => (await import('../commands/rfm.js')).rfmCommand,
  }),
]
