import { bilingual } from '../core/values/lang.js'

/** How values typed by hand are spoken of. */
export const handWords = bilingual(
  {
    edited: (who: string, changes: string) => `${who}: ${changes}.`,
    changed: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
    until: (day: string) => `until ${day}`,
    because: (reason: string) => `because: ${reason}`,
    by: (author: string) => `by ${author}`,
    parts: '; ',
    kept: (field: string, value: string) => `${field} stays ${value}, whatever files say`,
    imported: (field: string) => `${field} as the files say it again`,
    blank: '(none)',
    unchanged: (who: string) => `${who} is as you say already; nothing was written.`,
    twins: (field: string, others: string, count: number) =>
      `The same ${field} stands with ${others}. ${count === 1 ? 'They stay two customers' : 'They stay customers of their own'}: a value typed by hand joins nobody.`,
    noteAdded: (note: string, day: string, text: string) => `${note === '' ? '' : `${note}; `}${day} ${text}`,
    added: (who: string, id: string) => `New customer: ${who} (${id}).`,
    noted: (field: string, value: string) => `Kept as ${field}: ${value}.`,
  },
  {
    edited: (who, changes) => `${who}：${changes}。`,
    changed: (field, from, to) => `${field} ${from} → ${to}`,
    until: (day) => `到${day}为止`,
    because: (reason) => `原因：${reason}`,
    by: (author) => `操作人：${author}`,
    parts: '；',
    kept: (field, value) => `${field}固定为 ${value}，以后导入也不变`,
    imported: (field) => `${field}改回以导入的表格为准`,
    blank: '（无）',
    unchanged: (who) => `${who} 的内容本来就是这样，没有写入。`,
    twins: (field, others) => `${others} 的${field}相同。手工填写的内容不会合并客户，仍按不同客户处理。`,
    noteAdded: (note, day, text) => `${note === '' ? '' : `${note}；`}${day} ${text}`,
    added: (who, id) => `新增客户：${who} (${id})。`,
    noted: (field, value) => `${field}记为：${value}。`,
  },
)
