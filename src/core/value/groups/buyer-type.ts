import { bilingual, type Lang } from '../../values/lang.js'
import { type BuyerType, gradeWords } from '../grades/words.js'
import { type Dimension, NO_GROUP, wholeCustomer } from './dimension.js'

const PROPOSED = '-proposed'

const words = bilingual({ proposed: (type: string) => `${type} (proposed)` }, { proposed: (type) => `${type}（建议）` })

/** The group of a buyer type: what was set by hand is not what is only proposed. */
export function buyerTypeGroup(type: BuyerType, isByHand: boolean): string {
  return isByHand ? type : `${type}${PROPOSED}`
}

function nameOf(group: string, lang: Lang): string {
  const names: Readonly<Record<string, string>> = gradeWords[lang].buyerTypes
  if (!group.endsWith(PROPOSED)) return names[group] ?? group
  const type = group.slice(0, -PROPOSED.length)
  return words[lang].proposed(names[type] ?? type)
}

/** R13: what customers buy for, as set by hand, and apart from it as proposed. */
export const buyerType: Dimension = {
  words: bilingual(
    {
      label: 'Buyer type',
      title: 'Customers by buyer type',
      none: '(no buyer type)',
      several: '',
      unknown:
        'No customer has a buyer type yet, and nothing proposes one. Set one: crm edit CUSTOMER --buyer-type reseller',
    },
    {
      label: '买家类型',
      title: '各买家类型的客户',
      none: '（没有买家类型）',
      several: '',
      unknown: '还没有客户标明买家类型，也看不出来。设定：crm edit 客户 --buyer-type reseller',
    },
  ),
  asksFor: 'buyerType',
  partsOf: (facts) => wholeCustomer(facts, (customer) => [facts.said.get(customer) ?? NO_GROUP]),
  nameOf,
}
