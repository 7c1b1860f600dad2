import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What `backup`, `restore` and `forget` say. */
export const safetyMessages = bilingual(
  {
    backupsTitle: 'Backups',
    columns: {
      ...{ name: 'Backup', when: 'Made', cause: 'Made by' },
      ...{ orders: 'Orders', customers: 'Customers', size: 'Size', bytes: 'Bytes' },
    },
    causes: { hand: 'you', restore: 'before a restore', migration: 'before an update of crm' },
    folder: (path: string) => `They are in ${path}`,
    backedUp: (file: string, size: string, orders: number, customers: number) =>
      `Backup made: ${file} (${size}, ${plural(orders, 'order')}, ${plural(customers, 'customer')})`,
    dropped: (n: number) =>
      `${plural(n, 'old backup')} removed: three of today, one of each day before and ten in all are kept.`,
    restoreWith: 'To go back to the newest one: crm restore LATEST',
    restoreFrom: (file: string) => `To go back to it: crm restore "${file}"`,
    noBackup: 'There is no backup of this ledger yet. Make one: crm backup',
    oldBackup: (days: number) => `The last backup is ${plural(days, 'day')} old. Make a new one: crm backup`,
    typeName: (name: string) => `Type ${name} to go on; anything else stops:`,
    willRestore: (ledger: string, backup: string, orders: number) =>
      `The ledger ${ledger} will be what the backup ${backup} says (${plural(orders, 'order')}). What it is now is backed up first.`,
    restored: (backup: string, orders: number, customers: number) =>
      `The ledger is what ${backup} says: ${plural(orders, 'order')}, ${plural(customers, 'customer')}.`,
    wouldRestore: (backup: string, orders: number, customers: number) =>
      `The ledger would be what ${backup} says: ${plural(orders, 'order')}, ${plural(customers, 'customer')}.`,
    nothingWritten: 'Nothing was written: this was a dry run.',
    takeBack: (name: string) => `To go back to what was before: crm restore ${name}`,
    keptAside: (name: string) => `The damaged ledger is kept beside it as ${name}.`,
    willForget: (who: string, orders: number, drops: boolean) =>
      `${who} will be erased from the ledger and its backups for good; no backup is made, and crm undo does not bring anything back. ${
        drops ? `${plural(orders, 'order')} will be deleted.` : `${plural(orders, 'order')} stay in sales, of nobody.`
      }`,
    forgot: (orders: number, drops: boolean) =>
      drops
        ? `Erased, with ${plural(orders, 'order')}.`
        : `Erased. ${plural(orders, 'order')} ${orders === 1 ? 'stays' : 'stay'} in sales, of nobody.`,
    wouldForget: (who: string, orders: number, drops: boolean) =>
      drops
        ? `${who} would be erased, with ${plural(orders, 'order')}.`
        : `${who} would be erased. ${plural(orders, 'order')} would stay in sales, of nobody.`,
    backupsCleaned: (n: number) => `Erased from ${plural(n, 'backup')} as well.`,
    backupsRemoved: (list: readonly string[]) => `Removed, since it could not be cleaned: ${list.join(', ')}`,
    sharedStay: (n: number) =>
      `${plural(n, 'phone number, e-mail or name', 'phone numbers, e-mails or names')} that others have too ${n === 1 ? 'stays' : 'stay'} with them.`,
    nextImport: 'The next import takes rows about this person as orders of nobody and tells how many.',
    nextImportDropped: 'The next import leaves out rows about this person and tells how many.',
    filesLeft: 'Files that crm wrote before may still hold this person; delete or write them again:',
    filesGone: (n: number) =>
      `${plural(n, 'further file')} with contacts ${n === 1 ? 'is' : 'are'} no longer where crm wrote ${n === 1 ? 'it' : 'them'}; if moved, see to ${n === 1 ? 'that one' : 'those'} too: crm exports`,
    ownFiles: 'So may your own exports, and sheets of rejected rows beside them.',
    forgottenCount: (n: number) =>
      n === 0 ? 'Nobody was forgotten in this ledger.' : `${plural(n, 'customer')} forgotten.`,
    importedForgotten: (orders: number, dropped: number, rows: number) => {
      const parts = [
        ...(orders > 0 ? [`${plural(orders, 'order')} taken as of nobody`] : []),
        ...(dropped > 0 ? [`${plural(dropped, 'order')} left out`] : []),
        ...(rows > 0 ? [`${plural(rows, 'other row')} left out`] : []),
      ]
      return `About people you had forgotten (crm forget): ${parts.join(', ')}.`
    },
  },
  {
    backupsTitle: '备份',
    columns: {
      ...{ name: '备份', when: '时间', cause: '来由' },
      ...{ orders: '订单数', customers: '客户数', size: '大小', bytes: '字节' },
    },
    causes: { hand: '手动', restore: '恢复之前', migration: '升级之前' },
    folder: (path) => `备份放在 ${path}`,
    backedUp: (file, size, orders, customers) => `已备份：${file}（${size}，${orders}笔订单，${customers}位客户）`,
    dropped: (n) => `已删除${n}个旧备份：当天保留三个，以前每天一个，一共十个。`,
    restoreWith: '恢复到最近的备份：crm restore LATEST',
    restoreFrom: (file) => `恢复到这个备份：crm restore "${file}"`,
    noBackup: '这个账本还没有备份。马上备份：crm backup',
    oldBackup: (days) => `最近一次备份已是${days}天前。重新备份：crm backup`,
    typeName: (name) => `确定的话请输入 ${name}，输入别的就停止：`,
    willRestore: (ledger, backup, orders) =>
      `账本 ${ledger} 将恢复成备份 ${backup} 的内容（${orders}笔订单）。现在的账本会先备份。`,
    restored: (backup, orders, customers) => `账本已恢复成 ${backup}：${orders}笔订单，${customers}位客户。`,
    wouldRestore: (backup, orders, customers) => `账本将恢复成 ${backup}：${orders}笔订单，${customers}位客户。`,
    nothingWritten: '这是试运行，没有写入任何内容。',
    takeBack: (name) => `回到恢复之前：crm restore ${name}`,
    keptAside: (name) => `损坏的账本保留在旁边：${name}。`,
    willForget: (who, orders, drops) =>
      `${who} 将从账本和备份里彻底删除，不做备份，crm undo 也找不回来。${
        drops ? `${orders}笔订单会一并删除。` : `${orders}笔订单仍计入销售额，但不再属于任何人。`
      }`,
    forgot: (orders, drops) =>
      drops ? `已彻底删除，连同${orders}笔订单。` : `已彻底删除。${orders}笔订单仍计入销售额，不再属于任何人。`,
    wouldForget: (who, orders, drops) =>
      drops
        ? `${who} 将被彻底删除，连同${orders}笔订单。`
        : `${who} 将被彻底删除。${orders}笔订单仍计入销售额，不再属于任何人。`,
    backupsCleaned: (n) => `也已从${n}个备份里删除。`,
    backupsRemoved: (list) => `以下文件无法清理，已删除：${list.join('、')}`,
    sharedStay: (n) => `有${n}个电话、邮箱或名字别的客户也在用，仍保留在他们名下。`,
    nextImport: '以后导入时，此人的订单按无客户的订单计入，并告诉您有多少。',
    nextImportDropped: '以后导入时，此人的行不再导入，并告诉您有多少。',
    filesLeft: 'crm 以前写出的这些文件可能还有此人的资料，请删除或重新生成：',
    filesGone: (n) => `另有${n}个带联系方式的文件已不在原处；如果是移走了，也请处理：crm exports`,
    ownFiles: '您自己的导出表以及旁边的退回行表格里也可能有。',
    forgottenCount: (n) => (n === 0 ? '这个账本里没有彻底删除过客户。' : `已彻底删除过${n}位客户。`),
    importedForgotten: (orders, dropped, rows) => {
      const parts = [
        ...(orders > 0 ? [`${orders}笔订单按无客户计入`] : []),
        ...(dropped > 0 ? [`${dropped}笔订单没有导入`] : []),
        ...(rows > 0 ? [`${rows}行其他记录没有导入`] : []),
      ]
      return `涉及您已彻底删除的客户（crm forget）：${parts.join('，')}。`
    },
  },
)
