import { enumerated } from '../core/values/joined.js'
import { bilingual, type Lang } from '../core/values/lang.js'

const words = bilingual(
  {
    contacts: (currencies: string, pairs: string) =>
      `Amounts in ${currencies} have no rate: tier, segment and net revenue are blank, and who ordered most often stands first. To see them: crm rates set ${pairs}`,
    customer: (currencies: string, pairs: string) =>
      `Amounts in ${currencies} have no rate: tier, classes, segment and net revenue are left out, orders stand in their own currencies, and what is due for a tier or service level is not told. To see them: crm rates set ${pairs}`,
  },
  {
    contacts: (currencies, pairs) =>
      `${currencies} 的金额没有汇率：客户类别、分群和净销售额留空，按订单数从多到少排列。补上汇率：crm rates set ${pairs}`,
    customer: (currencies, pairs) =>
      `${currencies} 的金额没有汇率：没有列出客户类别、等级、分群和净销售额；订单按各自的币种列出；因客户类别或服务级别而要跟进的事没有列出。补上汇率：crm rates set ${pairs}`,
  },
)

/** What is left out for want of rates, and how to give them; nothing where all are known. */
export function unratedNotes(
  { unrated = [], lang }: { readonly unrated?: readonly string[] | undefined; readonly lang: Lang },
  of: 'contacts' | 'customer',
): string[] {
  if (unrated.length === 0) return []
  const pairs = unrated.map((currency) => `${currency}=…`).join(' ')
  return [words[lang][of](enumerated(unrated, lang), pairs)]
}
