import { countryName } from '../../values/country.js'
import { bilingual } from '../../values/lang.js'
import { type Dimension, NO_GROUP, wholeCustomer } from './dimension.js'

/** R13: where customers live. */
export const country: Dimension = {
  words: bilingual(
    {
      label: 'Country',
      title: 'Customers by country',
      none: '(no country)',
      several: '',
      unknown: 'No file names the country of a customer. To type one: crm edit CUSTOMER --country US',
    },
    {
      label: '国家/地区',
      title: '各国家/地区的客户',
      none: '（没有国家/地区）',
      several: '',
      unknown: '没有任何表写明客户的国家/地区。填写：crm edit 客户 --country CN',
    },
  ),
  partsOf: (facts) => wholeCustomer(facts, (customer) => [facts.snapshot.customers[customer]!.country ?? NO_GROUP]),
  nameOf: (code, lang) => countryName(code, lang),
}
