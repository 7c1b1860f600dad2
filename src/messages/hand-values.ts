import type { HandField } from '../core/hand-values.js'
import { bilingual } from '../core/values/lang.js'

/** How values typed by hand are spoken of. */
export const handWords = bilingual(
  {
    fields: {
      name: 'name',
      company: 'company',
      email: 'e-mail',
      phone: 'phone',
      country: 'country',
      region: 'region',
      city: 'city',
      address: 'address',
      postcode: 'postcode',
      owner: 'owner',
      note: 'note',
    } satisfies Record<HandField, string>,
    edited: (who: string, changes: string) => `${who}: ${changes}.`,
    changed: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
    kept: (field: string, value: string) => `${field} stays ${value}, whatever files say`,
    imported: (field: string) => `${field} as the files say it again`,
    blank: '(none)',
    unchanged: (who: string) => `${who} is as you say already; nothing was written.`,
    twins: (field: string, others: string, count: number) =>
      `The same ${field} stands with ${others}. ${count === 1 ? 'They stay two customers' : 'They stay customers of their own'}: a value typed by hand joins nobody.`,
    added: (who: string, id: string) => `New customer: ${who} (${id}).`,
  },
  {
    fields: {
      name: '姓名',
      company: '公司',
      email: '邮箱',
      phone: '电话',
      country: '国家/地区',
      region: '省/州',
      city: '城市',
      address: '地址',
      postcode: '邮编',
      owner: '负责人',
      note: '备注',
    },
    edited: (who, changes) => `${who}：${changes}。`,
    changed: (field, from, to) => `${field} ${from} → ${to}`,
    kept: (field, value) => `${field}固定为 ${value}，以后导入也不变`,
    imported: (field) => `${field}改回以导入的表格为准`,
    blank: '（无）',
    unchanged: (who) => `${who} 的内容本来就是这样，没有写入。`,
    twins: (field, others) => `${others} 的${field}相同。手工填写的内容不会合并客户，仍按不同客户处理。`,
    added: (who, id) => `新增客户：${who} (${id})。`,
  },
)
