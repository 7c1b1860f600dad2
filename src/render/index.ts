import { type Report, withoutEntries } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import type { Lang } from '../core/values/lang.js'
import { forTerminal } from '../core/values/text.js'
import type { CsvOptions } from './csv.js'
import type { TextEncoding } from './encode.js'
import { stampZip } from './zip-stamp.js'

export type { TextEncoding } from './encode.js'

/** How and for whom a report is written. */
export interface RenderOptions {
  readonly lang: Lang
  /** Terminals get lines and visible control characters; csv files get what Excel needs: byte order mark and CRLF. */
  readonly destination: 'terminal' | 'pipe' | 'file'
  /** Cells a line of the text table may take; Infinity shortens nothing. */
  readonly width: number
  readonly color: boolean
  readonly ascii: boolean
  /** Text and delimited text: headings, key figures and notes; false leaves the rows of the main table. */
  readonly isHeaded?: boolean
  /** Machine form of csv and tsv: nothing is escaped. */
  readonly raw: boolean
  /** Of csv and tsv. */
  readonly encoding: TextEncoding
  /** Workbooks: no summary sheet before the tables. */
  readonly isBare?: boolean
}

export type FormatName = 'table' | 'csv' | 'tsv' | 'json' | 'jsonl' | 'md' | 'html' | 'xlsx' | 'vcf' | 'ics' | 'zip'

/** One output format: the word after `--format`, the file extensions that choose it, and how it is made. */
export interface Renderer {
  readonly name: FormatName
  readonly extensions: readonly string[]
  /** What of the report the format holds; the rest is left out. */
  readonly holds: 'every table' | 'the main table' | 'the calendar'
  /** A file of it can be worked in and read back: it has the columns a seller fills in. */
  readonly isToWorkIn?: boolean
  /** Of every table also those that people are not shown. */
  readonly isForMachines?: boolean
  render(report: Report, options: RenderOptions): Promise<string | Uint8Array>
  /** The same text piece by piece, where a long one need not be held whole. */
  pieces?(report: Report, options: RenderOptions): Promise<Iterable<string>>
}

/** Every output format; each loads its code when it is used. */
export const renderers: readonly Renderer[] = [
  {
    name: 'table',
    extensions: ['txt'],
    holds: 'every table',
    async render(report, options) {
      const { renderTty } = await import('./tty.js')
      return renderTty(withoutEntries(report), { ...options, lines: options.destination === 'terminal' })
    },
    async pieces(report, options) {
      const { ttyPieces } = await import('./tty.js')
      return ttyPieces(withoutEntries(report), { ...options, lines: options.destination === 'terminal' })
    },
  },
  delimited('csv', ','),
  delimited('tsv', '\t'),
  {
    name: 'json',
    extensions: ['json'],
    holds: 'every table',
    isForMachines: true,
    render: async (report) => (await import('./json.js')).renderJson(withoutEntries(report)),
    pieces: async (report) => (await import('./json.js')).jsonPieces(withoutEntries(report)),
  },
  {
    name: 'jsonl',
    extensions: ['jsonl', 'ndjson'],
    holds: 'the main table',
    render: async (report) => (await import('./json.js')).renderJsonLines(mainTable(withoutEntries(report))),
  },
  {
    name: 'md',
    extensions: ['md', 'markdown'],
    holds: 'every table',
    render: async (report, { lang }) => (await import('./markdown.js')).renderMarkdown(withoutEntries(report), lang),
  },
  {
    name: 'html',
    extensions: ['html', 'htm'],
    holds: 'every table',
    render: async (report, { lang }) => (await import('./html.js')).renderHtml(withoutEntries(report), lang),
    pieces: async (report, { lang }) => (await import('./html.js')).htmlPieces(withoutEntries(report), lang),
  },
  {
    name: 'xlsx',
    extensions: ['xlsx'],
    holds: 'every table',
    isToWorkIn: true,
    render: async (report, { lang, isBare }) => (await import('./xlsx.js')).renderXlsx(report, lang, isBare),
  },
  {
    name: 'vcf',
    extensions: ['vcf'],
    holds: 'the main table',
    render: async (report, { lang, destination }) =>
      shownOn(destination, (await import('./vcf.js')).renderVcf(mainTable(withoutEntries(report)), lang)),
  },
  {
    name: 'ics',
    extensions: ['ics'],
    holds: 'the calendar',
    render: async (report, { destination }) => shownOn(destination, (await import('./ics.js')).renderIcs(report)),
  },
  {
    name: 'zip',
    extensions: ['zip'],
    holds: 'every table',
    async render(report, options) {
      const [{ csvFiles }, { zipOfFiles }] = await Promise.all([import('./csv-files.js'), import('./zip-files.js')])
      return stampZip(Buffer.concat([...zipOfFiles(await csvFiles(withoutEntries(report), options))]), report.asOf)
    },
  },
]

/** The words `--format` takes. */
export const rendererNames: readonly FormatName[] = renderers.map(({ name }) => name)

/** The format a word or a file name chooses (`csv`, `report.XLSX`); undefined when none does. */
export function rendererFor(nameOrFile: string): Renderer | undefined {
  const word = nameOrFile.toLowerCase()
  const extension = word.slice(word.lastIndexOf('.') + 1)
  return renderers.find(({ name, extensions }) => {
    return name === word || (word.includes('.') && extensions.includes(extension))
  })
}

/** Whether what is asked for holds a calendar, whose entries take time to put into words. */
export function asksForCalendar(asked: {
  readonly json?: boolean | undefined
  readonly format?: string | undefined
  readonly output?: string | undefined
}): boolean {
  return asked.json !== true && rendererFor(asked.format ?? asked.output ?? '')?.holds === 'the calendar'
}

/** Whether what is asked for is a text or a page to read, not a file to work with. */
export function asksToRead({ json, format, output = '-' }: Parameters<typeof asksForCalendar>[0]): boolean {
  const asked = rendererFor(format ?? (output === '-' ? 'table' : output))
  return json !== true && ['table', 'md', 'html'].includes(asked?.name ?? '')
}

/** Whether what is asked for shows the tables that people are not shown. */
export function asksForMachines({ json, format, output = '-' }: Parameters<typeof asksForCalendar>[0]): boolean {
  return json === true || rendererFor(format ?? output)?.isForMachines === true
}

function delimited(name: 'csv' | 'tsv', delimiter: CsvOptions['delimiter']): Renderer {
  return {
    name,
    extensions: [name],
    holds: 'the main table',
    isToWorkIn: true,
    async render(report, { destination, encoding, raw, isHeaded }) {
      const { renderCsv } = await import('./csv.js')
      const isFile = destination === 'file'
      const visible = destination === 'terminal'
      const newline = isFile ? '\r\n' : '\n'
      const table = mainTable(report)
      const bom = isFile && encoding === 'utf-8' && table.forProgram?.hasMark !== false
      const text = renderCsv(table, { raw, isHeaded, delimiter, newline, visible, bom })
      return encoding === 'utf-8' ? text : (await import('./encode.js')).encodeText(text, encoding)
    },
  }
}

/** Lines of a card or a calendar as a terminal may show them. */
function shownOn(destination: RenderOptions['destination'], text: string): string {
  return destination === 'terminal' ? text.split('\r\n').map(forTerminal).join('\n') : text
}

function mainTable(report: Report): Table {
  return report.tables[0] ?? { key: 'none', title: report.title, columns: [], rows: [], omitted: 0 }
}
