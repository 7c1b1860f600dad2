import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { ruleSetting } from '../core/settings/rules.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

type CampaignCause = {
  readonly campaign: string
  readonly name: string
  readonly exportedOn: string
  /** Where the messages stand; `-` for no file. */
  readonly file: string
}

/** A campaign whose list was written to be worked by hand (R22): due until the customer was contacted, for two weeks. */
export const campaign: Rule<CampaignCause> = {
  name: 'campaign',
  isMarketing: true,
  isByCalendar: true,
  isOfRecords: true,
  lapses: 'when-late',
  stakes: 'chance-lost',
  weightPercent: 10,
  setting: ruleSetting('campaign', [], {
    en: 'whether customers of a campaign whose list was written are due until they were contacted',
    zh: '活动名单导出后，还没联系的客户是否提醒',
  }),
  words: bilingual(
    {
      label: 'Campaign',
      reason: ({ campaign: id, name, exportedOn }: CampaignCause) => `campaign ${id} ${name}, list of ${exportedOn}`,
      advice: ({ campaign: id, file }: CampaignCause) =>
        file === '-'
          ? `send the message of the list (crm campaign show ${id})`
          : `send the message written for them in ${file}`,
    },
    {
      label: '营销活动',
      reason: ({ campaign: id, name, exportedOn }) => `活动${id}“${name}”，名单${exportedOn}导出`,
      advice: ({ campaign: id, file }) =>
        file === '-' ? `按名单发消息（crm campaign show ${id}）` : `发送${file}里写给这位客户的消息`,
    },
  ),
  propose(facts, asOf) {
    const { kept, lastContactOn } = facts
    return (kept.campaigns ?? []).flatMap(({ id, name, exportedOn, file }) => {
      const isMet = lastContactOn !== null && lastContactOn >= exportedOn
      const days = { dueOn: exportedOn, lastSensibleOn: exportedOn + SENSIBLE_DAYS }
      const isOver = facts.standsUntil(this.name, { subject: id, ...days }) < asOf
      if (isMet || isOver || facts.closedOn(this.name, id) !== null) return []
      const cause = { campaign: id, name, exportedOn: dateOf(exportedOn), file }
      return [{ subject: id, ...days, cause }]
    })
  },
}
