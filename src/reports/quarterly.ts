import { bilingual } from '../core/values/lang.js'
import { periodReport } from './period/report.js'
import { wholePicture } from './period/sections.js'
import { satisfactionSection } from './period/service-sections.js'

/** A calendar quarter: the whole picture, with the answers of customers summed up (R27). */
export const quarterly = periodReport({
  name: 'quarterly',
  kind: 'quarter',
  words: bilingual(
    {
      title: 'Quarterly report',
      purpose:
        'A quarter beside the quarter before and the same a year before: all of the monthly report, with the scores customers gave and what was done about them.',
    },
    {
      title: '季报',
      purpose: '一个季度与上季度和去年同季对比：月报的全部内容，加上客户评分汇总和处理情况。',
    },
  ),
  sections: [...wholePicture, satisfactionSection],
})
