import { wholeNumber } from './kinds.js'

/** R23: hours within which an answer to a complaint or question is promised, unless another time is typed. */
export const feedbackHours = wholeNumber('feedback.hours', 48, [1, 720], {
  en: 'hours within which an answer to a complaint or question is promised',
  zh: '投诉和咨询承诺在多少小时内答复',
})
