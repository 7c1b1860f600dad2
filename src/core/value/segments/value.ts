import { bilingual } from '../../values/lang.js'
import { segment, type Vocabulary } from './vocabulary.js'

/**
 * The eight segments of Chinese practice (ALGORITHMS §2.3), by whether each score is above the mean. R high means recent. The names are terms: they stand
 * in English as they are, with what they say.
 */
export const value: Vocabulary = {
  name: 'value',
  digits: 'above-mean',
  words: bilingual(
    { meaning: 'eight segments by scores above and below the mean, 重要价值 to 一般挽留' },
    { meaning: '按高于或不高于平均分分为八群（重要价值至一般挽留）' },
  ),
  segments: [
    segment('important-value', '111', '重要价值客户 (important: valued)', '重要价值客户'),
    segment('important-develop', '101', '重要发展客户 (important: develop)', '重要发展客户'),
    segment('important-keep', '011', '重要保持客户 (important: keep)', '重要保持客户'),
    segment('important-win-back', '001', '重要挽留客户 (important: win back)', '重要挽留客户'),
    segment('general-value', '110', '一般价值客户 (ordinary: valued)', '一般价值客户'),
    segment('general-develop', '100', '一般发展客户 (ordinary: develop)', '一般发展客户'),
    segment('general-keep', '010', '一般保持客户 (ordinary: keep)', '一般保持客户'),
    segment('general-win-back', '000', '一般挽留客户 (ordinary: win back)', '一般挽留客户'),
  ],
}
