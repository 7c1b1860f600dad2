import { wholeNumber } from './kinds.js'

/** R22: nobody is in two campaigns within so many days. */
export const campaignPause = wholeNumber('campaign.pause', 7, [0, 365], {
  en: 'days after a campaign was written to a customer during which no other one takes him',
  zh: '客户收到一次营销活动后，多少天内不再进入别的活动',
})
