import { dirname, resolve } from 'node:path'
import { checkWritable, writeFileAtomically } from './atomic-write.js'
import type { Settings } from './config.js'
import { masked } from './core/report/masked.js'
import type { Report } from './core/report/model.js'
import { reachedBy, waysIn } from './core/report/reached.js'
import type { Table } from './core/report/table.js'
import { UserError } from './core/values/failure.js'
import { joined } from './core/values/joined.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { plural } from './core/values/plural.js'
import { forTerminal, nearest } from './core/values/text.js'
import { exists, isFolder, isOpenInExcel } from './file-facts.js'
import { dataFolder } from './files.js'
import type { Io } from './io.js'
import { isFolderName, writeFolder } from './output-folder.js'
import { writePaged } from './pager.js'
import { type FormatName, type Renderer, type RenderOptions, rendererFor, renderers } from './render/index.js'
import { isOwnWork, rememberOwnWork } from './written.js'

const words = bilingual(
  {
    written: (file: string) => `Written: ${file}`,
    fillIn: (file: string, labels: string) => `Fill in ${labels} there, then: crm import ${file}`,
    notWritten: (file: string) => `${file} was not written: this was a try.`,
    empty: 'There are no rows in it.',
    unreachable: (count: number) =>
      `${plural(count, 'customer')} left out of the cards: no phone, e-mail, account or address is known. A list with everybody: .xlsx or .csv`,
    raw: '--raw: nothing in it is protected against formulas. Hand it to a program; do not open it in Excel.',
    mainTableOnly: (file: string, left: readonly string[]) =>
      `${file} holds one table; left out: ${left.join(', ')}. A name ending in .xlsx, .html or .zip holds all of them.`,
  },
  {
    written: (file) => `已写好：${file}`,
    fillIn: (file, labels) => `在表里填写${labels}，然后：crm import ${file}`,
    notWritten: (file) => `没有写 ${file}：这次只是试运行。`,
    empty: '里面没有任何一行数据。',
    unreachable: (count) =>
      `有${count}位客户没有写成名片：没有电话、邮箱、账号或地址。要列出全部客户请写成 .xlsx 或 .csv。`,
    raw: '--raw：没有加防公式保护，只适合交给其他程序，请不要用 Excel 打开。',
    mainTableOnly: (file, left) =>
      `${file} 只能放一个表，没有写入：${left.join('、')}。文件名以 .xlsx、.html 或 .zip 结尾就能全部写入。`,
  },
)

/** The options that say where a report goes and in what form. */
export interface OutputOptions {
  readonly json?: boolean | undefined
  readonly format?: string | undefined
  /** A path, or `-` for stdout. */
  readonly output?: string | undefined
  readonly raw?: boolean | undefined
  /** Phones, e-mails and addresses are masked in everything that is shown. */
  readonly mask?: boolean | undefined
  /** Text encoding of csv that is written. */
  readonly encoding?: 'utf-8' | 'gbk' | 'gb18030' | undefined
  readonly force?: boolean | undefined
  readonly mkdirs?: boolean | undefined
  /** A file that is named is not written; what it would hold is shown. */
  readonly dryRun?: boolean | undefined
  /** false: the rows of the main table alone. */
  readonly header?: boolean | undefined
}

/** What showing a report takes of a command's context. */
export interface Showing {
  readonly io: Io
  readonly options: OutputOptions
  readonly settings: Settings
  readonly lang: Lang
  say(sentence: string): void
}

/** A report as it was handed out. */
export interface HandedOut {
  readonly report: Report
  readonly format: FormatName
  /** As typed; null for stdout. */
  readonly file: string | null
  readonly isMasked: boolean
  /** How many customers can be reached by what was handed out; 0 for a list that is only looked at. */
  readonly reached: number
}

/**
 * Shows a report on stdout or writes it to the file of `-o`, in the format of `--json`, `--format` or the file's ending.
 * Files in `keep` are never written over. Tells what went out. UserError `output.unknown-format`, `output.needs-file`, `output.no-calendar`,
 * `output.masked-cards`, `output.no-contacts`, and those of writing.
 */
