import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands about service and credit. */
export const serviceWords = {
  feedback: bilingual(
    {
      summary: 'complaints, suggestions, praise and questions: write down, answer, resolve, list, sum up',
      arguments: {
        action: 'list, show, summary, open, assign, respond, resolve, satisfied, reopen, adopt or decline',
        words:
          'after list and summary a filter; after open the customer and what was said; after all else the number (F12), then who takes care of it, what was answered or what was done',
      },
      options: {
        kind: 'complaint (when nothing is typed), suggestion, praise or question; after list only these',
        category: 'what it is about, in a word of your own: complaints of a category are counted together',
        severity: 'how serious it is',
        order: 'the order it is about',
        owner: 'who takes care of it; after list only theirs',
        promised: 'by when an answer is promised: 24h, +2d, 2026-12-01, "2026-12-01 14:00"',
        open: 'after list: only what is open',
      },
      examples: [
        'crm feedback list --open',
        'crm feedback open anna@example.com "cup arrived broken" --category quality --severity high',
        'crm feedback respond F12 "a new one is on its way"',
        'crm feedback resolve F12 "sent a new cup"',
        'crm feedback reopen F12 "broken again" --promised 24h',
        'crm feedback adopt F13 "smaller boxes from May on"',
        'crm feedback summary',
      ],
    },
    {
      summary: '客户反馈：投诉、建议、表扬、咨询的登记、答复、处理和汇总',
      arguments: {
        action:
          'list（列表）、show（查看）、summary（汇总）、open（登记）、assign（分派）、respond（答复）、resolve（处理完毕）、satisfied（客户满意）、reopen（重新打开）、adopt（采纳）或 decline（不采纳）',
        words:
          'list 和 summary 后面写筛选条件；open 后面写客户和反馈内容；其余的先写编号（F12），再写负责人、答复或处理结果',
      },
      options: {
        kind: '投诉（不写时）、建议、表扬或咨询；用于 list 时只列这一种',
        category: '反馈的类别，用您自己的叫法；同一类别的投诉会合在一起统计',
        severity: '严重程度：轻微、一般、严重',
        order: '涉及的订单号',
        owner: '负责人；用于 list 时只列他负责的',
        promised: '承诺处理时限：24h、+2d、2026-12-01、"2026-12-01 14:00"',
        open: '用于 list：只列处理中的',
      },
      examples: [
        'crm feedback list --open',
        'crm feedback open 张三 "杯子到货时碎了" --category 质量 --severity 严重',
        'crm feedback respond F12 "已安排补发"',
        'crm feedback resolve F12 "补发了新杯子"',
        'crm feedback reopen F12 "又碎了" --promised 24h',
        'crm feedback adopt F13 "五月起换小包装"',
        'crm feedback summary',
      ],
    },
  ),
  rate: bilingual(
    {
      summary: 'a satisfaction score of 1 to 5 a customer gave',
      arguments: { customer: argumentWords.en.customer, score: '1 (worst) to 5 (best)' },
      options: { order: 'the order it is of', note: 'what the customer said with it' },
      examples: ['crm rate anna@example.com 4', 'crm rate anna@example.com 2 --order 1001 --note "slow parcel"'],
    },
    {
      summary: '登记客户的满意度评分（1至5分）',
      arguments: { customer: argumentWords.zh.customer, score: '1（最差）到 5（最好）' },
      options: { order: '评的是哪笔订单', note: '客户说了什么' },
      examples: ['crm rate 张三 4', 'crm rate 张三 2 --order 1001 --note "快递太慢"'],
    },
  ),
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
