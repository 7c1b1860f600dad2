import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands about service and credit. */
export const serviceWords = {
  credit: bilingual(
    {
      summary: 'credit lists: green, yellow, red and black, with fulfilment and the reason',
      arguments: { filter: argumentWords.en.filter },
      options: {},
      examples: ['crm credit', 'crm credit credit:red,black', 'crm credit tier:A -o credit.xlsx'],
    },
    {
      summary: '信用名单：绿、黄、红、黑，附履约率和原因',
      arguments: { filter: argumentWords.zh.filter },
      options: {},
      examples: ['crm credit', 'crm credit credit:red,black', 'crm credit tier:A -o 信用名单.xlsx'],
    },
  ),
  points: bilingual(
    {
      summary: 'points: who has how many, the statement of one customer; earn, redeem and adjust them',
      arguments: {
        action: 'show: the statement of a customer; earn, redeem, adjust: record points by hand; nothing: the list',
        rest: 'which customers to list; after an action the customer, then the number of points',
      },
      options: { for: 'what points were redeemed for: gift, coupon, money off', note: 'why' },
      examples: [
        'crm points',
        'crm points tier:A -o points.xlsx',
        'crm points show anna@example.com',
        'crm points earn anna@example.com 100 --note "photo of the set table"',
        'crm points redeem anna@example.com 200 --for coupon',
        'crm points adjust anna@example.com -50 --note "counted twice"',
      ],
    },
    {
      summary: '客户积分：谁有多少、一位客户的明细；累积、兑换、调整',
      arguments: {
        action: 'show：一位客户的明细；earn 累积、redeem 兑换、adjust 调整；不写就是名单',
        rest: '名单里要哪些客户；动作后面写客户，再写积分数',
      },
      options: { for: '换了什么：礼品 gift、优惠券 coupon、抵现 money', note: '原因' },
      examples: [
        'crm points',
        'crm points tier:A -o 积分.xlsx',
        'crm points show 张三',
        'crm points earn 张三 100 --note "晒单"',
        'crm points redeem 张三 200 --for coupon',
        'crm points adjust 张三 -50 --note "多算了"',
      ],
    },
  ),
}
