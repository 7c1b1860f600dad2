import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What `crm import` says of a sheet of twins that came back. */
export const twinWords = bilingual(
  {
    row: (number: number) => `row ${number}`,
    counts: (p: { merged: number; apart: number; known: number; blank: number; wrong: number }) =>
      `${plural(p.merged, 'pair')} made one customer, ${p.apart} kept apart, ${p.known} known already, ${p.blank} not answered, ${p.wrong} not understood`,
    recorded: (batch: number) => `Recorded as batch ${batch}. To take it back: crm undo`,
    nothingNew: 'Nothing new was answered; nothing was written.',
    dryRun: 'Nothing was written. To do it, run the same command without --dry-run.',
  },
  {
    row: (number) => `第 ${number} 行`,
    counts: (p) =>
      `合并 ${p.merged} 组，确认不是同一人 ${p.apart} 组，早已如此 ${p.known} 组，没有填写 ${p.blank} 组，看不懂 ${p.wrong} 组`,
    recorded: (batch) => `已记录，批次 ${batch}。撤销：crm undo`,
    nothingNew: '没有新的答复，没有写入任何内容。',
    dryRun: '没有写入任何内容。要正式执行，请去掉 --dry-run 再运行一次。',
  },
)
