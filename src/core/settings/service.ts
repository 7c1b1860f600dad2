import { wholeNumber } from './kinds.js'

/** R23: hours within which an answer to a complaint or question is promised, unless another time is typed. */
export const feedbackHours = wholeNumber('feedback.hours', 48, [1, 720], {
  en: 'hours within which an answer to a complaint or question is promised',
  zh: '投诉和咨询承诺在多少小时内答复',
})

/** R27: how many of a hundred customers below service level A are asked how satisfied they are. */
export const surveySample = wholeNumber('survey.sample', 20, [0, 100], {
  en: 'percent of the customers below service level A who are asked once a quarter how satisfied they are',
  zh: '服务级别A以外的客户中，每季度抽取百分之几做满意度调查',
})
