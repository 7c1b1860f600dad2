import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a report that cannot be shown as asked. */
export const reportErrors: Errors = {
  'report.unknown-column': bilingual(
    said('There is no column "{column}" here.', 'Did you mean {near}?', 'There are: {columns}'),
    said('这里没有“{column}”这一列。', '您是不是要写 {near}？', '可以选择：{columns}'),
  ),
  'encoding.unmappable': bilingual(
    said(
      '{count} characters cannot be written in {encoding}, for example {characters}.',
      'Leave out --encoding to write UTF-8, or write .xlsx.',
    ),
    said(
      '有 {count} 个字不能用 {encoding} 编码写出，例如 {characters}。',
      '请去掉 --encoding（用 UTF-8），或写成 .xlsx。',
    ),
  ),
}
