import type { Field } from '../field.js'

/** What the values of a column must look like before a part of its name is believed. */
export type ValueKind = 'email' | 'phone' | 'day' | 'amount' | 'number' | 'id' | 'name' | 'text'

/** A part of a column's name that speaks for a field, unless another part speaks against it. */
export interface WordPart {
  readonly field: Field
  readonly has: RegExp
  readonly not?: RegExp
  readonly values: ValueKind
}

const balance = /余额|餘額|结余|結餘|欠款|残高|잔액|คงเหลือ|\b(?:balance|saldo|solde|sisa)\b/

/** Whether a normalised header names what is left after each row, which is no amount of any of them. */
export function isBalance(key: string): boolean {
  return balance.test(key)
}

/** Sums and days of a customer's whole life are no order's (FORMATS §4.23, customer lists). */
const lifetime =
  /累计|累計|总消费|消费总额|历史|首次|首单|最近|最后|上次|次数|注册|生日|到期|lifetime|life time|to date|spent|first|last|latest|count|number of|orders|average|avg|birth|regist|since|expir|visit|credit|balance|余额|积分|points/

/** What the seller pays, or what is kept of a sale. */
const outgoing =
  /赔付|赔偿|补偿|理赔|支出|付出|转出|轉出|出账|借方|花费|退款|退货|手续费|佣金|服务费|成本|\b(?:debits?|withdrawals?|outgoing|(?:money|paid) out|expenses?|refund\w*|fees?|commission|costs?|compensations?|reimburse\w*|soll|ausgaben?|débit|spesen)\b/

/** What is hoped for: the amount and the day of a deal that is not made yet. */
const hoped =
  /预计|预期|预估|預計|預期|预测|\b(?:expected|estimated?|forecast|projected|weighted|potential|clos(?:e|es|ing)|erwartet\w*|prévu\w*|previst\w*)\b/

/** Whether a normalised header names what is hoped for, which is no sale. */
export function isHoped(key: string): boolean {
  return hoped.test(key)
}

/** Whether a normalised header names what is expected and never what came of it: a bare day of closing may be either. */
export function saysExpected(key: string): boolean {
  return /预计|预期|预估|預計|預期|预测|\b(?:expected|estimated?|forecast|projected|potential|planned)\b/.test(key)
}

const rating = /评分|评价|得分|打分|满意度|星级|分制|\b(?:ratings?|scores?|stars?|satisfaction|nps|bewertung)\b/

/** Whether a normalised header names what buyers thought, in points and not in money. */
export function isRating(key: string): boolean {
  return rating.test(key)
}

/** The points a column of ratings goes up to where its name says other ones than five: 10, or 100 for shares; null where it does not. */
export function ratingScale(name: string): 10 | 100 | null {
  const text = name.toLowerCase()
  if (!isRating(text)) return null
  if (/百分制|满分 ?100|100 ?分|(?:out of|of|\/|von|sur|de|-|–|~) ?100\b|%|percent/.test(text)) return 100
  return /十分制|满分 ?10|10 ?分|(?:out of|of|\/|von|sur|de|-|–|~) ?10\b/.test(text) ? 10 : null
}

/** What names a thing, a place or a kind of entry, and nobody who buys. */
const noPerson =
  /摘要|账户|賬戶|帐户|账号|科目|类型|類型|类别|状态|狀態|方式|渠道|平台|供应|供貨|厂家|项目|項目|用途|说明|备注|品名|商品|产品|货品|规格|店铺|门店|仓库|经手|制单|业务员|客服|快递|物流|银行|币|单位|部门|地址|\b(?:types?|account|status|state|suppliers?|vendors?|memo|description|details?|category|categories|source|channel|method|notes?|comments?|reason|product|items?|sku|title|shop|store|warehouse|staff|salesperson|currency|bank|carrier|unit|department|purpose|konto|typ|art|lieferant|verwendungszweck)\b/

/** Whether a normalised header names what the seller pays, or what is kept of a sale. */
export function isOutgoing(key: string): boolean {
  return outgoing.test(key)
}

/** What comes in: sales, and whatever else was paid in. */
const incoming =
  /收入|进账|進帳|入账|入帳|转入|轉入|存入|收款|贷方|\b(?:credits?|deposits?|(?:money|paid) in|incoming|income|receipts?|received|haben|einnahmen?|eingang|einzahlung|crédit|haber)\b/

/** Whether a normalised header names what comes in, which is not always sold. */
export function isIncoming(key: string): boolean {
  return incoming.test(key) && !isOutgoing(key)
}

/** Whether a normalised header names one side of an account, which of a customer's is what was sold. */
export function isDebit(key: string): boolean {
  return /借方|\b(?:debits?|soll|débit)\b/.test(key)
}

