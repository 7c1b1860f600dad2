/**
 * What a row of a journal of documents is: an invoice, a slip that is the sale itself, something given back of one, an exchange,
 * of which only what was paid or given back besides counts, or none of these: a slip that was voided, what the seller bought or
 * moved, what a till lists beside its slips (money put on a card), and all else (money that comes in for a sale).
 */
export type DocumentKind = 'sale' | 'slip' | 'credit' | 'exchange' | 'void' | 'supply' | 'aside' | 'other'

const words = (kind: DocumentKind, list: string): [string, DocumentKind][] =>
  list.split('|').map((word) => [word, kind])

/** The kinds of documents bookkeeping programs write, lower case. */
const kinds: ReadonlyMap<string, DocumentKind> = new Map([
  ...words('sale', 'invoice|sales invoice|tax invoice|customer invoice|invoices|inv|accrec|receivable invoice'),
  ...words('slip', 'sales receipt|cash sale|sale|sales|pos sale|retail sale|venta|vente|vendita|venda|verkauf'),
  ...words(
    'slip',
    '销售单|销售|销售出库单|销售出库|销货单|零售单|批发单|批发销售单|收银单|销售小票|銷售單|銷售|銷貨單',
  ),
  ...words('sale', '发票|销售发票|發票|rechnung|ausgangsrechnung|facture|factura|fatura|fattura|請求書'),
  ...words(
    'credit',
    'credit note|receivable credit note|credit memo|sales credit note|customer credit note|creditnote|credit|sales credit',
  ),
  ...words('credit', 'refund|refund receipt|return|sales return|cn'),
  ...words('credit', 'returns|sale return|sales refund|customer return|pos return|pos refund|retail return'),
  ...words('credit', '退货|销售退货单|销售退单|零售退货单|批发退货单|销退单|退单|退貨|退貨單|銷售退貨|銷貨退回'),
  ...words('credit', 'devolución|devolucion|retour|reso|devolução|rückgabe|retoure'),
  ...words('credit', '红字发票|贷项通知单|退货单|销售退货|退款|退款单|贷项凭单|折讓單'),
  ...words('credit', 'gutschrift|avoir|nota de crédito|nota de credito|nota di credito|返品'),
  ...words('credit', 'rechnungskorrektur|korrekturrechnung|stornorechnung|rechnungsgutschrift'),
  ...words('exchange', '换货|换货单|销售换货|销售换货单|零售换货|零售换货单|换购|換貨|換貨單|銷售換貨'),
  ...words('exchange', 'exchange|exchanges|sale exchange|sales exchange|swap|umtausch|échange|cambio|troca|交換'),
  ...words('void', '作废|作废单|废单|作廢|廢單|void|voided|void sale|voided sale'),
  ...words(
    'other',
    'payment|customer payment|payments|payment received|receivable payment|receipt|pmt|deposit|prepayment|overpayment',
  ),
  ...words('other', 'journal|journal entry|manual journal|transfer|opening balance|balance forward|statement'),
  ...words('other', 'bill|bill payment|supplier invoice|expense|check|cheque|purchase|accpay|write-off|write off'),
  ...words('other', 'estimate|quote|sales order|purchase order|delayed charge|time charge|finance charge'),
  ...words('supply', '采购|采购单|采购入库单|采购退货|采购退货单|进货|进货单|进货退货单|调拨单|报损单|盘点单'),
  ...words('aside', '充值|储值|充值单|储值单|会员充值|会员储值|储值卡充值|充值退款|储值退款|儲值'),
  ...words('aside', 'gift card|gift cards|gift card sale|gift voucher|top-up|top up|topup|recharge'),
  ...words('other', '收款|收款单|付款|付款单|回款|预收款|期初余额|转账|报价单'),
  ...words(
    'other',
    'zahlung|zahlungseingang|einzahlung|angebot|paiement|règlement|pago|cobro|pagamento|recebimento|入金',
  ),
])

/** What a word for a kind of document means; null for a word that is none. */
export function documentKind(text: string): DocumentKind | null {
  return kinds.get(text.trim().toLowerCase().replace(/\s+/g, ' ')) ?? null
}

/** Whether a document sells, or gives back of what was sold. */
export function isOfSales(kind: DocumentKind | null): boolean {
  return kind === 'sale' || kind === 'slip' || kind === 'credit' || kind === 'exchange'
}

/** One or two words in ten may be new here. */
const NEARLY_ALL = 0.8

/** Sales beside returns are a till's whatever else it lists. */
const SOME = 1 / 3

/** A journal of documents, or slips of a till that are the sales themselves; `credits` and `returns` are what either gives back alone. */
export type JournalKind = 'documents' | 'slips' | 'credits' | 'returns'

/** What bookkeeping programs call what is given back of an invoice. */
const ofInvoices = /credit|cn|gutschrift|rechnung|avoir|nota d|红字|贷项|折讓/

/**
 * What kind of journal the words of a column make; null where they are no kinds of documents. Words for payments and returns
 * stand in sheets of sales as well: a journal has invoices beside them, or slips and payments for them. Slips alone, slips
 * beside returns, and returns alone, are a till's. What a till lists aside makes no sheet a journal by itself.
 */
export function journalKind(texts: readonly string[]): JournalKind | null {
  const found = texts.map(documentKind)
  const isTill = found.includes('slip') && found.includes('credit')
  const known = found.filter((kind) => kind !== null && (isTill || kind !== 'aside'))
  if (known.length <= texts.length * (isTill ? SOME : NEARLY_ALL)) return null
  if (known.every((kind) => kind === 'void')) return 'slips'
  if (known.every((kind) => kind === 'credit' || kind === 'exchange' || kind === 'void')) return creditsKind(texts)
  const isPaidFor = found.includes('slip') && found.includes('other')
  if (found.includes('sale') || isPaidFor) return 'documents'
  return found.includes('slip') ? 'slips' : null
}

/** Which journal gives all back; null for what comes into an account. */
function creditsKind(texts: readonly string[]): JournalKind | null {
  const [word] = texts.filter((text) => documentKind(text) === 'credit').map((text) => text.trim().toLowerCase())
  if (word === undefined || word === 'credit') return null
  return ofInvoices.test(word) ? 'credits' : 'returns'
}
