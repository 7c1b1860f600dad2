import { MOST_WINDOW_DAYS } from '../core/value/choices.js'
import { measureNames } from '../core/value/measure.js'
import { SCORINGS } from '../core/value/rfm.js'
import { LANGS } from '../core/values/lang.js'
import { choice, choiceIn, count, flag, listed, repeated, text, toggle } from '../surface.js'

/** Options every command has. */
export const commonOptions = {
  db: text('FILE'),
  on: text('DATE'),
  lang: choice(...LANGS),
  json: flag(),
  color: toggle(),
  ascii: toggle(),
  pager: toggle(),
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
  header: toggle(),
  raw: flag(),
  mask: flag(),
  encoding: choice('utf-8', 'gbk', 'gb18030'),
  force: flag(),
  mkdirs: flag(),
}

/** Options every command that changes the ledger has besides. */
export const writingOptions = { dryRun: flag('n') }

/** How far back the figures look. */
export const windowOptions = { days: count('N', 1, MOST_WINDOW_DAYS), all: flag() }

/** How customers are graded. */
export const gradingOptions = {
  ...windowOptions,
  by: choiceIn(measureNames),
  cuts: text('A,B'),
  boundary: choice('crossing', 'within'),
}

/** How customers are scored, and what the scores are called. */
export const scoringOptions = { scoring: choice(...SCORINGS), vocabulary: text('NAME') }

/** What can be typed about a customer besides the name. */
export const handOptions = {
  ...{ phone: text('NUMBER'), email: text('ADDRESS'), company: text('NAME'), country: text('COUNTRY') },
  ...{ region: text('NAME'), city: text('NAME'), address: text('TEXT'), postcode: text('CODE') },
  ...{ owner: text('NAME'), note: text('TEXT'), consent: text('yes|no|unknown') },
  ...{ contact: repeated('PERSON'), wechat: text('ID'), channel: text('CHANNEL'), callHours: text('HH:MM-HH:MM') },
  ...{ frequency: text('DAYS'), language: text('LANGUAGE'), birthday: text('DAY'), anniversary: text('DAY') },
  ...{ interests: text('A,B'), needs: text('TEXT'), background: text('TEXT'), set: repeated('NAME=VALUE') },
}

/** What can be decided of a customer's standing. */
export const gradeOptions = {
  ...{ tier: text('A|B|C|auto'), class: text('strategic|none'), vip: toggle(), until: text('DATE') },
  ...{ credit: text('green|yellow|red|black|auto'), buyerType: text('end-user|reseller|gift|auto') },
  ...{ referrer: text('CUSTOMER'), reason: text('TEXT'), author: text('NAME') },
}
