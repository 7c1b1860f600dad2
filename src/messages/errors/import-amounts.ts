import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a spreadsheet whose days and amounts can be read in several ways. */
export const importAmountErrors: Errors = {
  'import.title-unit': bilingual(
    said(
      'Above the table in "{file}" stands the unit "{unit}", but several columns hold amounts ({headers}), and it may not be true of all; nothing was imported.',
      'Write the unit into the header of each column it is true of, for example "{example}", delete it above the table, save the file, and import it again.',
    ),
    said(
      '“{file}”表格上方写着单位“{unit}”，但有好几列金额（{headers}），不一定每列都按这个单位；没有导入任何内容。',
      '请把单位写进用这个单位的每一列的表头，例如“{example}”，再删掉表格上方的那一处，保存后重新导入。',
    ),
  ),
  'import.crown': bilingual(
    said(
      'The amounts of "{header}" in "{file}" are in kr, for example {samples}: Swedish, Norwegian and Danish crowns are all written so; nothing was imported.',
      'Say which: {command} --currency SEK (or NOK, DKK, ISK).',
    ),
    said(
      '“{file}”里“{header}”的金额写的是 kr，例如 {samples}：瑞典、挪威、丹麦的克朗都这样写；没有导入任何内容。',
      '请说明是哪一种：{command} --currency SEK（或 NOK、DKK、ISK）。',
    ),
  ),
  'import.twin-amounts': bilingual(
    said(
      '"{file}" has two columns for the same thing, "{first}" and "{header}", that say different things, for example {samples}; nothing was imported.',
      'Say which one counts: {command}',
    ),
    said(
      '“{file}”里有两列说的是同一项：“{first}”和“{header}”，内容却不同，例如 {samples}；没有导入任何内容。',
      '请说明以哪一列为准：{command}',
    ),
  ),
  'import.date-order': bilingual(
    said(
      'The dates of "{header}" in "{file}" can be read in two ways, for example {samples}; nothing was imported.',
      'Say which comes first: --date-order dmy (day), mdy (month) or ymd (year).',
    ),
    said(
      '“{file}”里“{header}”这一列的日期分不清月和日，例如 {samples}；没有导入任何内容。',
      '请说明顺序：--date-order dmy（日在前）、mdy（月在前）或 ymd（年在前）。',
    ),
  ),
  'import.date-turned': bilingual(
    said(
      'The column "{header}" in "{file}" holds real dates and texts ({samples}), and perhaps the spreadsheet program has swapped day and month in the real dates; nothing was imported.',
      'If they are swapped, say how the texts are written and they are swapped back: --date-order dmy (day first) or mdy (month first).',
      'If they are right, write the texts as 2026-10-06 in the file and import it again.',
    ),
    said(
      '“{file}”里“{header}”这一列有的是日期，有的是文字（{samples}），那些日期的日和月可能被表格软件弄反了；没有导入任何内容。',
      '如果弄反了，请说明文字是怎么写的，会照此换回来：--date-order dmy（日在前）或 mdy（月在前）。',
      '如果日期没错，请把那些文字改写成 2026-10-06 的样子，再导入一次。',
    ),
  ),
  'import.decimal': bilingual(
    said(
      'The amounts of "{header}" in "{file}" can be read in two ways, for example {samples}; nothing was imported.',
      'Say which sign marks the decimals: --decimal point or --decimal comma.',
    ),
    said(
      '“{file}”里“{header}”这一列的金额分不清小数点，例如 {samples}；没有导入任何内容。',
      '请说明小数点是哪个：--decimal point（点）或 --decimal comma（逗号）。',
    ),
  ),
  'import.discount': bilingual(
    said(
      'The numbers of "{header}" in "{file}" may be rates or money, for example {samples}, and no column says what was paid; nothing was imported.',
      'If they are money taken off: {money}',
      'If they say what is paid (9, 90 or 0.9 is 90 %): {paid}',
      'If they are percents taken off (10 is 10 % off): {off}',
    ),
    said(
      '“{file}”里“{header}”这一列的数字（例如 {samples}）可能是几折，也可能是减多少钱，表里又没有实付金额；没有导入任何内容。',
      '如果是减掉的金额：{money}',
      '如果是几折（9、90、0.9 都是九折）：{paid}',
      '如果是减掉百分之几（10 就是减 10%）：{off}',
    ),
  ),
  'import.twins': bilingual(
    said(
      '"{file}" has two columns "{header}" that say different things, for example {samples}; nothing was imported.',
      'Rename or delete the one that does not count (one of them is column {column}), save the file, and import it again.',
    ),
    said(
      '“{file}”里有两列都叫“{header}”，内容却不同，例如 {samples}；没有导入任何内容。',
      '请把不算数的那一列改名或删掉（其中一列是第 {column} 列），保存后再导入。',
    ),
  ),
}
