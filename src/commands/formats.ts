import type { Context } from '../context.js'
import { draft } from '../core/report/build.js'
import { platformWords } from '../core/report/platforms.js'
import type { Column } from '../core/report/table.js'
import { formats } from '../formats/index.js'
import { formatWords } from '../messages/formats.js'
import { explainFile } from './formats-file.js'
import { forgetNamed, listNamed } from './named-columns.js'
import { plainReport } from './plain-report.js'

export interface FormatsArgs {
  readonly file?: string | undefined
  readonly saved: boolean
  /** Number of a kept mapping. */
  readonly forget?: number | undefined
}

/** `crm formats`: the exports it knows, the columns the seller has named or, with a file, how that file would be read. */
export async function formatsCommand(args: FormatsArgs, context: Context): Promise<number> {
  if (args.forget !== undefined) return forgetNamed(args.forget, context)
  if (args.saved) await listNamed(context)
  else if (args.file === undefined) await listFormats(context)
  else await explainFile(args.file, context)
  return 0
}

async function listFormats(context: Context): Promise<void> {
  const words = context.words(formatWords)
  const columns: Column[] = [
    { key: 'format', kind: 'id', label: words.name },
    { key: 'export', kind: 'text', label: words.export },
    { key: 'platform', kind: 'text', label: words.platform, words: platformWords[context.lang] },
    { key: 'holds', kind: 'text', label: words.holds, words: words.kinds },
    { key: 'must', kind: 'text', label: words.must, wide: true },
  ]
  const table = draft('formats', words.title, columns, formats, ({ name, title, platform, kind, must }) => ({
    ...{ format: name, export: title[context.lang], platform, holds: kind },
    must: must.map((spellings) => spellings[0] ?? ''),
  }))
  await context.output(plainReport(context, { name: 'formats', title: words.title, notes: [words.look] }, [table]))
}
