import { resolve } from 'node:path'
import { UserError } from './core/values/failure.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { maskText } from './core/values/mask.js'
import { sentenceOf } from './failures.js'
import { exists } from './file-facts.js'
import type { Io } from './io.js'
import type { HandedOut } from './output.js'
import type { Ledger } from './store/ledger.js'

const words = bilingual(
  { unnoted: (why: string) => `Done, but it could not be noted down among the exports (crm exports): ${why}` },
  { unnoted: (why) => `已完成，但没能记入导出记录（crm exports）：${why}` },
)

/** Contacts that were handed out; nothing of what they are. */
export interface MadeExport {
  /** The report or list by its name: `contacts`, `due`, `export-all`; `backup` for a copy of the ledger kept elsewhere. */
  readonly report: string
  /** Whom it is of: the filter as typed, the id of a customer or a campaign; '' for everybody. */
  readonly about: string
  readonly customers: number
  /** As typed; null for stdout. */
  readonly file: string | null
  readonly format: string
  readonly isMasked: boolean
}

/** What noting an export takes of a command's context. */
interface Noting {
  readonly io: Io
  readonly lang: Lang
  readonly place: { readonly path: string }
  warn(sentence: string): void
}

/** What is noted of a report that was handed out. */
export function exportOf({ report, reached, file, format, isMasked }: HandedOut): MadeExport {
  const { filter, customer, campaign } = report.params
  const about = [filter, customer, campaign].find((one) => typeof one === 'string')
  return {
    report: report.name,
    about: typeof about === 'string' ? about : '',
    customers: reached,
    file,
    format,
    isMasked,
  }
}

/**
 * Notes an export in the ledger, outside of every batch: the file is out, whatever is taken back later. Phones and e-mails in a filter are
 * masked. A ledger that cannot be written to is no reason to fail: the list is written.
 */
export async function rememberExport(made: MadeExport, context: Noting, writer: Ledger | null): Promise<void> {
  const { io, place } = context
  if (!exists(place.path)) return
  try {
    const [{ openLedger }, { addExport }] = await Promise.all([
      import('./store/ledger.js'),
      import('./store/exports.js'),
    ])
    const ledger = writer ?? openLedger(place.path)
    try {
      const file = made.file === null ? '' : resolve(io.cwd, made.file)
      addExport(ledger, { ...made, madeAt: new Date(io.now()).toISOString(), about: maskText(made.about), file })
    } finally {
      if (writer === null) ledger.close()
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    context.warn(words[context.lang].unnoted(sentenceOf(error, context.lang).message))
  }
}
