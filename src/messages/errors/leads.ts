import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

const NEAR = 'Did you mean {near}?'
const NEAR_ZH = '您是不是要写 {near}？'

/** What is said when a lead cannot be changed as asked. */
export const leadErrors: Errors = {
  'lead.nameless': bilingual(
    said('A new lead needs a name.', 'Example: crm lead add "Berta Example" --phone "+49 30 901820"'),
    said('新的意向客户要有姓名。', '例如：crm lead add 李四 --phone 13800000002'),
  ),
  'lead.none': bilingual(
    said('{who} has no lead.', 'To register one: crm lead add {id}'),
    said('{who} 没有报备为意向客户。', '要报备：crm lead add {id}'),
  ),
  'lead.conflict': bilingual(
    said(
      '{who} is registered already: {owner} came first, on {day}. Nothing was changed.',
      'What is known of it: crm lead show {id}',
      'When {owner} gives it up: crm lead release {id}',
    ),
    said(
      '撞单：{who} 已由 {owner} 于 {day} 先报备，没有改动。',
      '查看：crm lead show {id}',
      '{owner} 放弃时：crm lead release {id}',
    ),
  ),
  'lead.registered': bilingual(
    said(
      '{who} is registered as a lead already, since {day}. Nothing was changed.',
      'To write down more of it: crm lead note {id} --need TEXT',
    ),
    said('{who} 已于 {day} 报备为意向客户，没有改动。', '要补充内容：crm lead note {id} --need 内容'),
  ),
  'lead.won': bilingual(
    said('The lead of {who} was won on {day}.', 'For another sale to come: crm lead add {id}'),
    said('{who} 已于 {day} 成交。', '有新的意向时：crm lead add {id}'),
  ),
  'lead.closed': bilingual(
    said(
      'The lead of {who} is closed since {day}: {outcome}.',
      'To take that back: crm undo; to register another: crm lead add {id}',
    ),
    said('{who} 的意向已于 {day} 结束：{outcome}。', '撤销：crm undo；重新报备：crm lead add {id}'),
  ),
  'lead.later': bilingual(
    said(
      'The lead of {who} was registered on {day}; nothing can be recorded of it before.',
      'Name that day or a later one with --on.',
    ),
    said('{who} 是 {day} 才报备的，之前的日期不能记录。', '请用 --on 写这一天或以后的日期。'),
  ),
  'lead.before-end': bilingual(
    said(
      'The lead before this one of {who} was open until {day}; another can be registered from that day on.',
      'Name that day or a later one with --on, or leave it out for today.',
    ),
    said('{who} 的上一条意向到 {day} 才结束，从这一天起才能再报备。', '请用 --on 写这一天或以后的日期，不写就是今天。'),
  ),
  'lead.too-early': bilingual(
    said(
      'The last step of the lead of {who} was on {day}; this would be before it.',
      'Name that day or a later one with --on {day}, or take that step back first: crm imports, crm undo BATCH',
    ),
    said(
      '{who} 最近一次变动是在 {day}，不能写更早的日期。',
      '请用 --on {day} 或以后的日期；那次变动记错了就先撤销：crm imports、crm undo 批次',
    ),
  ),
  'lead.unknown-level': bilingual(
    said('"{value}" is no level of a lead.', NEAR, 'Choose one of {allowed}.'),
    said('没有“{value}”这个意向级别。', NEAR_ZH, '可以选择：{allowed}。'),
  ),
  'lead.unknown-stage': bilingual(
    said('"{value}" is no stage of a lead.', NEAR, 'Choose one of {allowed}.'),
    said('没有“{value}”这个跟进阶段。', NEAR_ZH, '可以选择：{allowed}。'),
  ),
  'lead.unknown-reason': bilingual(
    said('"{value}" is no reason for an invalid lead.', NEAR, 'Choose one of {allowed}.'),
    said('“{value}”不是无效客户的原因。', NEAR_ZH, '可以选择：{allowed}。'),
  ),
  'lead.lost-reason': bilingual(
    said('A lead is lost for a reason: it is counted.', 'Example: crm lead lost {id} --reason "price too high"'),
    said('战败要写原因，以便统计。', '例如：crm lead lost {id} --reason "价格太高"'),
  ),
  'lead.invalid-reason': bilingual(
    said(
      'Say why this is no lead: not-a-buyer, duplicate or unreachable.',
      'Example: crm lead invalid {id} --reason duplicate',
    ),
    said('请写明为什么无效：不是买家、重复、联系不上。', '例如：crm lead invalid {id} --reason 重复'),
  ),
  'lead.nothing': bilingual(
    said('Nothing to write down was given.', 'Example: crm lead note {id} --need "oak boards" --amount 5000'),
    said('没有写要记的内容。', '例如：crm lead note {id} --need "橡木板" --amount 5000'),
  ),
  'lead.no-owner': bilingual(
    said('Say who takes the lead.', 'Example: crm lead claim {id} --owner Li'),
    said('请写明由谁领取。', '例如：crm lead claim {id} --owner 李明'),
  ),
  'lead.held': bilingual(
    said('{who} is not in the pool: {holder} has it.', 'When {holder} gives it up: crm lead release {id}'),
    said('{who} 不在公海，由 {holder} 跟进。', '{holder} 放弃时：crm lead release {id}'),
  ),
  'lead.cool-off': bilingual(
    said(
      '{owner} had {who} before and may claim it again from {day} on.',
      'Another owner may claim it now; the days are set by: crm config set pool.cool-off {days}',
    ),
    said(
      '{owner} 是 {who} 的原跟进人，{day} 起才能再次领取。',
      '其他人现在可以领取；天数设置：crm config set pool.cool-off {days}',
    ),
  ),
  'lead.holding-limit': bilingual(
    said(
      '{owner} holds as many open leads as the limit allows: {count}.',
      'The limit: crm config get pool.holding-limit',
    ),
    said('{owner} 已持有 {count} 位意向客户，达到上限。', '查看上限：crm config get pool.holding-limit'),
  ),
  'lead.claim-limit': bilingual(
    said(
      '{owner} has claimed as many leads on this day as the limit allows: {count}.',
      'The limit: crm config get pool.claim-limit',
    ),
    said('{owner} 当天已领取 {count} 位，达到上限。', '查看上限：crm config get pool.claim-limit'),
  ),
  'lead.not-held': bilingual(
    said('Nobody has {who}: it is in the pool.', 'To take it: crm lead claim {id} --owner NAME'),
    said('{who} 在公海，没有跟进人。', '领取：crm lead claim {id} --owner 姓名'),
  ),
  'lead.bad-amount': bilingual(
    said('"{value}" is no amount.', 'Write it in the base currency: --amount 5000'),
    said('“{value}”不是金额。', '请按本位币填写：--amount 5000'),
  ),
  'lead.bad-probability': bilingual(
    said('"{value}" is no probability.', 'Write a whole number from 0 to 100: --probability 60'),
    said('“{value}”不是概率。', '请写0至100的整数：--probability 60'),
  ),
}
