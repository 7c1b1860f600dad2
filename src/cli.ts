import { optionWords } from './messages/cli.js'
import { dataWords } from './messages/commands/data.js'
import { type AnyCommand, choice, command, count, flag, listed, many, repeated, text, toggle } from './surface.js'

/** Options every command has. */
export const commonOptions = {
  db: text('FILE'),
  on: text('DATE'),
  lang: choice('en', 'zh'),
  json: flag(),
  color: toggle(),
  ascii: toggle(),
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
  raw: flag(),
  encoding: choice('utf-8', 'gbk', 'gb18030'),
  force: flag(),
}

/** Options every command that changes the ledger has besides. */
export const writingOptions = { dryRun: flag('n') }

/** The words of the options above. */
export const sharedOptionWords = optionWords

/** The whole command surface, in the order of the help. */
export const commands: readonly AnyCommand[] = [
  command({
    name: 'import',
    group: 'data',
    isWriting: true,
    arguments: { files: many('FILE') },
    options: {
      map: repeated('FIELD=HEADER'),
      shop: text('NAME'),
      currency: text('CODE'),
      encoding: text('NAME'),
      delimiter: text('CHARACTER'),
      sheet: text('NAME'),
      headerRow: count('N'),
      dateOrder: choice('ymd', 'dmy', 'mdy'),
      decimal: choice('point', 'comma'),
      rejects: text('FILE'),
      strict: flag(),
      as: choice('orders'),
    },
    words: dataWords.import,
    load: async () => (await import('./commands/import.js')).importCommand,
  }),
]
