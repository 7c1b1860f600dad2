import { LEAD_ACTIONS } from '../core/follow-up/leads/words.js'
import { leadCommandWords } from '../messages/commands/leads.js'
import { type AnyCommand, any, command, flag, oneOf, repeated, text, toggle } from '../surface.js'
import { handOptions } from './options.js'

/** The command about leads. */
export const leadCommands: readonly AnyCommand[] = [
  command({
    name: 'lead',
    group: 'followUp',
    isReading: true,
    isWriting: true,
    arguments: { action: oneOf('ACTION', ...LEAD_ACTIONS), words: any('CUSTOMER|FILTER') },
    options: {
      ...handOptions,
      pool: flag(),
      ...{ level: text('LEVEL'), stage: text('STAGE') },
      ...{ source: text('TEXT'), referrer: text('NAME'), person: repeated('NAME'), decisionMaker: text('NAME') },
      ...{ supplier: text('TEXT'), served: text('TEXT'), need: text('TEXT'), products: text('TEXT') },
      ...{ obstacle: text('TEXT'), knowsUs: toggle(), amount: text('AMOUNT'), probability: text('PERCENT') },
      ...{ close: text('DATE'), firstContact: text('DATE'), reason: text('TEXT') },
    },
    words: leadCommandWords,
    load: async () => (await import('../commands/lead.js')).leadCommand,
  }),
]
