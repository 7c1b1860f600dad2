import { bilingual } from '../core/values/lang.js'

/** What is said of phones and e-mails that many customers use. */
export const sharedKeyWords = bilingual(
  {
    decided: (n: number) =>
      `What you recorded for ${n.toLocaleString('en-US')} of these phones or e-mails (a block, tags or contacts) speaks of every customer who uses ${n === 1 ? 'it' : 'them'}. To lift it for one of them: crm unblock CUSTOMER or crm tag CUSTOMER TAG --remove`,
  },
  {
    decided: (n) =>
      `其中 ${n} 个上有您记下的摘牌、标签或跟进，对使用它的每位客户都算数。只给其中一位取消：crm unblock 客户，或 crm tag 客户 标签 --remove`,
  },
)
