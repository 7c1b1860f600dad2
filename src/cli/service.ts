import { REDEEMED_FOR } from '../core/value/points/account.js'
import { serviceWords } from '../messages/commands/service.js'
import { type AnyCommand, any, choice, command, maybe, phrase, text } from '../surface.js'

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
  command({
    name: 'points',
    group: 'service',
    isReading: true,
    isWriting: true,
    arguments: { action: maybe('ACTION'), rest: any('FILTER|CUSTOMER') },
    options: { for: choice(...REDEEMED_FOR), note: text('TEXT') },
    words: serviceWords.points,
    load: async () => (await import('../commands/points.js')).pointsCommand,
  }),
]
