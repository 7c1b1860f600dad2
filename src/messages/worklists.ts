import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

interface Counts {
  readonly contacts: number
  readonly attempts: number
  readonly putOff: number
  readonly known: number
  readonly completed: number
  readonly blank: number
  readonly rejected: number
}

/** What `crm import` says of a list that was worked in. */
export const listWords = bilingual(
  {
    contacts: (p: Counts) => `${plural(p.contacts, 'contact')}, ${plural(p.attempts, 'attempt')}, ${p.putOff} put off`,
    listed: ', ',
    counts: (place: string, said: string, p: Counts) =>
      `${place}: ${said}; ${p.completed > 0 ? `${p.completed} filled in further, ` : ''}${p.known} recorded before, ${p.blank} not filled in, ${p.rejected} not taken`,
    hidden: (count: number) =>
      count === 1
        ? 'One recorded row is hidden in the sheet, by hand or by a filter; it counts like the others.'
        : `${count} recorded rows are hidden in the sheet, by hand or by a filter; they count like the others.`,
    renamed: (heading: string, column: string) =>
      `${heading === '' ? 'A column without a heading' : `Column "${heading}"`} was read as "${column}", from where it stands.`,
    missing: (columns: readonly string[]) =>
      `Not there, so nothing was read from ${columns.length === 1 ? 'it' : 'them'}: ${columns.join(', ')}`,
    recorded: (batch: number) => `Recorded as batch ${batch}. To take it back: crm undo`,
    nothingNew: 'Nothing new was filled in; nothing was written.',
    dryRun: 'Nothing was written. To do it, run the same command without --dry-run.',
  },
  {
    contacts: (p) => `跟进 ${p.contacts} 条，未联系上 ${p.attempts} 条，推迟 ${p.putOff} 条`,
    listed: '，',
    counts: (place, said, p) =>
      `${place}：${said}；${p.completed > 0 ? `补充填写 ${p.completed} 条，` : ''}以前已记录 ${p.known} 条，没有填写 ${p.blank} 条，未采用 ${p.rejected} 条`,
    hidden: (count) => `有 ${count} 行填了内容但在表里被隐藏或筛选掉：照样记录。`,
    renamed: (heading, column) =>
      `${heading === '' ? '有一列没有列名' : `“${heading}”这一列`}，按位置当作“${column}”读取。`,
    missing: (columns) => `表里没有这些列，没有读取：${columns.join('、')}`,
    recorded: (batch) => `已记录，批次 ${batch}。撤销：crm undo`,
    nothingNew: '没有新填写的内容，没有写入任何内容。',
    dryRun: '没有写入任何内容。要正式执行，请去掉 --dry-run 再运行一次。',
  },
)
