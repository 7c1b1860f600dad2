import type { Context } from '../context.js'
import { shownInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import type { InputFile } from '../files.js'
import { progressWords } from '../messages/progress.js'
import type { RowTaker } from './import-sheet.js'

const quietMs = 500
const betweenMs = 200
/** Below it a guess of what is left would jump about. */
const leastShare = 0.02

/** What of a file is read, how fast, and how long the rest will take; on a terminal, from half a second on. */
export function progressOf(
  name: string,
  file: Pick<InputFile, 'size' | 'reached'>,
  { io, options, words, lang }: Pick<Context, 'io' | 'options' | 'words' | 'lang'>,
): RowTaker['progress'] {
  if (!io.stderr.isTTY || options.quiet === true || options.json === true) return () => {}
  const start = io.now()
  let next = start + quietMs
  let isShown = false
  // A sheet may begin in the midst of its file.
  let first: { readonly at: number; readonly share: number } | null = null
  return (rows, isLast, reached = file.reached) => {
    const now = io.now()
    const share = Math.min(1, reached / file.size)
    first ??= { at: now, share }
    if (isLast && isShown) io.stderr.write('\r\x1b[K')
    if (isLast || now < next) return
    next = now + betweenMs
    isShown = true
    const seconds = (now - start) / 1000
    const own = share - first.share
    const text = words(progressWords).read({
      file: shownInput(name, lang),
      megabytes: reached / 1e6,
      ofMegabytes: file.size / 1e6,
      rows,
      perSecond: Math.round(rows / seconds),
      secondsLeft: own < leastShare ? null : Math.ceil(((now - first.at) / 1000) * ((1 - share) / own)),
    })
    io.stderr.write(`\r\x1b[K${forTerminal(text)}`)
  }
}
