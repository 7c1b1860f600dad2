import { both, type Sayings } from './saying.js'

/** Findings about rows of leads and deals. */
export const leadIssues: Sayings = {
  'value.level': both(
    (p) => [
      `no intent level we know: "${p.value}"; the lead is taken without one`,
      'Levels are H, A, B, C and D (hot, warm, cold and high, medium, low are understood too); correct the cell and import the file again, or set it: crm lead level CUSTOMER B',
    ],
    (p) => [
      `不认识的意向等级：“${p.value}”；这条线索按没有等级导入`,
      '意向等级写 H、A、B、C、D（高、中、低也认得）；改好这一格再导入一次，或直接设定：crm lead level 客户 B',
    ],
  ),
  'value.stage': both(
    (p) => [
      `no stage we know: "${p.value}"; the lead is taken as open`,
      'Stages are contact, need, proposal, price and ordered; a lead has ended where it says won, lost or invalid. Correct the cell and import the file again, or set it: crm lead stage CUSTOMER proposal',
    ],
    (p) => [
      `不认识的跟进阶段：“${p.value}”；这条线索按跟进中导入`,
      '阶段写初次接触、需求了解、方案提供、价格协商、下单；已结束的写成交、战败或无效。改好这一格再导入一次，或直接设定：crm lead stage 客户 方案提供',
    ],
  ),
  'value.probability': both(
    (p) => [
      `no probability that can be told, left out: "${p.value}"`,
      'A column says 0 to 100 or 0 to 1 throughout; 40% can be told in both. Correct the cells and import the file again, or give it: crm lead note CUSTOMER --probability 40',
    ],
    (p) => [
      `说不准的成交概率，已略过：“${p.value}”`,
      '一列里要么都是 0–100，要么都是 0–1；写成 40% 就不会弄错。改好后再导入一次，或直接填写：crm lead note 客户 --probability 40',
    ],
  ),
  'lead.second': both(
    (p) => [
      `${p.who} is registered by ${p.owner}${p.day === '' ? '' : ` since ${p.day}`}; the registration by ${p.value} is a conflict and changes nothing of the lead`,
      'Both stand under "Conflicts" of crm lead list. To hand it over: crm lead release CUSTOMER, then crm lead claim CUSTOMER --owner NAME',
    ],
    (p) => [
      `${p.who} 已由${p.owner}${p.day === '' ? '' : `于 ${p.day} `}报备；${p.value}的报备算撞单，不改动这条意向客户`,
      '双方记在 crm lead list 的“撞单”里。要换人跟进：先 crm lead release 客户，再 crm lead claim 客户 --owner 姓名',
    ],
  ),
  'value.second-deal': both(
    (p) => [
      `a second open deal of the customer of row ${p.value}: a customer has one lead at a time`,
      'What the newer of the two says counts, and the other amount is in no sum. Put the two into one row with the sum of both and import the file again, or give the sum: crm lead note CUSTOMER --amount 5000',
    ],
    (p) => [
      `和第 ${p.value} 行是同一客户的另一个商机：每个客户同时只有一条线索`,
      '以较新的一行为准，另一行的金额不计入合计。请把两行合成一行、金额相加后再导入一次，或直接填写合计：crm lead note 客户 --amount 5000',
    ],
  ),
  'value.close-over': both(
    (p) => [
      `the sale is expected on a day that is over: "${p.value}"; the lead is open all the same, and the funnel counts it for this month`,
      'Correct the cell and import the file again, or give the day: crm lead note CUSTOMER --close DATE; if it has ended: crm lead won|lost CUSTOMER',
    ],
    (p) => [
      `预计成交日期“${p.value}”已经过了，线索仍在跟进中，漏斗里按当月成交算`,
      '改好这一格再导入一次，或直接改日期：crm lead note 客户 --close 日期；已经结束的：crm lead won|lost 客户',
    ],
  ),
}
