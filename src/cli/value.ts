import { cohortMeasureNames, periodNames } from '../core/value/choices.js'
import { dimensionNames } from '../core/value/groups/names.js'
import { valueWords } from '../messages/commands/value.js'
import { type AnyCommand, choice, choiceIn, command, count, phrase, text } from '../surface.js'
import { gradingOptions, scoringOptions, windowOptions } from './options.js'

/** Commands that grade customers. */
export const valueCommands: readonly AnyCommand[] = [
  command({
    name: 'tier',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { ...gradingOptions, against: text('DATE'), per: choiceIn(dimensionNames, 'GROUP') },
    words: valueWords.tier,
    load: async () => (await import('../commands/tier.js')).tierCommand,
  }),
  command({
    name: 'rfm',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { ...windowOptions, ...scoringOptions, against: text('DATE') },
    words: valueWords.rfm,
    load: async () => (await import('../commands/rfm.js')).rfmCommand,
  }),
  command({
    name: 'cohorts',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { months: count('N'), by: choiceIn(cohortMeasureNames) },
    words: valueWords.cohorts,
    load: async () => (await import('../commands/cohorts.js')).cohortsCommand,
  }),
  command({
    name: 'kpi',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: {
      period: choiceIn(periodNames),
      month: text('MONTH'),
      months: count('N'),
      per: choice('owner'),
      ...windowOptions,
    },
    words: valueWords.kpi,
    load: async () => (await import('../commands/kpi.js')).kpiCommand,
  }),
  command({
    name: 'forecast',
    group: 'value',
    isReading: true,
    arguments: { filter: phrase('FILTER') },
    options: { model: choice('mbg-nbd', 'bg-nbd'), days: count('N'), weeks: count('N') },
    words: valueWords.forecast,
    load: async () => (await import('../commands/forecast.js')).forecastCommand,
  }),
  command({
    name: 'backtest',
    group: 'value',
    isReading: true,
    arguments: {},
    options: { at: text('DATE'), days: windowOptions.days, model: choice('mbg-nbd', 'bg-nbd') },
    words: valueWords.backtest,
    load: async () => (await import('../commands/backtest.js')).backtestCommand,
  }),
  command({
    name: 'recommend',
    group: 'value',
    isReading: true,
    arguments: { who: phrase('CUSTOMER|FILTER') },
    options: {},
    words: valueWords.recommend,
    load: async () => (await import('../commands/recommend.js')).recommendCommand,
  }),
]
