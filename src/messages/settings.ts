import { bilingual } from '../core/values/lang.js'

/** What `crm config` and `crm rates` show. */
export const settingsWords = bilingual(
  {
    title: 'Settings of this ledger',
    name: 'Setting',
    value: 'Value',
    origin: 'Where from',
    meaning: 'What it means',
    takes: 'Takes',
    origins: {
      ledger: 'set in this ledger',
      computer: 'this computer',
      orders: 'what most orders have',
      none: 'not known yet',
    },
    change: 'To change one: crm config set NAME VALUE',
    rates: 'Exchange rates',
    base: 'Base currency',
    currency: 'Currency',
    rate: 'One unit is worth',
    inBase: 'In',
    from: 'From',
    noRates: 'There are no rates. To give one: crm rates set USD=7.10',
  },
  {
    title: '账本设置',
    name: '设置',
    value: '值',
    origin: '来源',
    meaning: '含义',
    takes: '可以写',
    origins: { ledger: '本账本设定', computer: '本机', orders: '多数订单的币种', none: '还不知道' },
    change: '修改：crm config set 名称 值',
    rates: '汇率',
    base: '本位币',
    currency: '币种',
    rate: '一单位等于',
    inBase: '折算为',
    from: '起始日期',
    noRates: '还没有汇率。填写：crm rates set USD=7.10',
  },
)