export async function output(
  whole: Report,
  context: Showing,
  keep: readonly string[],
  usual: FormatName = 'table',
): Promise<HandedOut> {
  if (context.options.dryRun === true && context.options.output !== undefined) return tried(whole, context, keep, usual)
  const { output: file, mask: isMasked = false } = context.options
  const isFile = file !== undefined && file !== '-'
  const path = isFile ? resolve(context.io.cwd, file) : null
  const isFolderAsked = isFile && isFolderName(file) && isCsv(context)
  if (path !== null && !isFolderAsked && isFolder(path))
    throw new UserError('cannot-write', 'write.directory', { file: path })
  const renderer = isFolderAsked ? rendererFor('zip')! : chooseRenderer(context, isFile ? file : usual)
  refuseUnfit(whole, renderer, isMasked)
  const fit = renderer.name === 'vcf' ? withoutUnreachable(whole, context) : whole
  const report = isMasked ? masked(fit, context.lang) : fit
  if (path === null) await show(report, renderer, context)
  else if (isFolderAsked) await writeFolder(report, context, keep)
  else await writeFile(report, renderer, { file: file!, path, keep }, context)
  sayRaw(renderer, context)
  // What a terminal shows, or a pipe as text to read, is looked at; all else can be carried away.
  const isCarriedOff = path !== null || (renderer.name !== 'table' && !context.io.stdout.isTTY)
  const reached = isCarriedOff ? reachedBy(report, renderer.holds, renderer.isForMachines) : 0
  const format = isFolderAsked ? 'csv' : renderer.name
  return { report, format, file: isFile ? file! : null, isMasked, reached }
}

/** What would be written, on stdout; errors are those of writing. */
async function tried(whole: Report, context: Showing, keep: readonly string[], usual: FormatName): Promise<HandedOut> {
  const { output: file = '-', force = false, mkdirs = false } = context.options
  const path = resolve(context.io.cwd, file)
  // A folder that would be made is not made for a try.
  const isChecked = file !== '-' && !isFolderName(file) && (!mkdirs || exists(dirname(path)))
  if (isChecked) refuseOpen(path, context)
  if (isChecked) checkWritable(path, { force: force || isOwnWork(path, dataFolder(context.io)), keep })
  const shown = await output(whole, { ...context, options: { ...context.options, output: undefined } }, keep, usual)
  if (file !== '-') context.say(words[context.lang].notWritten(forTerminal(file)))
  return { ...shown, reached: 0 }
}

/** Whether nothing else than csv is asked for: what a folder is filled with. */
function isCsv({ options: { json, format = 'csv' } }: Showing): boolean {
  return json !== true && format === 'csv'
}

/** A calendar of what has no days, and a phone book of masked numbers, would be of no use. */
function refuseUnfit({ title, name, calendar, tables }: Report, { name: format }: Renderer, isMasked: boolean): void {
  if (format === 'ics' && calendar === undefined) throw new UserError('usage', 'output.no-calendar', { title })
  if (format === 'vcf' && isMasked) throw new UserError('usage', 'output.masked-cards', { example: `${name}.xlsx` })
  if (format === 'vcf' && waysIn(tables[0]?.columns ?? []) === null)
    throw new UserError('usage', 'output.no-contacts', { title, example: `${name}.xlsx` })
}

/** A phone book has no use for who cannot be called or written to; how many that are is said. */
function withoutUnreachable(report: Report, context: Showing): Report {
  const [main, ...others] = report.tables
  const hasWay = main && waysIn(main.columns)
  if (!hasWay) return report
  const rows = main.rows.filter(hasWay)
  if (rows.length < main.rows.length) context.say(words[context.lang].unreachable(main.rows.length - rows.length))
  return { ...report, tables: [{ ...main, rows }, ...others] }
}

/** Where a report is written to, and what is never written over. */
interface Target {
  readonly file: string
  readonly path: string
  readonly keep: readonly string[]
}

async function writeFile(report: Report, renderer: Renderer, target: Target, context: Showing): Promise<void> {
  const { file, path, keep } = target
  refuseOpen(path, context)
  const options = renderOptions(context, 'file')
  const pieces = await renderer.pieces?.(report, options)
  const content = pieces === undefined ? await renderer.render(report, options) : inBlocks(pieces)
  const own = dataFolder(context.io)
  const { force = false, mkdirs = false } = context.options
  await writeFileAtomically(path, content, { force: force || isOwnWork(path, own), keep, makesFolder: mkdirs })
  await rememberOwnWork(path, own)
  sayWritten(report, renderer, file, context)
}

