import { valueWords } from '../messages/commands/value.js'
import { type AnyCommand, command, count, flag, phrase, text } from '../surface.js'
import { gradingOptions, scoringOptions } from './options.js'

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
    options: { days: count('N'), all: flag(), ...scoringOptions, against: text('DATE') },
    words: valueWords.rfm,
    load: async () => (await import('../commands/rfm.js')).rfmCommand,
  }),
]
