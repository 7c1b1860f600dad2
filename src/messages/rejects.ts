import { addedChinese } from '../core/import/columns/header.js'
import { bilingual } from '../core/values/lang.js'
import { normaliseHeader } from '../core/values/text.js'

/** What is said of the file of rejected rows, and in it. */
export const rejectWords = bilingual(
  {
    title: 'Rejected rows',
    columns: { reason: 'Why it was rejected', hint: 'What to do', row: 'Row in the file' },
    row: (number: number) => `row ${number}`,
    written: (file: string) => `Rejected rows with their reasons: ${file}. Correct them there and import that file.`,
    lost: (file: string) => `Rejected rows with their reasons: ${file}.`,
    partlyLost: (file: string) =>
      `Rejected rows with their reasons: ${file}. Correct there what can be corrected, delete the orders whose numbers are damaged, and import that file.`,
    notWritten: (file: string, why: string) =>
      `The rejected rows could not be written to "${file}": ${why}. The import itself is done, as said above. To get them, import the same file again with --rejects and a name in a folder of your own.`,
    why: {
      full: 'the disk is full',
      denied: 'the system does not allow it',
      long: 'its name is too long',
      open: (kept: string) => `it is open in another program; they stand in "${kept}"`,
      other: (reason: string) => `the system reports ${reason}`,
    },
  },
  {
    title: '未导入的行',
    columns: addedChinese,
    row: (number) => `第 ${number} 行`,
    written: (file) => `未导入的行和原因已写入：${file}。在里面改好后直接导入这个文件即可。`,
    lost: (file) => `未导入的行和原因已写入：${file}。`,
    partlyLost: (file) => `未导入的行和原因已写入：${file}。能改的在里面改好，订单号已损坏的订单删掉，再导入这个文件。`,
    notWritten: (file, why) =>
      `未导入的行没能写入“${file}”：${why}。导入本身已经完成，结果见上。要拿到这些行，请再导入一次同一个文件，并用 --rejects 指定您自己文件夹里的文件名。`,
    why: {
      full: '磁盘已满',
      denied: '系统不允许',
      long: '文件名太长',
      open: (kept) => `它正在别的程序里打开，内容已放在“${kept}”`,
      other: (reason) => `系统报告 ${reason}`,
    },
  },
)

/** Normalised headers of the columns we add to rejected rows: passed over without remark when that file is imported. */
export const rejectColumns: ReadonlySet<string> = new Set(
  Object.values(rejectWords).flatMap(({ columns }) => Object.values(columns).map((text) => normaliseHeader(text).key)),
)
