import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of backups and of changes that must be confirmed. */
export const safetyErrors: Errors = {
  'backup.none': bilingual(
    said('There is no backup in "{folder}".', 'Or name a file: crm restore FILE', 'From now on: crm backup'),
    said('“{folder}”里没有备份。', '也可以直接写文件名：crm restore 文件', '以后请备份：crm backup'),
  ),
  'backup.unknown': bilingual(
    said(
      'There is no backup "{name}" in {folder}, and no such file.',
      'There are: {list}',
      'All of them: crm backup list',
    ),
    said('{folder} 里没有备份“{name}”，也没有这个文件。', '现有备份：{list}', '查看全部：crm backup list'),
  ),
  'backup.damaged': bilingual(
    said('"{backup}" is damaged or no ledger; nothing was changed.', 'Choose another one: crm backup list'),
    said('“{backup}”已损坏，或者不是账本，没有做任何改动。', '请换一个备份：crm backup list'),
  ),
  'backup.is-ledger': bilingual(
    said('"{ledger}" is the ledger itself.', 'Name one of its backups: crm backup list'),
    said('“{ledger}”就是账本本身。', '请写备份的名称：crm backup list'),
  ),
  'confirm.needed': bilingual(
    said('This must be confirmed; nothing was changed.', 'Add: --yes --confirm "{name}"'),
    said('这一步需要确认，没有做任何改动。', '请加上：--yes --confirm "{name}"'),
  ),
  'confirm.other-name': bilingual(
    said('The name to confirm with is "{name}"; nothing was changed.', 'Add: --yes --confirm "{name}"'),
    said('要确认的名称是“{name}”，没有做任何改动。', '请加上：--yes --confirm "{name}"'),
  ),
  'export.not-empty': bilingual(
    said(
      '"{folder}" is there already; it was left as it is.',
      'Name a folder that does not exist yet, or a file ending in .zip.',
    ),
    said('“{folder}”已经存在，没有动它。', '请写一个还不存在的文件夹，或以 .zip 结尾的文件名。'),
  ),
}
