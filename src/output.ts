import { resolve } from 'node:path'
import { writeFileAtomically } from './atomic-write.js'
import type { Settings } from './config.js'
import type { Report } from './core/report/model.js'
import type { Table } from './core/report/table.js'
import { UserError } from './core/values/failure.js'
import { joined } from './core/values/joined.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { forTerminal, nearest } from './core/values/text.js'
import { dataFolder, isFolder } from './files.js'
import type { Io } from './io.js'
import { isFolderName, writeFolder } from './output-folder.js'
import { writePaged } from './pager.js'
import { type Renderer, type RenderOptions, rendererFor, renderers } from './render/index.js'
import { isOwnWork, rememberOwnWork } from './written.js'

const words = bilingual(
  {
    written: (file: string) => `Written: ${file}`,
    fillIn: (file: string, labels: string) => `Fill in ${labels} there, then: crm import ${file}`,
    empty: 'There are no rows in it.',
    mainTableOnly: (file: string, left: readonly string[]) =>
      `${file} holds one table; left out: ${left.join(', ')}. A name ending in .xlsx, .html or .zip holds all of them.`,
  },
  {
    written: (file) => `已写好：${file}`,
    fillIn: (file, labels) => `在表里填写${labels}，然后：crm import ${file}`,
    empty: '里面没有任何一行数据。',
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
  /** Text encoding of csv that is written. */
  readonly encoding?: 'utf-8' | 'gbk' | 'gb18030' | undefined
  readonly force?: boolean | undefined
  readonly mkdirs?: boolean | undefined
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

/**
 * Shows a report on stdout or writes it to the file of `-o`, in the format of `--json`, `--format` or the file's ending.
 * Files in `keep` are never written over. UserError `output.unknown-format`, `output.needs-file`, and those of writing.
 */
export async function output(report: Report, context: Showing, keep: readonly string[]): Promise<void> {
  const { output: file } = context.options
  if (file === undefined || file === '-') return show(report, context)
  if (isFolderName(file) && context.options.json !== true && (context.options.format ?? 'csv') === 'csv')
    return writeFolder(report, context, keep)
  const path = resolve(context.io.cwd, file)
  if (isFolder(path)) throw new UserError('cannot-write', 'write.directory', { file: path })
  const renderer = chooseRenderer(context, file)
  const content = await renderer.render(report, renderOptions(context, 'file'))
  const own = dataFolder(context.io)
  const { force = false, mkdirs = false } = context.options
  await writeFileAtomically(path, content, { force: force || isOwnWork(path, own), keep, makesFolder: mkdirs })
  await rememberOwnWork(path, own)
  sayWritten(report, renderer, file, context)
}

async function show(report: Report, context: Showing): Promise<void> {
  const { io, settings } = context
  const renderer = chooseRenderer(context, 'table')
  const destination = io.stdout.isTTY ? 'terminal' : 'pipe'
  const options = renderOptions(context, destination)
  if (destination === 'pipe' && renderer.pieces !== undefined)
    return writeBlocks(io.stdout, await renderer.pieces(report, options))
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

function writeBlocks(stdout: Io['stdout'], pieces: Iterable<string>): void {
  let waiting: string[] = []
  let length = 0
  const write = () => {
    if (length > 0) stdout.write(waiting.join(''))
    waiting = []
    length = 0
  }
  for (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length >= BLOCK) write()
  }
  write()
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
  const left = report.tables
    .slice(1)
    .filter((table) => table.isForMachines !== true)
    .map(({ title }) => title)
  if (renderer.holds === 'the main table' && left.length > 0) context.say(says.mainTableOnly(forTerminal(file), left))
  context.say(says.written(forTerminal(file)))
  const written = renderer.holds === 'the main table' ? report.tables.slice(0, 1) : report.tables
  const toFill = entriesOf(written, context.lang)
  if (renderer.isToWorkIn === true && toFill !== '')
    context.say(says.fillIn(forTerminal(/\s/.test(file) ? `"${file}"` : file), toFill))
  if (report.tables[0]?.rows.length === 0) for (const sentence of [says.empty, ...report.notes]) context.say(sentence)
}

/** What the seller can fill in, by headings; '' where there is nothing, or nobody to fill it in for. */
function entriesOf(tables: readonly Table[], lang: Lang): string {
  const labels = tables
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ columns }) => columns)
    .flatMap(({ entry, label }) => (entry === undefined || entry.kind === 'key' ? [] : [label]))
  return joined([...new Set(labels)], lang)
}
