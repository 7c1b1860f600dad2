import { type Field, fields } from '../field.js'
import type { AliasWords } from './alias-words.js'
import { indonesianWords, japaneseWords, koreanWords, thaiWords, traditionalWords } from './aliases-asian.js'
import { europeanWords, italianWords } from './aliases-european.js'
import { dutchWords, nordicWords, polishWords } from './aliases-northern.js'

/** Some Thai vowels and `nº` have a form of their own once headers are folded. */
const list = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split('|')
    .map((word) => word.trim())

/** Words in Chinese and English, with those of other languages that were met first; best first. */
export const mainAliases: Readonly<Partial<Record<Field, readonly string[]>>> = {
  orderId: list(
    '订单号|订单编号|订单id|单号|主订单编号|平台单号|业务单号|交易号|流水号|编号|order id|order no|order number|order #|order ref|invoice no|invoice number|invoiceno|receipt no|transaction id|order|bestellnummer|bestellnr|auftragsnummer|rechnungsnummer|numéro de commande|n° commande|número de pedido|注文番号|주문번호|订单号码|销售单号|出库单号|小票号|收据号|发票号|receipt number|invoice #|sales order no|so number|order name|单据编号|receipt #|invoice id|invoice ref|invoice reference|inv no|inv number|inv #|bill no|bill number|bill #|交易单号|交易订单号|商家订单号|商户单号|单据号|單據號|小票号码|receipt|slip no|slip number',
  ),
  lineId: list('子订单编号|子订单号|明细编号|order item id|line id'),
  placedAt: list(
    '下单时间|下单日期|订单创建时间|创建时间|订单时间|订单日期|成交时间|成交日期|购买日期|购买时间|消费日期|交易时间|交易日期|销售日期|日期|时间|order date|ordered at|created at|sale date|purchase date|invoice date|transaction date|date|datum|bestelldatum|auftragsdatum|rechnungsdatum|kaufdatum|date de commande|fecha|fecha del pedido|注文日|购买时间段|开单日期|开单时间|销售时间|出货日期|消费时间|成单日期|签单日期|order time|order placed|purchased at|purchased on|purchase time|date of purchase|date of order|sold on|date sold|order created|invoiced on|invoice issued|invoice created|date invoiced|date of invoice|billing date|bill date|refund date|退款日期|退款时间|退货日期|退货时间|return date|returned on|date of return|哪天|哪一天',
  ),
  paidAt: list(
    '付款时间|支付时间|订单付款时间|付款日期|买家付款时间|支付完成时间|paid at|payment date|paid on date|paid time|收款日期|收款时间|到账时间|paid on|payment time|paid date',
  ),
  updatedAt: list('更新时间|最后更新时间|updated at|last updated date'),
  shippedAt: list(
    '发货时间|发货日期|shipped at|ship date|date shipped|出库时间|shipping date|shipped on|dispatch date',
  ),
  deliveredAt: list('确认收货时间|签收时间|delivered at|delivery date|收货时间|收货日期|delivered on'),
  cancelledAt: list('取消时间|cancelled at|canceled at'),
  status: list(
    '订单状态|状态|交易状态|付款状态|支付状态|order status|status|financial status|payment status|单据状态|结算状态|state of order|order state|payment state|paid status',
  ),
  parcelState: list(
    '签收状态|签收情况|收货状态|物流状态|配送状态|派送状态|快递状态|包裹状态|delivery status|shipping status|shipment status|parcel status|tracking status|courier status|delivery state|delivery result|lieferstatus|sendungsstatus|zustellstatus|簽收狀態|物流狀態|配送狀態|包裹狀態|配送状況|配達状況',
  ),
  shop: list('店铺名称|店铺|shop|store|shop name|store name|门店|门店名称|网店|店名|outlet|branch'),
  channel: list(
    '来源|渠道|平台|客户来源|source|channel|platform|marketplace|销售渠道|平台名称|sales channel|creation source|lead source',
  ),
  currency: list(
    '币种|货币|currency|ccy|währung|currency code|currencies|币别|币种类型|币种名称|货币类型|货币种类|货币名称|结算币种|交易币种|幣別|幣種|貨幣|通貨|moneda|devise|moeda|valuta',
  ),
  note: list(
    '备注|说明|留言|买家留言|商家备注|跟进记录|需求|note|notes|remark|remarks|comment|memo|订单备注|买家备注|卖家备注|客户备注|备注信息|order remark|order note|order notes|buyer note|customer note|instructions',
  ),
  tags: list('标签|tags|tag|客户标签|labels'),
  buyerId: list(
    '买家会员名|买家昵称|会员名|旺旺|旺旺号|买家id|客户编号|客户id|会员号|会员卡号|会员id|用户名|用户id|买家账号|下单账号|下单帐号|微信号|customer id|customerid|customer no|customer number|buyer username|buyer user id|buyer id|user id|username|member no|account|kundennummer|kundennr|kunden nr|numéro client|客户代码|客户编码|客户号|会员编号|会员账号|买家帐号|买家账户|手机会员号|customer code|customer ref|client id|client no|client number|member id|member number|membership no|buyer account|square customer id|buyer login|login|account no|account number',
  ),
  nickname: list('微信昵称|微信名|微信名称|微信暱稱|wechat nickname|wechat name'),
  buyerName: list(
    '客户名称|客户姓名|客户|姓名|顾客|顾客姓名|买家姓名|买家名称|收货人|收货人姓名|收件人|联系人|公司名称|单位名称|customer name|customer|buyer name|buyer|full name|name|client|bill to name|billing name|contact|contact name|kunde|kundenname|name des kunden|client name|nom du client|cliente|nombre del cliente|お客様名|氏名|客户名|顾客名称|会员姓名|会员名称|买家|购买人|下单人|订货人|收货人名称|收件人姓名|联系人姓名|客户全称|单位|客户单位|consignee|consignee name|recipient|recipient name|ship to name|purchaser|client full name|customer full name|contact person|member name|guest name|patron|交易对方|bill to|billed to|bill to customer|bill to company|invoice to|invoiced to|sold to|party name|name of party|name of the party|party|客人|客人姓名|客人名字',
  ),
  firstName: list('名|first name|firstname|given name|vorname|prénom|nombre|first|forename|christian name'),
  lastName: list('姓|last name|lastname|surname|family name|nachname|apellido|last'),
  company: list(
    '公司|company|company name|organisation|organization|firma|公司名|企业|企业名称|客户公司|buyer company|customer company|business name|organization name',
  ),
  email: list(
    '邮箱|电子邮箱|邮件|电子邮件|email|e mail|email address|contact email|customer email|customer e mail|buyer email|billing email|mail|e mail adresse|email adresse|mailadresse|adresse e mail|courriel|correo|correo electrónico|メール|电邮|客户邮箱|买家邮箱|邮箱地址|e mail address|customer mail|client email|member email',
  ),
  phone: list(
    '手机|手机号|手机号码|电话|联系电话|联系手机|联系方式|电话号码|收件人手机|phone|mobile|mobile phone|tel|telephone|cell|cell phone|whatsapp|phone number|contact number|customer phone|buyer phone|telefon|telefonnummer|handy|handynummer|mobil|teléfono|téléphone|联系人电话|客户电话|客户手机|顾客电话|会员手机|会员手机号|会员电话|收货人电话|收货人手机|收件人电话|买家电话|买家手机|手机电话|电话手机|tel no|tel number|phone no|mobile no|mobile number|cell number|customer mobile|client phone|customer phone number|telephone number|telephone no|whatsapp number',
  ),
  country: list(
    '国家|收货国家|国家地区|country|country region|customer country|land|país|pays|买家国家|客户国家|收货国|destination country|shipping country|ship country|country code|buyer country',
  ),
  region: list(
    '省|省份|州省|收货人省份|state|province|region|county|所在省|收货省|所在省份|shipping province|ship state|shipping state|state province|state region|prefecture',
  ),
  city: list('市|城市|city|town|ort|ville|ciudad|所在城市|收货城市|shipping city|ship city|town city|suburb'),
  address: list(
    '地址|收货地址|详细地址|联系地址|address|address 1|street|straße|strasse|anschrift|shipping address|客户地址|家庭住址|住址|送货地址|街道地址|street address|street address 1|delivery address|ship address|address line 1|address1|home address|mailing address',
  ),
  postcode: list(
    '邮编|邮政编码|zip|zip code|postcode|postal code|plz|postal|zip postal code|zipcode|post code|ship postal code|shipping zip',
  ),
  type: list(
    'type|transaction type|document type|doc type|txn type|voucher type|entry type|类型|单据类型|业务类型|凭证类型|类别|單據類型|類型|typ|belegart|tipo|tipo de documento|type de document|種類',
  ),
  effect: list('收支|收支类型|收支方向|收付|收付类型|资金流向|income expense|in out|money in out'),
  orderTotal: list(
    '买家实际支付金额|实付金额|实付款|实收金额|实付|实收|支付金额|付款金额|折后金额|折后总价|折后总额|折后合计|折扣后金额|优惠后金额|优惠后总价|成交金额|交易金额|订单金额|订单总额|总金额|总价|合计金额|消费金额|购买金额|销售额|金额|total paid|amount paid|grand total|order total|amount after discount|total after discount|total price|total amount|total|amount|revenue|sales|order value|gesamtbetrag|gesamtsumme|gesamtpreis|summe|betrag|umsatz|montant|importe|订单实际支付金额|订单总金额|已付款金额|实际支付金额|实际付款|实付总额|实收款|收款金额|收款|应收金额|订单总价|总额|成交额|成交价|销售金额|消费额|交易额|营业额|付款总额|价税合计|order amount|order total amount|total order amount|net total|total sales|sale amount|sales amount|payment amount|paid amount|invoice total|invoice amount|total incl tax|total including tax|total spent on order|transaction amount|total invoice|invoice value|bill amount|bill total|total due|amount due|含税金额|含税总额|gross amount|gross total|total gross|gross|bruttobetrag|brutto|收了多少钱|多少钱',
  ),
  itemAmount: list(
    '折后小计|优惠后小计|subtotal after discount|line total after discount|小计|商品金额|货款|商品总价|行金额|subtotal|line total|item total|行小计|line amount|item amount',
  ),
  unitPrice: list(
    '单价|价格|售价|unit price|unitprice|price|rate|einzelpreis|preis|precio|商品单价|产品单价|销售单价|零售价|成交单价|折后价|折后单价|折后价格|折扣后单价|折扣后价格|优惠后单价|优惠后价格|优惠后价|折扣价|item price|price each|price per unit|price each unit|sale price|selling price|price after discount|unit price after discount|discounted price|discounted unit price|price with discount',
  ),
  quantity: list(
    '数量|件数|购买数量|商品数量|订购数量|qty|quantity|units|pcs|anzahl|menge|cantidad|购买件数|销售数量|商品件数|产品数量|订货数量|个数|qty ordered|quantity ordered|item quantity|no of items|number of items|units sold|pieces',
  ),
  sku: list(
    '商家编码|货号|商品编码|规格编码|型号|sku|item code|product code|stockcode|stock code|item no|artikelnummer|产品编码|产品编号|商品编号|货品编号|产品型号|商品型号|条码|商品条码|sku code|item sku|product sku|item number|product id|article no|part no|part number|barcode',
  ),
  productName: list(
    '商品名称|商品标题|宝贝标题|商品|产品名称|产品|品名|货品名称|货品|项目|套餐|product name|product|item name|item|description|title|lineitem name|artikel|货物|货物名称|产品标题|购买产品|购买商品|成交商品|服务项目|消费项目|product title|item description|service',
  ),
  productCategory: list(
    '商品类目|商品一级类目|一级类目|类目|类目名称|品类|品类名称|商品品类|商品分类|商品类别|商品大类|商品类型|产品类目|产品分类|产品类别|产品类型|产品品类|货品分类|货品类别|product category|product category name|product type|product group|item category|item group|lineitem category|produktkategorie|warengruppe|artikelgruppe|catégorie de produit|categoría de producto|categoria de produto|商品類目|商品分類|商品類別|品類|商品カテゴリ|商品カテゴリー|상품 카테고리',
  ),
  discount: list(
    '优惠|优惠金额|折扣金额|折扣额|折扣|discount|discount amount|coupon amount|rabatt|店铺立减|满立减|折让|discounts|coupon|promo discount|rebate|会员折扣|商品折扣|整单折扣|折扣率|折扣比例|折扣%|折扣百分比|折|折数|几折|会员折|优惠率|优惠比例|优惠%|折數|discount rate|discount percent|discount percentage|discount pct|discount %|discount%|discount in %|disc %|disc%|disc pct|% discount|% off|percent off|disc amount|disc amt|discount amt|order discount|total discount',
  ),
  shipping: list(
    '运费|邮费|物流费用|快递费|shipping|shipping cost|postage|freight|delivery|versand|运费金额|配送费|快递费用|shipping fee|shipping fees|shipping amount|delivery fee|delivery cost|postage cost|freight cost',
  ),
  tax: list('税|税费|税额|tax|taxes|vat|gst|sales tax|mwst|税金|增值税|tax amount|total tax'),
  refundAmount: list(
    '退款|退款金额|已退款金额|refund|refunded|refunded amount|amount refunded|refund amount|erstattung|退款额|退货金额|已退金额|refunds|refund total|amount returned|credit note amount|credit note total|credit note value|credit memo amount|cn amount|cn value',
  ),
  fee: list(
    '手续费|服务费|平台费用|fee|fees|commission|平台手续费|佣金|技术服务费|平台扣点|交易手续费|联盟佣金|平台佣金|平台服务费|支付手续费|platform fee|transaction fee|processing fee|service fee',
  ),
  cost: list(
    '成本|总成本|商品成本|cost|total cost|cogs|采购成本|货款成本|供货价|成本金额|成本合计|total costs|cost of goods|product cost|item cost',
  ),
  rating: list('评分|评价分|满意度|星级|订单星级|rating|review score|review rating|stars|satisfaction|bewertung'),
  points: list(
    '积分|积分余额|当前积分|可用积分|剩余积分|客户积分|会员积分|points|points balance|loyalty points|punkte',
  ),
  consent: list(
    '是否同意联系|同意联系|是否同意营销|接受营销|是否接受营销|接收营销信息|是否接收营销信息|consent|marketing consent|email consent|accepts marketing|accepts email marketing|buyer accepts marketing|marketing opt in|email opt in|newsletter opt in',
  ),
  contactPerson: list(
    '客户联系人|客户对接人|对接联系人|其他联系人|第二联系人|contact persons|further contacts|other contacts|additional contact|additional contacts|second contact',
  ),
  wechat: list('微信|微信账号|微信帐号|客户微信|wechat|wechat account'),
  preferredChannel: list(
    '偏好渠道|联系偏好|偏好联系方式|首选联系方式|首选渠道|preferred channel|preferred contact|preferred contact method|contact preference|contact method',
  ),
  language: list('语言|语种|客户语言|沟通语言|language|preferred language|customer language|sprache|langue|idioma'),
  birthday: list(
    '生日|出生日期|出生年月日|客户生日|会员生日|birthday|date of birth|birth date|dob|geburtstag|geburtsdatum',
  ),
  anniversary: list('纪念日|周年纪念日|结婚纪念日|anniversary|anniversary date|wedding anniversary|jahrestag'),
  interests: list('兴趣|爱好|兴趣爱好|兴趣偏好|产品偏好|商品偏好|偏好产品|interests|hobbies|product interests'),
  needs: list('客户需求|需求描述|采购需求|needs|customer needs|requirements'),
  background: list('背景|客户背景|背景信息|客户简介|background|customer background|company profile'),
  level: list('意向等级|意向级别|意向|客户意向|意向度|intent level|intent|lead level|lead score'),
  stage: list('跟进阶段|线索阶段|销售阶段|线索状态|lead stage|lead status|deal stage|pipeline stage'),
  owner: list('负责人|业务员|跟进人|销售员|客户经理|owner|salesperson|sales rep|account manager'),
  category: list('投诉类型|投诉类别|问题类型|complaint type|complaint category|issue type'),
  result: list('跟进结果|联系结果|沟通结果|处理结果|contact result|outcome'),
  nextAt: list(
    '下次联系|下次联系日期|下次联系时间|下次跟进|下次跟进时间|下次跟进日期|next contact|next contact date|next follow up|next date',
  ),
  gift: list(
    '礼品|礼物|礼品名称|礼物名称|礼品内容|送礼内容|所送礼品|所送礼物|已送礼品|赠送礼品|赠送礼物|送出礼品|gift|gifts|gift given|gift name|gift item|gift sent|present|present given',
  ),
  giftValue: list(
    '礼品价值|礼物价值|礼品金额|礼物金额|礼品成本|礼品费用|礼品单价|gift value|gift cost|gift amount|gift price|value of gift|cost of gift',
  ),
  unitCost: list(
    '成本价|进价|进货价|采购价|拿货价|单位成本|单件成本|unit cost|cost price|cost per item|einkaufspreis|供货单价|unit costs|buying price|purchase price',
  ),
}

const byLanguage: readonly AliasWords[] = [
  traditionalWords,
  europeanWords,
  italianWords,
  nordicWords,
  dutchWords,
  polishWords,
  japaneseWords,
  koreanWords,
  indonesianWords,
  thaiWords,
]

/**
 * The common words for a column, best first, as `normaliseHeader` leaves them. A hand-kept sheet is understood by these
 * alone; a platform's format names its own headers and does without.
 */
export const aliases: Readonly<Partial<Record<Field, readonly string[]>>> = Object.fromEntries(
  fields.flatMap((field) => {
    const all = [...(mainAliases[field] ?? []), ...byLanguage.flatMap((words) => list(words[field] ?? ''))]
    const words = [...new Set(all.filter((word) => word !== ''))]
    return words.length === 0 ? [] : [[field, words]]
  }),
)

/** Field of a common header word, best spelling first when several columns claim the same field. */
export function aliasRank(field: Field, header: string): number {
  return aliases[field]?.indexOf(header) ?? -1
}
