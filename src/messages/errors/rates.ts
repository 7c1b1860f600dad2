import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when an exchange rate is missing or no rate. */
export const rateErrors: Errors = {
  'rate.missing': bilingual(
    said(
      'Some amounts in {currency} have no rate to {base} on their day (the first is of {day}).',
      'No rate at all: {none}.',
      '{late} has no rate before {from}.',
      'No rate before the day beside it: {lateFrom}.',
      'Say how many {base} one of each is worth: crm rates set {pairs}',
    ),
    said(
      '{currency} 有金额在下单那天没有对 {base} 的汇率（最早一笔在 {day}）。',
      '还没有汇率：{none}。',
      '{late} 在 {from} 之前没有汇率。',
      '在所列日期之前没有汇率：{lateFrom}。',
      '请填写一单位外币等于多少 {base}：crm rates set {pairs}',
    ),
  ),
  'rate.no-base': bilingual(
    said(
      'The ledger does not know its base currency yet.',
      'Import orders first, or say it: crm config set currency.base CNY',
    ),
    said('账本还不知道本位币。', '请先导入订单，或指定：crm config set currency.base CNY'),
  ),
  'rate.is-base': bilingual(
    said('{currency} is the base currency; its rate is always 1.', 'Another base: crm config set currency.base CODE'),
    said('{currency} 就是本位币，汇率总是 1。', '换本位币：crm config set currency.base 币种代码'),
  ),
  'rate.bad': bilingual(
    said(
      '"{value}" is no rate.',
      'Write the currency and how many {base} one unit is worth, a number above zero: crm rates set USD=7.10',
    ),
    said('“{value}”不是汇率。', '请写币种和一单位等于多少 {base}，要大于零：crm rates set USD=7.10'),
  ),
  'rate.no-columns': bilingual(
    said(
      '"{file}" has no columns for currencies and their rates.',
      'It has: {headers}',
      'Name them Currency, Rate and, where rates change, From; or write a rate by hand: crm rates set USD=7.10',
    ),
    said(
      '“{file}”里没有币种和汇率这两列。',
      '表里有这些列：{headers}',
      '请把列名写成 币种、汇率，汇率有变动时再加一列 起始日期；也可以直接填写：crm rates set USD=7.10',
    ),
  ),
  'rate.bad-cell': bilingual(
    said(
      '{file} › row {row} › {header}: "{value}" cannot be taken; no rate was recorded.',
      'Each row needs a currency such as USD, how many {base} one unit is worth such as 7.10, and a day such as 2026-01-31, or none for all days.',
    ),
    said(
      '{file} › 第 {row} 行 › {header}：“{value}”不能用，没有记录任何汇率。',
      '每行要写币种（如 USD）、一单位等于多少 {base}（如 7.10），日期写成 2026-01-31，不写表示所有日期。',
    ),
  ),
  'rate.twice': bilingual(
    said(
      '{file} › row {row}: {currency} has another rate for the same day in row {other}; no rate was recorded.',
      'Leave one of the two rows out.',
    ),
    said(
      '{file} › 第 {row} 行：{currency} 同一天在第 {other} 行还有另一个汇率，没有记录任何汇率。',
      '请删掉其中一行。',
    ),
  ),
}
