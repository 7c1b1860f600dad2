import { serviceWords } from '../messages/commands/service.js'
import { type AnyCommand, command, phrase } from '../surface.js'

/** Commands about how customers are served and how they keep their word. */
export const serviceCommands: readonly AnyCommand[] = [
  command({
    name: 'credit',
    group: 'service',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: {},
    words: serviceWords.credit,
    load: async () => (await import('../commands/credit.js')).creditCommand,
  }),
]
