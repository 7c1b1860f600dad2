import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a step of a delisting does not fit. */
export const delistingErrors: Errors = {
  'block.already': bilingual(
    said('{id} is blocked already, since {day}.', 'What is on record: crm show {id}; to lift it: crm unblock {id}'),
    said('{id} 从 {day} 起已经摘牌。', '查看记录：crm show {id}；恢复往来：crm unblock {id}'),
  ),
  'block.proposed': bilingual(
    said('Delisting {id} was proposed on {day} already.', 'Next: crm block check {id} "what was found"'),
    said('{day} 已经提出对 {id} 摘牌。', '下一步：crm block check {id} "核实结果"'),
  ),
  'block.not-proposed': bilingual(
    said(
      'No delisting of {id} is proposed, so there is nothing to {step}.',
      'Begin with: crm block propose {id} --cause credit --reason "why"',
    ),
    said('还没有提出对 {id} 摘牌，不能 {step}。', '请先写：crm block propose {id} --cause credit --reason "原因"'),
  ),
  'block.not-checked': bilingual(
    said(
      'The delisting of {id} proposed on {day} is not checked yet; it is decided by what was found.',
      'First: crm block check {id} "what was found"; not to delist: crm block decide {id} --drop',
    ),
    said(
      '{day} 提出的对 {id} 摘牌还没有核实，核实以后才能决定。',
      '请先写：crm block check {id} "核实结果"；决定不摘牌：crm block decide {id} --drop',
    ),
  ),
  'block.undecided': bilingual(
    said(
      'The delisting of {id} is proposed and not decided yet, so there is nothing for "{step}".',
      'To decide it: crm block decide {id} --by NAMES',
    ),
    said('{id} 的摘牌已提出、还没有决定，不能记“{step}”。', '作决定：crm block decide {id} --by 同意人'),
  ),
  'block.not-decided': bilingual(
    said('{id} is not delisted, so there is nothing for "{step}".', 'Blocked customers: crm list blocked'),
    said('{id} 没有摘牌，不能记“{step}”。', '已摘牌的客户：crm list blocked'),
  ),
  'block.no-reason': bilingual(
    said(
      'A delisting is proposed with its reason.',
      'Example: crm block propose {id} --cause credit --reason "three invoices open"',
    ),
    said('提出摘牌要写原因。', '例如：crm block propose {id} --cause credit --reason "三笔货款未付"'),
  ),
  'block.no-text': bilingual(
    said('Nothing was written down for "{step}".', 'Example: crm block {step} {id} "what was found or said"'),
    said('“{step}”没有写内容。', '例如：crm block {step} {id} "核实结果或客户的说法"'),
  ),
  'block.nobody-agreed': bilingual(
    said(
      'A delisting is decided with the names of those who agreed.',
      'Example: crm block decide {id} --by "Li, Wang"; not to delist: crm block decide {id} --drop',
    ),
    said(
      '决定摘牌要写同意人。',
      '例如：crm block decide {id} --by "李经理,王店长"；决定不摘牌：crm block decide {id} --drop',
    ),
  ),
  'unblock.not-blocked': bilingual(
    said('{id} is not blocked.', 'Blocked customers: crm list blocked'),
    said('{id} 没有摘牌。', '已摘牌的客户：crm list blocked'),
  ),
}
