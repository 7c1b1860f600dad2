import { resolve } from 'node:path'
import type { Context } from '../context.js'
import type { Report } from '../core/report/model.js'
import { writeFileAtomically } from '../files.js'
import { importWords } from '../messages/import.js'
import { issueWords } from '../messages/issues.js'
import type { Ledger } from '../store/ledger.js'
import { stagedRejects } from '../store/staged-summary.js'
import type { FileIntake } from './import-file.js'
import type { SheetIntake } from './import-sheet.js'

/**
 * Writes the rows that were not taken, with the file's own headers and the reason, to `--rejects FILE` or beside the input
 * as `NAME.rejected.xlsx`: a sheet to correct and import. Returns the files written.
 */
export async function writeRejects(
  ledger: Ledger,
  intakes: readonly FileIntake[],
  asked: string | undefined,
  context: Context,
): Promise<string[]> {
  const written: string[] = []
  for (const { name, sheets, file } of intakes) {
    const tables = sheets.map((sheet) => rejectedTable(ledger, sheet, context)).filter((table) => table.rows.length > 0)
    if (tables.length === 0) continue
    const target = asked ?? `${name === '-' ? 'stdin' : name.replace(/\.[^./\\]+$/, '')}.rejected.xlsx`
    const report: Report = {
      name: 'rejected',
      title: context.words(importWords).rejectedTitle,
      asOf: '1970-01-01',
      window: null,
      currency: null,
      params: {},
      summary: {},
      facts: [],
      tables,
      notes: [],
    }
    await writeFileAtomically(resolve(context.io.cwd, target), await rendered(report, target, context), {
      force: true,
      keep: [file.path, context.place.path],
    })
    written.push(target)
  }
  return written
}

async function rendered(report: Report, target: string, context: Context) {
  const { rendererFor } = await import('../render/index.js')
  const renderer = rendererFor(target) ?? rendererFor('xlsx')!
  return renderer.render(report, {
    lang: context.lang,
    destination: 'file',
    width: Number.POSITIVE_INFINITY,
    color: false,
    ascii: false,
    raw: false,
    encoding: 'utf-8',
  })
}

function rejectedTable(ledger: Ledger, intake: SheetIntake, context: Context) {
  const w = context.words(importWords)
  const texts = intake.match.header.texts
  return {
    key: 'rejected',
    title: intake.sheet || w.rejectedTitle,
    columns: [
      ...texts.map((label, index) => ({ key: `c${index}`, kind: 'id' as const, label })),
      { key: 'reason', kind: 'text' as const, label: w.reasonColumn },
    ],
    rows: stagedRejects(ledger, intake.source).map((reject) => ({
      ...Object.fromEntries(texts.map((_, index) => [`c${index}`, reject.cells[index] ?? ''])),
      reason: reasonText(reject.code, context),
    })),
    omitted: 0,
  }
}

function reasonText(code: string, context: Context): string {
  const say = issueWords[code]?.[context.lang]
  return say ? say({ value: '', error: '', cells: '', expected: '', number: '' }).join(' ') : code
}
