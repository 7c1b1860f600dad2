import { both, type Sayings } from './saying.js'

/** Findings about rows of the care list. */
export const careListIssues: Sayings = {
  'list.value-alone': both(
    (p) => [`there is a value for ${p.who}, and no gift`, 'Write what was given beside it.'],
    (p) => [`${p.who} 写了礼品价值，没写送了什么`, '请在旁边写明礼品。'],
  ),
  'list.no-gift': both(
    (p) => [
      `${p.who} is said to have replied, and no gift for this occasion is on record`,
      `Write the gift into the row; to a gift of another occasion: crm care reply ${p.id} "what was said" --gift G1`,
    ],
    (p) => [
      `${p.who} 写了客户回应，但这个日子没有送礼记录`,
      `请在这一行写明礼品；如果是别的礼品：crm care reply ${p.id} "反馈" --gift G1`,
    ],
  ),
  'list.gift-over': both(
    (p) => [
      `the gift to ${p.who} costs more than the plan has for it: ${p.value}; it is recorded`,
      'The plan: crm care plan',
    ],
    (p) => [`送给 ${p.who} 的礼品超过计划的限额 ${p.value}，已照样记录`, '查看计划：crm care plan'],
  ),
  'list.gift-over-year': both(
    (p) => [
      `with the gift to ${p.who} the budget of the year is exceeded: ${p.value}; it is recorded`,
      'What was spent: crm care; the plan: crm care plan',
    ],
    (p) => [`加上送给 ${p.who} 的礼品，超过全年预算 ${p.value}，已照样记录`, '已花费：crm care；计划：crm care plan'],
  ),
}
