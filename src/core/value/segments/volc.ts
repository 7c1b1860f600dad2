import { bilingual } from '../../values/lang.js'
import { segment, type Vocabulary } from './vocabulary.js'

/** The second family of names for the eight segments of Chinese practice (ALGORITHMS §2.3), as marketing platforms use it. */
export const volc: Vocabulary = {
  name: 'volc',
  digits: 'above-mean',
  words: bilingual(
    { meaning: 'eight segments by scores above and below the mean, 重要价值 to 流失' },
    { meaning: '按高于或不高于平均分分为八群（重要价值至流失）' },
  ),
  segments: [
    segment('important-value', '111', '重要价值客户 (important: valued)', '重要价值客户'),
    segment('important-deepen', '101', '重要深耕客户 (important: deepen)', '重要深耕客户'),
    segment('important-call-back', '011', '重要唤回客户 (important: call back)', '重要唤回客户'),
    segment('important-win-back', '001', '重要挽留客户 (important: win back)', '重要挽留客户'),
    segment('promising', '110', '潜力客户 (promising)', '潜力客户'),
    segment('new', '100', '新客户 (new)', '新客户'),
    segment('general-maintain', '010', '一般维持客户 (ordinary: maintain)', '一般维持客户'),
    segment('lost', '000', '流失客户 (lost)', '流失客户'),
  ],
}
