import { bilingual, LANGS } from '../core/values/lang.js'

/** What `crm config` says of the settings of this computer. */
export const computerWords = bilingual(
  {
    title: 'Settings of this computer',
    origins: {
      flag: 'flag',
      environment: 'environment',
      file: 'file',
      system: 'the system',
      default: 'as it is unless set',
    },
    meanings: {
      lang: 'language of everything crm says',
      color: 'whether colours are used',
      ascii: 'whether tables are drawn with plain ASCII characters only',
      pager: 'the program that shows long results page by page',
      db: 'the ledger to work on',
    },
    takes: {
      lang: LANGS.join(' or '),
      color: 'yes or no',
      ascii: 'yes or no',
      pager: 'a program such as less; none for all at once',
      db: 'path of a ledger',
    },
    done: (name: string, value: string | null, file: string) =>
      value === null
        ? `${name} is no longer set in ${file}.`
        : `${name} is ${value === '' ? 'none' : value} from now on (${file}). To take it back: crm config unset ${name}`,
    would: (name: string, value: string | null, file: string) =>
      value === null
        ? `${name} would no longer be set in ${file}. Nothing was changed.`
        : `${name} would be ${value === '' ? 'none' : value} (${file}). Nothing was changed.`,
  },
  {
    title: '本机设置',
    origins: { flag: '命令行选项', environment: '环境变量', file: '设置文件', system: '系统', default: '默认' },
    meanings: {
      lang: '界面语言',
      color: '是否使用颜色',
      ascii: '是否只用 ASCII 字符画表格',
      pager: '结果很长时用哪个程序分页看',
      db: '使用哪个账本文件',
    },
    takes: {
      lang: LANGS.join(' 或 '),
      color: 'yes（是）或 no（否）',
      ascii: 'yes（是）或 no（否）',
      pager: '程序名，如 less；none 表示不分页',
      db: '账本文件的路径',
    },
    done: (name, value, file) =>
      value === null
        ? `${name} 不再由 ${file} 设定。`
        : `${name} 已设为 ${value === '' ? 'none' : value}（${file}）。取消：crm config unset ${name}`,
    would: (name, value, file) =>
      value === null
        ? `将取消 ${file} 里的 ${name}。没有改动任何内容。`
        : `将把 ${name} 设为 ${value === '' ? 'none' : value}（${file}）。没有改动任何内容。`,
  },
)
