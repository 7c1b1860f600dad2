import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a list that cannot be read back at all. */
export const listErrors: Errors = {
  'list.other-ledger': bilingual(
    said(
      '"{file}" was written by another ledger ({ledger}); this one is {own} ({place}). Nothing was recorded.',
      'Import it where it was written, for example: crm import {file} --db OTHER.db',
    ),
    said(
      '“{file}”是另一个账本（{ledger}）写出的，当前账本是 {own}（{place}）。没有记录任何内容。',
      '请在写出它的账本里导入，例如：crm import {file} --db 另一个账本.db',
    ),
  ),
  'list.no-keys': bilingual(
    said(
      '"{file}" is a list that crm wrote ({command}), and its column Key is gone: nobody can tell whom its rows are about. Nothing was recorded.',
      'Copy what you filled in into the list as it was written, or write it anew ({command}), and import that.',
      'A few contacts are sooner recorded one by one: crm log CUSTOMER "what was said"',
    ),
    said(
      '“{file}”是 crm 写出的名单（{command}），但“编号”这一列不见了，不知道每一行是哪位客户。没有记录任何内容。',
      '请把填写的内容抄回原来的名单，或重新写出名单（{command}）填好后再导入。',
      '只有几条的话，可以用命令逐条补记：crm log 客户 "说了什么"',
    ),
  ),
  'list.own-ids': bilingual(
    said(
      '"{file}" is a list that crm wrote to be read: its customers are named by their ids. Nothing was imported.',
      'To change what is known of a customer: crm edit CUSTOMER. Lists to work in come from crm due, lead list, feedback list, care and report key with -o.',
    ),
    said(
      '“{file}”是 crm 导出来给人看的名单，客户是用编号写的，没有导入任何内容。',
      '要修改客户资料：crm edit 客户。可以填写后再导入的名单，用 crm due、lead list、feedback list、care、report key 加 -o 导出。',
    ),
  ),
  'list.no-columns': bilingual(
    said(
      '"{file}" is a list of this ledger, but none of its columns to fill in is there: {columns}.',
      'Put a heading back over what you wrote, or write the list anew: {command}',
    ),
    said('“{file}”是本账本写出的名单，但要填写的列都不见了：{columns}。', '请把列名补回来，或重新写出名单：{command}'),
  ),
}