/** Whether a column, by its name, holds no amounts of sales: what goes out, what is left, what is hoped for, ratings, sums of a customer's whole life. */
export function isNoSale(key: string): boolean {
  return isBalance(key) || isOutgoing(key) || isHoped(key) || isRating(key) || lifetime.test(key)
}

/** Whether a column, by its name, holds days of a customer's life and no order's. */
export function isNoOrderDay(key: string): boolean {
  return lifetime.test(key)
}

/** Whether a column, by its name, holds nobody who buys. */
export function isNoPerson(key: string): boolean {
  return noPerson.test(key)
}

/** Numbers and days of something else than the order. */
const elsewhere =
  /物流|快递|运单|發票|发票|税号|支付单|商品|产品|货品|供应|团|批次|退款单|tracking|shipment|parcel|waybill|invoice tax|product|item|sku|supplier|vendor|batch|vat|tax|card|bank|lieferung|sendung/
const otherAmounts =
  /退|优惠|折|运费|邮费|税|手续|成本|佣金|服务费|单价|定金|欠|adjusted|refund|discount|shipping|freight|tax|fee|cost|unit|each|price|commission|deposit|outstanding|coupon|versand|rabatt/

/** Parts of names, most specific first; only for fields that no common word fills (FORMATS §5). */
export const wordParts: readonly WordPart[] = [
  { field: 'email', has: /e ?mail|邮箱|郵箱|信箱|电邮|correo|courriel|メール|이메일|อีเมล/, values: 'email' },
  {
    field: 'phone',
    has: /手机|手機|电话|電話|phone|mobile|\btel\b|whatsapp|telefon|teléfono|téléphone|携帯|휴대|โทร/,
    not: /fax|传真/,
    values: 'phone',
  },
  {
    field: 'orderId',
    has: /(?:订单|訂單|销售单|order|invoice|bestell|auftrag|pedido|commande|注文|주문).*(?:号|號|码|id|no|number|nr|nummer|ref|番号|번호)(?:$| )/,
    not: elsewhere,
    values: 'id',
  },
  // Bare, it is as often a yes or no, or an amount.
  { field: 'orderId', has: /^(?:invoice|bill|inv|faktura|factuur|fattura)$/, values: 'id' },
  {
    field: 'placedAt',
    has: /(?:日期|时间|時間|日付|날짜|日時)$|\b(?:date|datum|fecha|tanggal|tgl)\b|^วันที่/,
    not: new RegExp(
      `${lifetime.source}|${elsewhere.source}|付|支付|收款|发货|發貨|送|退|更新|修改|paid|payment|ship|deliver|due|updat|modif|cancel|refund|pago|paiement|zahlung|liefer`,
    ),
    values: 'day',
  },
  {
    field: 'refundAmount',
    has: /退款.*(?:额|额度|金额)|refund.*(?:amount|total)|erstattung|reembolso|remboursement/,
    not: lifetime,
    values: 'amount',
  },
  {
    field: 'orderTotal',
    has: /(?:金额|金額|总额|總額|总价|實付|实付|实收|货款)|\b(?:total|amount|betrag|importe|montant|umsatz|revenue)\b/,
    not: new RegExp(`${lifetime.source}|${otherAmounts.source}|${outgoing.source}|${hoped.source}`),
    values: 'amount',
  },
  {
    field: 'buyerName',
    has: /(?:客户|客戶|顾客|顧客|买家|買家|会员|會員|收件人|收货人).*(?:名|姓名|名称)|\b(?:customer|client|buyer|kunde|cliente)s?\b.*\b(?:name|nombre|nom)\b/,
    values: 'name',
  },
  {
    field: 'quantity',
    has: /(?:数量|數量|件数)$|\b(?:qty|quantity|anzahl|cantidad|quantité)\b/,
    not: new RegExp(`${lifetime.source}|退|库存|refund|return|stock`),
    values: 'number',
  },
  {
    field: 'productName',
    has: /(?:商品|产品|產品|货品|宝贝).*(?:名|名称|标题)|\b(?:product|item)\b.*\b(?:name|title|description)\b/,
    values: 'text',
  },
  { field: 'note', has: /备注|備註|\b(?:remarks?|notes?|comments?)\b|bemerkung/, values: 'text' },
]

/** The field a part of a normalised header speaks for, and the values it asks for; null for none. */
export function wordPartOf(key: string): WordPart | null {
  const part = wordParts.find(({ has, not }) => has.test(key) && !(not?.test(key) ?? false)) ?? null
  return part?.values === 'amount' && isBalance(key) ? null : part
}
