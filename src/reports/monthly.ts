import { bilingual } from '../core/values/lang.js'
import { periodReport } from './period/report.js'
import { wholePicture } from './period/sections.js'

/** A calendar month: the whole picture. */
export const monthly = periodReport({
  name: 'monthly',
  kind: 'month',
  words: bilingual(
    {
      title: 'Monthly report',
      purpose:
        'A month beside the month before and the same a year before: sales, customers, movers, segments, countries, products, work done, leads, complaints, care, forecast, and what the ledger lacks.',
    },
    {
      title: '月报',
      purpose:
        '一个月与上月和去年同月对比：销售、客户、升降级、分群、国家、商品、跟进完成情况、意向客户、投诉、客户关怀、销售预估，以及账本里缺什么。',
    },
  ),
  sections: wholePicture,
})
