import { redeemedFor } from '../core/value/points/redeemed-for.js'
import { serviceWords } from '../messages/commands/service.js'
import { type AnyCommand, any, choiceIn, command, flag, maybe, one, oneOf, phrase, text } from '../surface.js'

/** Commands about how customers are served and how they keep their word. */
export const serviceCommands: readonly AnyCommand[] = [
  command({
    name: 'feedback',
    group: 'service',
    isReading: true,
    isWriting: true,
    arguments: {
      action: oneOf(
        'ACTION',
        ...(['list', 'show', 'summary', 'open', 'assign', 'respond', 'resolve', 'satisfied', 'reopen'] as const),
        ...(['adopt', 'decline'] as const),
      ),
      words: any('F12|CUSTOMER|TEXT'),
    },
    options: {
      ...{ kind: text('KIND'), category: text('NAME'), severity: text('low|normal|high'), order: text('NUMBER') },
      ...{ owner: text('NAME'), promised: text('TIME'), open: flag() },
    },
    words: serviceWords.feedback,
    load: async () => (await import('../commands/feedback.js')).feedbackCommand,
  }),
  command({
    name: 'rate',
    group: 'service',
    isWriting: true,
    arguments: { customer: one('CUSTOMER'), score: one('SCORE') },
    options: { order: text('NUMBER'), note: text('TEXT') },
    words: serviceWords.rate,
    load: async () => (await import('../commands/rate.js')).rateCommand,
  }),
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
    options: { for: choiceIn(redeemedFor), note: text('TEXT') },
    words: serviceWords.points,
    load: async () => (await import('../commands/points.js')).pointsCommand,
  }),
]
