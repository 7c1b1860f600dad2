import { type Report, readingOrder } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { renderCsv } from './csv.js'
import { encodeText, type TextEncoding } from './encode.js'
import { formatFact, isNumeric } from './value.js'
import { renderWords } from './words.js'
import type { ArchivedFile } from './zip-files.js'

/** How the files of a report are written. */
export interface CsvFilesOptions {
  readonly lang: Lang
  readonly raw: boolean
  readonly encoding: TextEncoding
}

/** The report as csv files for Excel, one a table in the order people read them, after one of its figures, what to do first, and notes. */
export async function csvFiles(
  report: Report,
  { lang, raw, encoding }: CsvFilesOptions,
): Promise<readonly ArchivedFile[]> {
  const tables = [summaryTable(report, lang), ...readingOrder(report.tables)]
  const files = tables.map(async (table, at) => {
    const bom = encoding === 'utf-8'
    const text = renderCsv(table, { raw, bom, delimiter: ',', newline: '\r\n' })
    const bytes = bom ? Buffer.from(text) : await encodeText(text, encoding)
    return { name: `${String(at).padStart(2, '0')}-${table.key}.csv`, bytes }
  })
  return Promise.all(files)
}

/** Figures stand as numbers where the column can say what they are: amounts in the currency of the report. */
function summaryTable({ title, asOf, facts, actions = [], notes, currency }: Report, lang: Lang): Table {
  const say = renderWords(lang)
  const rows = [
    { what: title, kind: 'text', text: say.asOf(asOf) },
    ...facts.map((fact) => {
      const isFigure = isNumeric(fact.kind) && (fact.kind !== 'money' || fact.currency === currency)
      return isFigure
        ? { what: fact.label, kind: fact.kind, text: fact.value }
        : { what: fact.label, kind: 'text', text: formatFact(fact, lang) }
    }),
    ...actions.map((text) => ({ what: say.actions, kind: 'text', text })),
    ...notes.map((text) => ({ what: say.notes, kind: 'text', text })),
  ]
  const columns = [
    { key: 'what', kind: 'text', label: say.summary },
    { key: 'text', kind: 'text', kindIn: 'kind', label: '', ...(currency === null ? {} : { currency }) },
  ] as const
  return { key: 'summary', title: say.summary, columns, rows, omitted: 0 }
}
