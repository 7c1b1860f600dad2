import { knownSettings } from '../../src/commands/known-settings.js'
import { fileSettingNames } from '../../src/config-files.js'
import type { LedgerSetting } from '../../src/core/settings/setting.js'
import { type CustomerField, filterFields } from '../../src/core/value/customer-filter-fields.js'
import { stageNames } from '../../src/core/value/lifecycle-words.js'
import { vocabularies } from '../../src/core/value/segments/index.js'
import { STAGES } from '../../src/core/value/stages.js'
import type { FilterKind } from '../../src/core/values/filter-field.js'
import { bilingual, type Lang } from '../../src/core/values/lang.js'
import { computerWords } from '../../src/messages/config-computer.js'
import { settingsWords } from '../../src/messages/settings.js'
import { presets } from '../../src/presets/index.js'
import { renderers } from '../../src/render/index.js'
import { rules } from '../../src/rules/index.js'
import { allPages, pageText } from './markdown.js'
import { mdCode, mdTable } from './pages.js'

const words = bilingual(
  {
    ...{ setting: 'setting', usual: 'unless set', takes: 'takes', meaning: 'what it means' },
    ...{ field: 'field', alsoTyped: 'in Chinese', typed: 'takes', values: 'values' },
    kinds: {
      text: 'words: `:` part of it, `=` all of it',
      choice: 'words',
      country: 'countries: code or name',
      date: 'days and ages: `> >= < <=`',
      count: 'numbers: `> >= < <=`',
      money: 'amounts: `> >= < <=`',
      flag: 'stands alone: `WORD`, `-WORD`',
      sample: 'a share of 1 to 99 percent',
    } satisfies Record<FilterKind, string>,
    anyWord: 'any',
    ...{ reason: 'reason', when: 'when', marketing: 'marketing', yes: 'yes', no: '' },
    ...{ format: '`--format`', endings: 'file name ends in', tables: 'holds' },
    holds: { 'every table': 'every table', 'the main table': 'the main table', 'the calendar': 'what has a day' },
    toWorkIn: ', with columns to fill in where there are any',
    ...{ preset: '`--preset`', purpose: 'where it is taken in', mark: 'byte order mark', source: 'its makers' },
    ...{ segment: 'segment', inFilters: 'in filters' },
    stage: 'stage',
  },
  {
    ...{ setting: '设置', usual: '默认', takes: '可以写', meaning: '含义' },
    ...{ field: '字段', alsoTyped: '中文写法', typed: '写法', values: '可选的值' },
    kinds: {
      text: '文字：`:` 包含，`=` 完全相同',
      choice: '词',
      country: '国家代码或名称',
      date: '日期或多少天前：`> >= < <=`',
      count: '数字：`> >= < <=`',
      money: '金额：`> >= < <=`',
      flag: '单独写：`词`、`-词`',
      sample: '1至99，百分之几',
    },
    anyWord: '任意',
    ...{ reason: '原因', when: '什么时候', marketing: '营销', yes: '是', no: '' },
    ...{ format: '`--format`', endings: '文件名结尾', tables: '写入什么' },
    holds: { 'every table': '全部表格', 'the main table': '主表', 'the calendar': '有日期的事项' },
    toWorkIn: '，有要填的列时带上',
    ...{ preset: '`--preset`', purpose: '在哪里导入', mark: '字节顺序标记', source: '官方说明' },
    ...{ segment: '客户群', inFilters: '筛选里写' },
    stage: '阶段',
  },
)

/** The tables that pages hold between `<!-- table: NAME -->` and `<!-- /table -->`, written from the program in a page's language. */
export const tables: Readonly<Record<string, (lang: Lang) => string>> = {
  settings: settingsTable,
  'computer-settings': computerTable,
  'filter-fields': fieldsTable,
  rules: rulesTable,
  'output-formats': outputTable,
  presets: presetsTable,
  segments: segmentsTable,
  stages: stagesTable,
}

/** What stands in for a setting nobody has decided, where no fixed value does. */
const elsewhere: Readonly<Record<string, 'orders' | 'currency' | 'assumed' | 'customers' | 'computer'>> = {
  'currency.base': 'orders',
  'shop.country': 'currency',
  'shop.currency': 'assumed',
  'rfm.bands.monetary': 'customers',
  zone: 'computer',
}

function settingsTable(lang: Lang): string {
  const say = words[lang]
  const usualOf = ({ name, usual }: LedgerSetting) => {
    if (usual !== null) return mdCode(usual)
    const stand = elsewhere[name]
    if (stand === undefined) throw new Error(`what ${name} is unless set stands nowhere`)
    return settingsWords[lang].origins[stand]
  }
  const rows = knownSettings
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((setting) => [mdCode(setting.name), usualOf(setting), setting.words[lang].takes, setting.words[lang].meaning])
  return mdTable([say.setting, say.usual, say.takes, say.meaning], rows)
}

