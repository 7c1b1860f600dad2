import type { StatusWord } from '../record.js'

const words = (classOf: StatusWord, list: string): [string, StatusWord][] =>
  list.split('|').map((word) => [word.trim(), classOf])

/** Status words that mean the same on every platform and in hand-kept sheets, lower case (FORMATS §4.23, §5). */
const common: ReadonlyMap<string, StatusWord> = new Map([
  ...words('paid', 'paid|completed|complete|shipped|delivered|fulfilled|processing|done|won|closed won'),
  ...words(
    'paid',
    '已付款|已支付|已发货|已完成|完成|成交|已成交|交易成功|已结清|已收货|已签收|已付|付清|已收款|收款成功|支付成功|已收|已结|已回款',
  ),
  ...words('paid', 'shipped delivered to buyer|shipped picked up|shipped out for delivery|unshipped|partially shipped'),
  ...words('paid', '卖家已发货,等待买家确认|賣家已發貨,等待買家確認|待發貨'),
  ...words('refunded', 'shipped returned to seller|shipped returning to seller|shipped rejected by buyer'),
  // A refund asked for is not yet given.
  ...words('paid', '退款中|退款处理中|申请退款|售后中|refund requested'),
  ...words('pending', 'unpaid|pending|deposit|on hold|awaiting payment|open|partially paid|draft'),
  ...words(
    'pending',
    '未付款|待付款|待支付|欠款|定金|未付|待发货款|等待买家付款|没付|未收|未收款|未结|未结清|未回款|欠|挂账|赊账',
  ),
  // What platforms write stands in sheets that were copied from them.
  ...words('pending', '等待付款|等待支付|等待您确认金额|没有创建支付宝交易'),
  ...words('cancelled', '交易取消|订单取消|订单关闭|付款以前,卖家或买家主动关闭交易'),
  ...words('refunded', '全额退款成功|付款以后用户退款成功,交易自动关闭|退貨/退款'),
  ...words(
    'refunded',
    '未成交,退款成功|未发货,退款成功|已发货,退款成功|已签收,退款成功|已收货,退款成功|已取消,退款成功',
  ),
  ...words('partially_refunded', '部分退款成功'),
  ...words('paid', '交易完成|买家已付款,等待卖家发货|卖家已发货,等待买家确认|买家已收货|待评价|已结算'),
  ...words('paid', '待发货|等待发货|等待您发货|等待卖家发货|等待出库|部分发货|卖家部分发货|备货中|待接单|待出貨'),
  ...words('paid', '待收货|待确认收货|等待收货|等待买家收货|等待确认收货|等待买家确认收货|待自提'),
  ...words('paid', '已出库|已揽收|运输中|派送中|配送中|運送中|已发货,待签收|已发货,待收货|已发货待签收'),
  // How far a deal has come that is not made.
  ...words('pending', 'proposal|proposal sent|negotiation|qualification|qualified|prospecting|contract sent'),
  ...words('pending', '初步接触|需求确认|方案报价|商务谈判|谈判|报价|报价中'),
  ...words('cancelled', 'lost|closed lost|输单|丢单'),
  ...words('paid', '赢单'),
  ...words('cancelled', 'cancelled|canceled|cancel|void|voided|failed|expired'),
  ...words('cancelled', '已取消|取消|关闭|已关闭|交易关闭|作废|已作废|废单|无效|無效|已作廢'),
  ...words('refunded', 'refunded|refund|returned|return|fully refunded|refund issued|chargeback'),
  ...words('refunded', '退款|已退款|全额退款|退货|已退货|退款成功|退货退款|已退货退款|退货退款成功|已退|退了'),
  // Cash on delivery was never paid then; what was paid before goes back.
  ...words('closed', '拒收|已拒收|买家拒收|客户拒收|拒签|已拒签'),
  ...words('partially_refunded', 'partially refunded|partial refund|部分退款|退差价'),
  ...words(
    'paid',
    '已出貨|已付款|已完成|已出货|待收貨|bezahlt|versendet|versandt|abgeschlossen|erledigt|payée|payé|expédiée|livrée|terminée',
  ),
  ...words(
    'paid',
    'pagado|pagada|enviado|entregado|completado|pago|paga|enviado|entregue|concluído|入金済み|支払済み|発送済み|完了|lunas|dikirim|selesai',
  ),
  ...words(
    'paid',
    'betalt|sendt|afsendt|leveret|levert|afsluttet|fullført|gennemført|betald|skickad|levererad|slutförd',
  ),
  ...words(
    'paid',
    'betaald|verzonden|geleverd|afgeleverd|afgerond|voltooid|pagato|pagata|spedito|consegnato|completato',
  ),
  ...words('paid', 'evaso|zapłacone|zapłacono|opłacone|wysłane|wysłano|dostarczone|zrealizowane|zakończone'),
  ...words('pending', 'ubetalt|ikke betalt|afventer|obetald|ej betald|onbetaald|niet betaald|openstaand|non pagato'),
  ...words('pending', 'da pagare|in attesa|niezapłacone|nieopłacone|oczekujące|do zapłaty'),
  ...words('cancelled', 'annulleret|kansellert|avbestilt|annullerad|avbeställd|geannuleerd|anulowane|anulowano'),
  ...words('refunded', 'refunderet|refundert|returneret|returnert|återbetald|returnerad|terugbetaald|geretourneerd'),
  ...words('refunded', 'tilbagebetalt|tilbakebetalt|rimborsato|reso|zwrócone|zwrot'),
  ...words('paid', 'ชำระเงินแล้ว|จัดส่งแล้ว|สำเร็จ'),
  ...words(
    'pending',
    '未付款|尚未付款|待付款|offen|unbezahlt|ausstehend|wartend|en attente|impayée|impayé|pendiente|sin pagar|pendente',
  ),
  ...words(
    'pending',
    'aguardando pagamento|未入金|未払い|入金待ち|保留|belum bayar|belum dibayar|menunggu|รอชำระเงิน|overdue|due|not paid|awaiting',
  ),
  ...words(
    'cancelled',
    '不成立|storniert|abgebrochen|annulliert|annulée|annulé|annullato|annullata|cancelado|cancelada|anulado|キャンセル|取消|batal|dibatalkan|ยกเลิก',
  ),
  ...words(
    'refunded',
    '退貨|已退貨|erstattet|zurückerstattet|retourniert|zurückgesendet|remboursée|remboursé|retournée|retourné|reembolsado|reembolsada|devuelto|estornado|返金済み|返金|返品',
  ),
  ...words('refunded', 'devolvido|devolvida|dikembalikan|pengembalian|คืนเงินแล้ว|คืนเงิน'),
  ...words(
    'partially_refunded',
    '部分退貨|teilweise erstattet|partiellement remboursée|parcialmente reembolsado|一部返金',
  ),
])

/** What a word of state means everywhere, as `statusKey` leaves it; undefined for one in no table. */
export function commonStatus(key: string): StatusWord | undefined {
  return common.get(key)
}

/** Whether a text is a word of state that means the same everywhere. */
export function isStatusText(text: string): boolean {
  return common.has(statusKey(text).replace(/ +/g, ' '))
}

const halfWidth: Readonly<Record<string, string>> = { '，': ',', '（': '(', '）': ')' }

/** Status words are compared in lower case with `_` and `-` as spaces, full-width commas and brackets folded. */
export function statusKey(text: string): string {
  const half = text.replace(/[，（）]/g, (mark) => halfWidth[mark]!)
  return half
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
}
