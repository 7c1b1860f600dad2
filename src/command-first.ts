import { commonOptions, readingOptions, writingOptions } from './cli/options.js'
import { commands } from './cli.js'
import { flagOf } from './surface.js'

/**
 * The line with the command's name in front: options may stand before it (`crm --limit 5 list`), and the value of one is no command
 * (`crm --db list status`). A line without a command stays as it is.
 */
export function commandFirst(argv: readonly string[]): readonly string[] {
  if (argv[0]?.startsWith('-') !== true) return argv
  const end = argv.indexOf('--')
  const at = argv.findIndex(
    (word, place) => commands.some(({ name }) => name === word) && !takesValue(argv[place - 1] ?? ''),
  )
  if (at < 0 || (end >= 0 && end < at)) return argv
  return [argv[at]!, ...argv.slice(0, at), ...argv.slice(at + 1)]
}

/** Whether the word after a flag is its value, in whichever command. */
function takesValue(flag: string): boolean {
  return [commonOptions, readingOptions, writingOptions, ...commands.map(({ options }) => options)].some((options) =>
    Object.entries(options).some(
      ([name, { short, value }]) => value !== undefined && (flag === flagOf(name) || flag === `-${short}`),
    ),
  )
}
