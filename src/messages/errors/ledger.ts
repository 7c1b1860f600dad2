import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of the ledger file. */
export const ledgerErrors: Errors = {
  'ledger.missing': bilingual(
    said(
      'There is no ledger yet at "{ledger}".',
      'Start with your orders: crm import orders.xlsx',
      'Or look around with made-up ones: crm demo',
    ),
    said('还没有账本（“{ledger}”）。', '请先导入订单：crm import 订单.xlsx', '或用演示数据看看：crm demo'),
  ),
  'ledger.foreign': bilingual(
    said('"{ledger}" is not a crm ledger; it was left untouched.', 'Choose another file with --db.'),
    said('“{ledger}”不是 crm 的账本，没有动它。', '请用 --db 换一个文件。'),
  ),
  'ledger.newer': bilingual(
    said(
      '"{ledger}" was written by a newer crm (schema {version}, this one knows {known}); it was left untouched.',
      'Install the newest crm.',
    ),
    said(
      '“{ledger}”是更新版本的 crm 写的（结构 {version}，本程序只认识到 {known}），没有动它。',
      '请安装最新版本的 crm。',
    ),
  ),
  'ledger.needs-migration': bilingual(
    said(
      '"{ledger}" was written by an older crm and has to be brought up to date first.',
      'Any command that writes does it, for example an import.',
    ),
    said('“{ledger}”是旧版本的 crm 写的，要先升级。', '任何写入的命令都会升级它，例如导入。'),
  ),
  'ledger.corrupt': bilingual(
    said(
      '"{ledger}" is damaged; nothing was changed.',
      'To go back to a backup: crm restore LATEST',
      'Which ones there are: crm backup list',
    ),
    said(
      '“{ledger}”已损坏，没有做任何改动。',
      '恢复到最近的备份：crm restore LATEST',
      '查看有哪些备份：crm backup list',
    ),
  ),
  'sqlite.missing': bilingual(
    said(
      'The ledger cannot be opened: better-sqlite3, which crm keeps it with, is not installed completely.',
      'In the folder crm is installed in, run: npm rebuild better-sqlite3',
      'If that does not help, install crm again with the Node you run it with.',
    ),
    said(
      '打不开账本：crm 存账本用的 better-sqlite3 没有装好。',
      '请在 crm 的安装目录里运行：npm rebuild better-sqlite3',
      '还是不行的话，请用现在这个 Node 重新安装 crm。',
    ),
  ),
  'sqlite.unfit': bilingual(
    said(
      'The ledger cannot be opened: better-sqlite3, which crm keeps it with, was installed for another version of Node or another computer.',
      'In the folder crm is installed in, run: npm rebuild better-sqlite3',
      'If that does not help, install crm again with the Node you run it with.',
    ),
    said(
      '打不开账本：crm 存账本用的 better-sqlite3 是给别的 Node 版本或别的电脑装的。',
      '请在 crm 的安装目录里运行：npm rebuild better-sqlite3',
      '还是不行的话，请用现在这个 Node 重新安装 crm。',
    ),
  ),
  'ledger.busy': bilingual(
    said('Another crm is writing to "{ledger}".', 'Wait until it is done and try again.'),
    said('另一个 crm 正在写入“{ledger}”。', '请等它完成后再试。'),
  ),
  'ledger.disk-full': bilingual(
    said('The disk with "{ledger}" is full; nothing was changed.', 'Make room and try again.'),
    said('“{ledger}”所在的磁盘已满，没有任何改动。', '请腾出空间后再试。'),
  ),
  'ledger.not-writable': bilingual(
    said(
      '"{ledger}" cannot be written; nothing was changed.',
      'Check that you may write to the file and its folder, or choose another with --db.',
    ),
    said('无法写入“{ledger}”，没有任何改动。', '请确认您对文件和文件夹有写入权限，或用 --db 换一个文件。'),
  ),
  'demo.not-demo': bilingual(
    said(
      '"{ledger}" is there already and is not a demo; it was left as it is.',
      'Put the demo into another file: crm demo --db demo.db',
    ),
    said('“{ledger}”已经存在，而且不是演示账本，没有动它。', '请把演示放到别的文件：crm demo --db demo.db'),
  ),
  'demo.no-samples': bilingual(
    said('The sample exports that come with crm are not there.', 'Install crm again.'),
    said('找不到随 crm 附带的演示订单表。', '请重新安装 crm。'),
  ),
}
