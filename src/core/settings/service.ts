import { wholeNumber } from './kinds.js'
import { ruleSetting } from './rules.js'

/** R23: hours within which an answer to a complaint or question is promised, unless another time is typed. */
export const feedbackHours = wholeNumber('feedback.hours', 48, [1, 720], {
  en: 'hours within which an answer to a complaint or question is promised',
  zh: '投诉和咨询承诺在多少小时内答复',
})

/** R23: days open after which an open complaint is brought up again, louder each time. */
export const escalationSetting = ruleSetting('complaint', [3, 5, 7], {
  en: 'days after which an open complaint is escalated (feedback.hours says by when an answer is promised)',
  zh: '投诉几天没处理完要升级提醒（承诺处理时限见 feedback.hours）',
})
