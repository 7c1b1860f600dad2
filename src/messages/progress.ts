import { bilingual } from '../core/values/lang.js'

const n = (count: number): string => count.toLocaleString('en-US')
const mb = (megabytes: number): string => megabytes.toFixed(1)

/** How far the reading of a file has come. */
export interface Progress {
  readonly file: string
  readonly megabytes: number
  readonly ofMegabytes: number
  readonly rows: number
  readonly perSecond: number
  /** Null while nobody can tell. */
  readonly secondsLeft: number | null
}

/** The line that shows on a terminal while a file is read. */
export const progressWords = bilingual(
  {
    read: ({ file, megabytes, ofMegabytes, rows, perSecond, secondsLeft }: Progress) =>
      `${file}: ${mb(megabytes)} of ${mb(ofMegabytes)} MB, ${n(rows)} rows, ${n(perSecond)} a second${secondsLeft === null ? '' : `, about ${n(secondsLeft)} s left`}`,
  },
  {
    read: ({ file, megabytes, ofMegabytes, rows, perSecond, secondsLeft }) =>
      `${file}：已读 ${mb(megabytes)} / ${mb(ofMegabytes)} MB，${n(rows)} 行，每秒 ${n(perSecond)} 行${secondsLeft === null ? '' : `，大约还要 ${n(secondsLeft)} 秒`}`,
  },
)
