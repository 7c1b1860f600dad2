import { leadWords } from '../../core/follow-up/leads/words.js'
import type { Lang } from '../../core/values/lang.js'
import { both, type Sayings } from './saying.js'

/** What a code of a lead is called; what is none stands as it is. */
function called(words: 'levels' | 'outcomes', code: unknown, lang: Lang): string {
  const names: Readonly<Record<string, string>> = leadWords[lang][words]
  return names[String(code)] ?? String(code)
}

/** Findings about rows of a list of leads. */
export const leadListIssues: Sayings = {
  'list.no-lead': both(
    (p) => [
      `${p.who} has no lead any more: its registration was taken back`,
      `To register one: crm lead add ${p.id}; a row with a contact alone is taken.`,
    ],
    (p) => [`${p.who} 已没有意向记录：报备已撤销`, `重新报备：crm lead add ${p.id}；只填跟进内容的行可以导入。`],
  ),
  'list.lead-closed': both(
    (p) => [
      `the lead of ${p.who} is closed since ${p.day}: ${called('outcomes', p.value, 'en')}; nothing of the row was recorded`,
      `What is known of it: crm lead show ${p.id}; for another lead: crm lead add ${p.id}; a row with a contact alone is taken.`,
    ],
    (p) => [
      `${p.who} 的意向已于 ${p.day} 结束：${called('outcomes', p.value, 'zh')}；这一行没有记录`,
      `查看：crm lead show ${p.id}；重新报备：crm lead add ${p.id}；只填跟进内容的行可以导入。`,
    ],
  ),
  'list.lead-later': both(
    (p) => [
      `the lead of ${p.who} was registered on ${p.day}, after the day of the row: ${p.value}`,
      'Write that day or a later one.',
    ],
    (p) => [`${p.who} 是 ${p.day} 才报备的，晚于这一行的日期 ${p.value}`, '请写那一天或以后的日期。'],
  ),
  'list.lead-too-early': both(
    (p) => [
      `the last step of the lead of ${p.who} was on ${p.day}, after the day of the row: ${p.value}`,
      `Write that day or a later one; or take the later step back first (crm imports, crm undo). To see them: crm lead show ${p.id}`,
    ],
    (p) => [
      `${p.who} 最近一次变动是在 ${p.day}，晚于这一行的日期 ${p.value}`,
      `请写那一天或以后的日期；那次变动记错了就先撤销：crm imports、crm undo 批次。查看：crm lead show ${p.id}`,
    ],
  ),
  'list.close-over': both(
    (p) => [
      `the sale to ${p.who} is expected on a day that is over: ${p.value}; it is recorded, and the funnel counts it for this month`,
      `To change the day: crm lead note ${p.id} --close DATE`,
    ],
    (p) => [
      `${p.who} 的预计成交日期 ${p.value} 已经过了，已照样记录，漏斗里按当月成交算`,
      `改日期：crm lead note ${p.id} --close 日期`,
    ],
  ),
  'list.lost-reason': both(
    (p) => [`${p.who} is said to be lost, without a reason`, 'Write why: lost leads are counted by their reasons.'],
    (p) => [`${p.who} 填了战败，没有写原因`, '请写战败原因，以便统计。'],
  ),
  'list.invalid-reason': both(
    (p) => [
      `${p.who} is said to be no lead, and the reason is none of the three: "${p.value}"`,
      'Write one of: not a buyer, duplicate, unreachable.',
    ],
    (p) => [`${p.who} 填了无效客户，原因不是三种之一：“${p.value}”`, '请写其中之一：不是买家、重复、联系不上。'],
  ),
  'list.reason-alone': both(
    (p) => [
      `there is a reason for ${p.who}, and no outcome: "${p.value}"`,
      'Choose won, lost or invalid beside it, or write it into the note.',
    ],
    (p) => [
      `${p.who} 写了原因，没有选结果：“${p.value}”`,
      '请在旁边选成交、战败或无效客户，或者把这句话写在跟进内容里。',
    ],
  ),
  'list.unborne': both(
    (p) => [
      `${p.who}: the record does not bear level ${called('levels', p.value, 'en')} yet; it bears ${called('levels', p.near, 'en')}`,
      `What is missing: crm lead level ${p.id}`,
    ],
    (p) => [
      `${p.who}：记录还够不上${called('levels', p.value, 'zh')}，按记录是${called('levels', p.near, 'zh')}`,
      `还缺什么：crm lead level ${p.id}`,
    ],
  ),
  'list.lost-unseen': both(
    (p) => [
      `${p.who} was lost without a contact on record, and is listed as unproven`,
      `To note one: crm log ${p.id} "what was said" --on DATE`,
    ],
    (p) => [`${p.who} 没有任何跟进记录就战败，会列入“未经证实”`, `补记：crm log ${p.id} "内容" --on 日期`],
  ),
}
