import { SHELLS } from '../completion-words.js'
import { safetyWords } from '../messages/commands/safety.js'
import { type AnyCommand, any, command, maybe, maybeOneOf, oneOf, text } from '../surface.js'

/** Commands about the ledger itself and its settings. */
export const safetyCommands: readonly AnyCommand[] = [
  command({
    name: 'status',
    group: 'safety',
    isReading: true,
    arguments: {},
    options: {},
    words: safetyWords.status,
    load: async () => (await import('../commands/status.js')).statusCommand,
  }),
  command({
    name: 'config',
    group: 'safety',
    isReading: true,
    isWriting: true,
    arguments: {
      action: oneOf('ACTION', 'list', 'get', 'set', 'unset', 'load'),
      name: maybe('NAME'),
      value: maybe('VALUE'),
    },
    options: {},
    words: safetyWords.config,
    load: async () => (await import('../commands/config.js')).configCommand,
  }),
  command({
    name: 'completion',
    group: 'safety',
    arguments: { shell: maybeOneOf('SHELL', SHELLS) },
    options: {},
    words: safetyWords.completion,
    load: async () => (await import('../commands/completion.js')).completionCommand,
  }),
  command({
    name: 'rates',
    group: 'safety',
    isReading: true,
    isWriting: true,
    arguments: { action: oneOf('ACTION', 'list', 'set', 'import'), pairs: any('CURRENCY=RATE') },
    options: { from: text('DATE') },
    words: safetyWords.rates,
    load: async () => (await import('../commands/rates.js')).ratesCommand,
  }),
]
