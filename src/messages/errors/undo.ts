import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a batch cannot be taken back or put back. */
export const undoErrors: Errors = {
  'undo.nothing': bilingual(
    said('There is nothing to take back.', 'What was imported and decided: crm imports'),
    said('没有可以撤销的内容。', '查看历次导入和操作：crm imports'),
  ),
  'undo.unknown': bilingual(
    said('There is no batch {batch}.', 'All batches: crm imports'),
    said('没有批次 {batch}。', '查看全部批次：crm imports'),
  ),
  'undo.already': bilingual(
    said('Batch {batch} is taken back already.', 'To put it back into force: crm undo --redo {batch}'),
    said('批次 {batch} 已经撤销过了。', '要恢复它：crm undo --redo {batch}'),
  ),
  'undo.blocked': bilingual(
    said(
      'Batch {batch} cannot be taken back alone: later decisions rest on it: {list}.',
      'Take those back first, beginning with: crm undo {last}',
    ),
    said('批次 {batch} 不能单独撤销，后面的操作要靠它：{list}。', '请先撤销后面的，从这一批开始：crm undo {last}'),
  ),
  'redo.nothing': bilingual(
    said('No batch was taken back, so there is nothing to put back.', 'All batches: crm imports'),
    said('没有撤销过的批次，不需要恢复。', '查看全部批次：crm imports'),
  ),
  'redo.not-voided': bilingual(
    said('Batch {batch} is in force; there is nothing to put back.', 'All batches: crm imports'),
    said('批次 {batch} 没有撤销过，不需要恢复。', '查看全部批次：crm imports'),
  ),
  'redo.again': bilingual(
    said(
      'Batch {batch} cannot be put back: its rows were imported again as batch {list}, and its gifts or countermeasures would count twice.',
      'To have batch {batch} instead, first take back: crm undo {first}',
    ),
    said(
      '批次 {batch} 不能恢复：同样的行后来又作为批次 {list} 导入过，恢复会重复计算礼品或对策。',
      '如果要改用批次 {batch}，请先撤销：crm undo {first}',
    ),
  ),
  'redo.rests': bilingual(
    said(
      'Batch {batch} cannot be put back alone: what it is about was taken back with batch {list}.',
      'Put that back first: crm undo --redo {first}',
    ),
    said('批次 {batch} 不能单独恢复，它所依据的批次 {list} 已撤销。', '请先恢复：crm undo --redo {first}'),
  ),
  'redo.blocked': bilingual(
    said(
      'Batch {batch} cannot be put back: what was decided since would not fit any more: {list}.',
      'Take that back first, beginning with: crm undo {last}',
    ),
    said('批次 {batch} 不能恢复，恢复后与后来的操作冲突：{list}。', '请先撤销后来的，从这一批开始：crm undo {last}'),
  ),
  'redo.unfit': bilingual(
    said(
      'Batch {batch} cannot be put back: what it recorded does not fit what is in the ledger now.',
      'What was decided and taken back since: crm imports',
    ),
    said('批次 {batch} 不能恢复：其中的记录与账本现状不符。', '查看后来的操作和撤销：crm imports'),
  ),
}
