import { bilingual } from '../../values/lang.js'
import { segment, type Vocabulary } from './vocabulary.js'

/** The ten segments of the grid of R and F that most analysts know (ALGORITHMS §2.2); M does not count. */
export const ten: Vocabulary = {
  name: 'ten',
  digits: 'scores',
  words: bilingual({ meaning: 'ten segments by R and F' }, { meaning: '按R和F分为十群' }),
  segments: [
    segment('champions', '5[4-5]*', 'Champions', '核心客户'),
    segment('loyal', '[3-4][4-5]*', 'Loyal', '忠诚客户'),
    segment('potential-loyalist', '[4-5][2-3]*', 'Potential loyalist', '潜在忠诚客户'),
    segment('new', '51*', 'New', '新客户'),
    segment('promising', '41*', 'Promising', '有潜力客户'),
    segment('need-attention', '33*', 'Need attention', '需要关注'),
    segment('about-to-sleep', '3[1-2]*', 'About to sleep', '即将沉睡'),
    segment('at-risk', '[1-2][3-4]*', 'At risk', '流失风险'),
    segment('cannot-lose', '[1-2]5*', 'Cannot lose', '不能流失'),
    segment('hibernating', '[1-2][1-2]*', 'Hibernating', '沉睡客户'),
  ],
}
