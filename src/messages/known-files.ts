import { bilingual } from '../core/values/lang.js'

/** What an import says of a file that was imported before. */
export const knownFileWords = bilingual(
  {
    same: (batch: number, day: string) => `this very file was imported as batch ${batch} on ${day}`,
    second: (p: { file: string; batch: number; day: string; orders: number }) =>
      `"${p.file}" was imported as batch ${p.batch} on ${p.day} already, and is read otherwise now: ${p.orders} of its orders ${p.orders === 1 ? 'is' : 'are'} there twice. If this reading is to replace the earlier one, take that one back: crm undo ${p.batch}`,
  },
  {
    same: (batch, day) => `这个文件 ${day} 已经导入过（批次 ${batch}）`,
    second: (p) =>
      `“${p.file}”${p.day} 已经导入过（批次 ${p.batch}），这次的读法不同，其中 ${p.orders} 个订单重复了。如果要以这次为准，请撤销以前那次：crm undo ${p.batch}`,
  },
)
