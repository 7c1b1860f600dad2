import { bilingual } from '../core/values/lang.js'

interface Counts {
  readonly recorded: number
  readonly changed: number
  readonly known: number
  readonly rejected: number
}

/** What `crm import` says of a register of gifts kept by hand. */
export const giftRegisterWords = bilingual(
  {
    counts: (p: Counts) =>
      `gifts: ${p.recorded} new, ${p.changed} with another value or a reply, ${p.known} recorded before, ${p.rejected} not taken`,
    unvalued: (count: number) =>
      `${count === 1 ? '1 gift has no value: it is' : `${count} gifts have no value: they are`} on record and count as nothing in what care has cost. Write what ${count === 1 ? 'it' : 'each'} cost into the sheet (a column Value) and import it again: the ${count === 1 ? 'gift gets its value' : 'gifts get their values'} and none is added.`,
    recorded: (batch: number) => `Gifts recorded as batch ${batch}; to see them: crm care. To take them back: crm undo`,
    nothingNew: 'No gift that was not on record; nothing was written.',
    dryRun: 'Nothing was written. To do it, run the same command without --dry-run.',
  },
  {
    counts: (p) => `礼品：新增 ${p.recorded}，金额或回应有变 ${p.changed}，以前已记录 ${p.known}，未采用 ${p.rejected}`,
    unvalued: (count) =>
      `有 ${count} 份礼品没有写金额：已记录，但不计入礼品花费。请在表里（“金额”一列）补上再导入一次，只补金额，不会重复记录。`,
    recorded: (batch) => `礼品已记录，批次 ${batch}；查看：crm care。撤销：crm undo`,
    nothingNew: '没有新的礼品，没有写入任何内容。',
    dryRun: '没有写入任何内容。要正式执行，请去掉 --dry-run 再运行一次。',
  },
)