function computerTable(lang: Lang): string {
  const say = words[lang]
  const { meanings, takes } = computerWords[lang]
  const rows = fileSettingNames.map((name) => [mdCode(name), takes[name], meanings[name]])
  return mdTable([say.setting, say.takes, say.meaning], rows)
}

/** Of longer lists (languages) only the first are shown. */
const MOST_VALUES = 16

/** Every field a filter may name, with the segments a ledger has unless others are chosen. */
export const knownFields: readonly CustomerField[] = filterFields(vocabularies[0]!, 'CNY')

function fieldsTable(lang: Lang): string {
  const say = words[lang]
  const rows = knownFields.map((field) => {
    const { name, kind, words: also = [] } = field
    const typed = kind === 'flag' ? say.kinds.flag.replaceAll(/WORD|词/g, wordIn(lang, name, also)) : say.kinds[kind]
    return [mdCode(name), also.filter(isChinese).map(mdCode).join(' '), typed, valuesOf(field, lang)]
  })
  return mdTable([say.field, say.alsoTyped, say.typed, say.values], rows)
}

function valuesOf({ kind, choices }: CustomerField, lang: Lang): string {
  if (choices === undefined) return kind === 'choice' ? words[lang].anyWord : ''
  const all = choices.map(({ value, words: called }) => mdCode(wordIn(lang, value, called)))
  return [...all.slice(0, MOST_VALUES), ...(all.length > MOST_VALUES ? ['…'] : [])].join(' ')
}

/** What somebody who reads the page types: the code, in Chinese a word for it where there is one. */
function wordIn(lang: Lang, code: string, called: readonly string[]): string {
  return lang === 'zh' ? (called.find(isChinese) ?? code) : code
}

const isChinese = (word: string) => /\p{Script=Han}/u.test(word)

function rulesTable(lang: Lang): string {
  const say = words[lang]
  const rows = rules.map(({ words: said, setting, isMarketing }) => [
    said[lang].label,
    setting.words[lang].meaning,
    mdCode(`${setting.name} ${setting.usual}`),
    isMarketing ? say.yes : say.no,
  ])
  return mdTable([say.reason, say.when, say.setting, say.marketing], rows)
}

function outputTable(lang: Lang): string {
  const say = words[lang]
  const rows = renderers.map(({ name, extensions, holds, isToWorkIn }) => [
    mdCode(name),
    extensions.map((extension) => mdCode(`.${extension}`)).join(' '),
    `${say.holds[holds]}${isToWorkIn ? say.toWorkIn : ''}`,
  ])
  return mdTable([say.format, say.endings, say.tables], rows)
}

function presetsTable(lang: Lang): string {
  const say = words[lang]
  const rows = presets.map(({ name, words: said, hasMark, source }) => [
    mdCode(name),
    said[lang].purpose,
    hasMark ? say.yes : say.no,
    `<${source}>`,
  ])
  return mdTable([say.preset, say.purpose, say.mark, say.source], rows)
}

function segmentsTable(lang: Lang): string {
  const say = words[lang]
  const rows = vocabularies[0]!.segments.map(({ key, words: called }) => [called[lang], mdCode(key)])
  return mdTable([say.segment, say.inFilters], rows)
}

function stagesTable(lang: Lang): string {
  const say = words[lang]
  return mdTable(
    [say.stage, say.inFilters],
    STAGES.map((stage) => [stageNames[lang][stage], mdCode(stage)]),
  )
}

const BLOCK = /<!-- table: ([\w-]+) -->\n[\s\S]*?<!-- \/table -->/g

/** Names of the tables a page holds. */
export function tablesIn(page: string): readonly string[] {
  return [...page.matchAll(BLOCK)].map(([, name]) => name!)
}

/** The page with every table written anew that is named in `known`. */
export function withTables(page: string, lang: Lang, known: Readonly<Record<string, (lang: Lang) => string>>): string {
  return page.replace(BLOCK, (whole, name: string) => {
    const write = known[name]
    return write === undefined ? whole : `<!-- table: ${name} -->\n${write(lang)}\n<!-- /table -->`
  })
}

/** The language of a page by its name. */
export function langOfPage(path: string): Lang {
  return path.endsWith('.zh.md') ? 'zh' : 'en'
}

/** Pages that hold tables of ours. */
export function tablePages(): readonly string[] {
  return allPages.filter((path) => tablesIn(pageText(path)).some((name) => Object.hasOwn(tables, name)))
}
