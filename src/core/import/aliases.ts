import type { Field } from './field.js'

const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim())

/**
 * The common words for a column, best first, as `normaliseHeader` leaves them. A hand-kept sheet is understood by these
 * alone; a platform's format names its own headers and does without.
 */
export const aliases: Readonly<Partial<Record<Field, readonly string[]>>> = {
  orderId: list(
    '订单号|订单编号|订单id|单号|主订单编号|平台单号|业务单号|交易号|流水号|编号|order id|order no|order number|order #|order ref|invoice no|invoice number|invoiceno|receipt no|transaction id|order|bestellnummer|bestellnr|auftragsnummer|rechnungsnummer|numéro de commande|n° commande|número de pedido|注文番号|주문번호',
  ),
  lineId: list('子订单编号|子订单号|明细编号|order item id|line id'),
  placedAt: list(
    '下单时间|下单日期|订单创建时间|创建时间|订单时间|订单日期|成交时间|成交日期|购买日期|购买时间|消费日期|交易时间|交易日期|销售日期|日期|时间|order date|ordered at|created at|sale date|purchase date|refund date|退款日期|退款时间|invoice date|transaction date|date|datum|bestelldatum|auftragsdatum|rechnungsdatum|kaufdatum|date de commande|fecha|fecha del pedido|注文日',
  ),
  paidAt: list(
    '付款时间|支付时间|订单付款时间|付款日期|买家付款时间|支付完成时间|paid at|payment date|paid on date|paid time',
  ),
  updatedAt: list('更新时间|最后更新时间|updated at|last updated date'),
  shippedAt: list('发货时间|发货日期|shipped at|ship date|date shipped'),
  deliveredAt: list('确认收货时间|签收时间|delivered at|delivery date'),
  cancelledAt: list('取消时间|cancelled at|canceled at'),
  status: list('订单状态|状态|交易状态|付款状态|支付状态|order status|status|financial status|payment status'),
  shop: list('店铺名称|店铺|shop|store|shop name|store name'),
  channel: list('来源|渠道|平台|客户来源|source|channel|sales channel|platform|marketplace'),
  currency: list('币种|货币|currency|ccy|währung'),
  note: list('备注|说明|留言|买家留言|商家备注|跟进记录|需求|note|notes|remark|remarks|comment|memo'),
  tags: list('标签|tags|tag'),
  buyerId: list(
    '买家会员名|买家昵称|会员名|旺旺|旺旺号|买家id|客户编号|客户id|会员号|会员卡号|会员id|用户名|用户id|买家账号|下单账号|下单帐号|微信号|微信昵称|customer id|customerid|customer no|customer number|buyer username|buyer user id|buyer id|user id|username|member no|account|kundennummer|kundennr|kunden nr|numéro client',
  ),
  buyerName: list(
    '客户名称|客户姓名|客户|姓名|顾客|顾客姓名|买家姓名|买家名称|收货人|收货人姓名|收件人|联系人|公司名称|单位名称|customer name|customer|buyer name|buyer|full name|name|client|bill to name|billing name|contact|contact name|kunde|kundenname|name des kunden|client name|nom du client|cliente|nombre del cliente|お客様名|氏名',
  ),
  firstName: list('名|first name|firstname|given name|vorname|prénom|nombre'),
  lastName: list('姓|last name|lastname|surname|family name|nachname|apellido'),
  company: list('公司|company|company name|organisation|organization|firma'),
  email: list(
    '邮箱|电子邮箱|邮件|电子邮件|email|e mail|email address|contact email|customer email|customer e mail|buyer email|billing email|mail|e mail adresse|email adresse|mailadresse|adresse e mail|courriel|correo|correo electrónico|メール',
  ),
  phone: list(
    '手机|手机号|手机号码|电话|联系电话|联系手机|联系方式|电话号码|收件人手机|phone|mobile|mobile phone|tel|telephone|cell|cell phone|whatsapp|phone number|contact number|customer phone|buyer phone|telefon|telefonnummer|handy|handynummer|mobil|teléfono|téléphone',
  ),
  country: list(
    '国家|收货国家|国家/地区|国家 地区|country|country region|customer country|ship country|land|país|pays',
  ),
  region: list('省|省份|州/省|州 省|收货人省份|state|province|region|county|ship state'),
  city: list('市|城市|city|town|ship city|ort|ville|ciudad'),
  address: list('地址|收货地址|详细地址|联系地址|address|address 1|street|straße|strasse|anschrift|shipping address'),
  postcode: list('邮编|邮政编码|zip|zip code|postcode|postal code|ship postal code|plz'),
  orderTotal: list(
    '买家实际支付金额|实付金额|实付款|实收金额|实付|实收|支付金额|付款金额|成交金额|交易金额|订单金额|订单总额|总金额|总价|合计金额|消费金额|购买金额|销售额|金额|total paid|amount paid|grand total|order total|total price|total amount|total|amount|revenue|sales|order value|gesamtbetrag|gesamtsumme|gesamtpreis|summe|betrag|umsatz|montant|importe',
  ),
  itemAmount: list('小计|商品金额|货款|商品总价|行金额|subtotal|line total|item total'),
  unitPrice: list('单价|价格|售价|unit price|unitprice|price|rate|einzelpreis|preis|precio'),
  quantity: list('数量|件数|购买数量|商品数量|订购数量|qty|quantity|units|pcs|anzahl|menge|cantidad'),
  sku: list(
    '商家编码|货号|商品编码|规格编码|型号|sku|item code|product code|stockcode|stock code|item no|artikelnummer',
  ),
  productName: list(
    '商品名称|商品标题|宝贝标题|商品|产品名称|产品|品名|货品名称|货品|项目|套餐|product name|product|item name|item|description|title|lineitem name|artikel',
  ),
  discount: list('优惠|优惠金额|折扣|折扣金额|discount|discount amount|coupon amount|rabatt'),
  shipping: list('运费|邮费|物流费用|快递费|shipping|shipping cost|postage|freight|delivery|versand'),
  tax: list('税|税费|税额|tax|taxes|vat|gst|sales tax|mwst'),
  refundAmount: list(
    '退款|退款金额|已退款金额|refund|refunded|refunded amount|amount refunded|refund amount|erstattung',
  ),
  fee: list('手续费|服务费|平台费用|fee|fees|commission|平台手续费|佣金|技术服务费|平台扣点|交易手续费'),
  cost: list('成本|总成本|商品成本|cost|total cost|cogs|采购成本|货款成本'),
  rating: list('评分|评价分|满意度|星级|订单星级|rating|review score|review rating|stars|satisfaction|bewertung'),
  points: list(
    '积分|积分余额|当前积分|可用积分|剩余积分|客户积分|会员积分|points|points balance|loyalty points|punkte',
  ),
  level: list('意向等级|意向级别|意向|客户意向|意向度|intent level|intent|lead level|lead score'),
  stage: list('跟进阶段|线索阶段|销售阶段|线索状态|lead stage|lead status|deal stage|pipeline stage'),
  owner: list('负责人|业务员|跟进人|销售员|客户经理|owner|salesperson|sales rep|account manager'),
  category: list('投诉类型|投诉类别|问题类型|complaint type|complaint category|issue type'),
  result: list('跟进结果|联系结果|沟通结果|处理结果|contact result|outcome'),
  nextAt: list(
    '下次联系|下次联系日期|下次联系时间|下次跟进|下次跟进时间|下次跟进日期|next contact|next contact date|next follow up|next date',
  ),
  unitCost: list('成本价|进价|进货价|采购价|拿货价|单位成本|单件成本|unit cost|cost price|cost per item|einkaufspreis'),
}

/** Field of a common header word, best spelling first when several columns claim the same field. */
export function aliasRank(field: Field, header: string): number {
  return aliases[field]?.indexOf(header) ?? -1
}
