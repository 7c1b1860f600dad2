import type { Vocabulary } from '../follow-up/vocabulary.js'
import { bilingual } from '../values/lang.js'

/** Yes or no, with what sellers and spreadsheet programs write for them. */
export const yesNo: Vocabulary<'yes' | 'no'> = {
  words: bilingual({ yes: 'yes', no: 'no' }, { yes: '是', no: '否' }),
  also: {
    yes: ['y', 'true', '1', 'ok', '√', '✓', '✔', '对', '满意', '已采纳', '采纳', 'satisfied', 'adopted'],
    no: ['n', 'false', '0', '×', '✗', 'x', '不', '不是', '不满意', '未采纳', '不采纳', 'not satisfied', 'declined'],
  },
}