/** Excel would write what it has over what is written now, and on Windows lets nobody write at all; the sign it keeps of that may be left over. */
function refuseOpen(path: string, { options }: Showing): void {
  if (options.force !== true && exists(path) && isOpenInExcel(path))
    throw new UserError('cannot-write', 'write.open', { file: path })
}

/** Who asks for text without protection is told what that means. */
function sayRaw({ name }: Renderer, { options, lang, say }: Showing): void {
  if (options.raw === true && (name === 'csv' || name === 'tsv')) say(words[lang].raw)
}

async function show(report: Report, renderer: Renderer, context: Showing): Promise<void> {
  const { io, settings } = context
  const destination = io.stdout.isTTY ? 'terminal' : 'pipe'
  const options = renderOptions(context, destination)
  if (destination === 'pipe' && renderer.pieces !== undefined)
    return writeBlocks(io.stdout, inBlocks(await renderer.pieces(report, options)))
  const content = await renderer.render(report, options)
  if (destination === 'pipe') io.stdout.write(content)
  else if (typeof content === 'string') await writePaged(content, io, settings)
  else throw needsFile(report, renderer)
}

/** Bytes of a workbook would make a terminal do anything. */
function needsFile({ name }: Report, { name: format }: Renderer): UserError {
  return new UserError('usage', 'output.needs-file', { format, example: `${name}.${format}` })
}

/** Characters written at once. */
const BLOCK = 1 << 18

function writeBlocks(stdout: Io['stdout'], blocks: Iterable<string>): void {
  for (const block of blocks) stdout.write(block)
}

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < BLOCK) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}

function chooseRenderer({ options }: Showing, otherwise: string): Renderer {
  const asked = options.json === true ? 'json' : (options.format ?? otherwise)
  const renderer = rendererFor(asked)
  if (renderer !== undefined) return renderer
  // A file name is judged by its ending; `table` and its like are words for --format only.
  const ending = asked === otherwise ? /\.[^./\\]*$/.exec(asked)?.[0] : undefined
  const names = renderers.map(({ name, extensions }) => (asked === otherwise ? `.${extensions[0]}` : name))
  const near = nearest(ending ?? asked, names).join(', ')
  throw new UserError('usage', 'output.unknown-format', { name: ending ?? asked, allowed: names.join(', '), near })
}

function renderOptions(context: Showing, destination: RenderOptions['destination']): RenderOptions {
  const { lang, options, settings } = context
  return {
    lang,
    destination,
    width: destination === 'file' ? Number.POSITIVE_INFINITY : settings.width.value,
    color: destination !== 'file' && settings.color.value,
    ascii: settings.ascii.value,
    raw: options.raw === true,
    isHeaded: options.header !== false,
    encoding: options.encoding ?? 'utf-8',
  }
}

function sayWritten(report: Report, renderer: Renderer, file: string, context: Showing): void {
  const says = words[context.lang]
  // A calendar is made of what is due, whatever tables tell it.
  const others = renderer.holds === 'the calendar' ? [] : report.tables.slice(1)
  const left = others.filter(({ isForMachines }) => isForMachines !== true).map(({ title }) => title)
  if (renderer.holds === 'the main table' && left.length > 0) context.say(says.mainTableOnly(forTerminal(file), left))
  context.say(says.written(forTerminal(file)))
  const written = renderer.holds === 'the main table' ? report.tables.slice(0, 1) : report.tables
  const toFill = entriesOf(written, context.lang)
  if (renderer.isToWorkIn === true && toFill !== '')
    context.say(says.fillIn(forTerminal(/\s/.test(file) ? `"${file}"` : file), toFill))
  if (isEmpty(report, renderer))
    for (const sentence of [says.empty, ...report.notes]) context.say(forTerminal(sentence))
}

/** Whether what was written has nothing to look at: no entry, no row of the main table, or neither a table nor a key figure. */
function isEmpty({ tables, calendar, facts }: Report, renderer: Renderer): boolean {
  if (renderer.holds === 'the calendar') return calendar?.length === 0
  const isBare = facts.length === 0 && tables.every(({ isForMachines }) => isForMachines === true)
  return isBare || tables[0]?.rows.length === 0
}

/** What the seller can fill in, by headings; '' where there is nothing, or nobody to fill it in for. */
function entriesOf(tables: readonly Table[], lang: Lang): string {
  const labels = tables
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ columns }) => columns)
    .flatMap(({ entry, label }) => (entry === undefined || entry.kind === 'key' ? [] : [label]))
  return joined([...new Set(labels)], lang)
}
