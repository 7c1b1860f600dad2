import { bilingual } from '../core/values/lang.js'
import { periodReport } from './period/report.js'
import { weekAtAGlance } from './period/sections.js'

/** The seven days that end on the as-of day, or a calendar week: what happened, whom to contact, who moved. */
export const weekly = periodReport({
  name: 'weekly',
  kind: 'week',
  words: bilingual(
    {
      title: 'Weekly report',
      purpose:
        'The week beside the week before and 52 weeks before, what to do first, whom to contact, classes, movers, segments and open complaints.',
    },
    {
      title: '周报',
      purpose: '本周与上周、52周前对比，先做的三件事，该联系的客户、客户类别、升降级名单、客户分群和未处理完的投诉。',
    },
  ),
  sections: weekAtAGlance,
})
