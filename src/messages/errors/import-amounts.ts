import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a spreadsheet whose amounts can be read in several ways. */
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
}
