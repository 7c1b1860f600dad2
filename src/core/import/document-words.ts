/**
 * What a row of a journal of documents is: an invoice, a slip that is the sale itself, something given back of one, or none of
 * these (money that comes in for a sale).
 */
export type DocumentKind = 'sale' | 'slip' | 'credit' | 'other'

const words = (kind: DocumentKind, list: string): [string, DocumentKind][] =>
  list.split('|').map((word) => [word, kind])

/** The kinds of documents bookkeeping programs write, lower case. */
const kinds: ReadonlyMap<string, DocumentKind> = new Map([
  ...words('sale', 'invoice|sales invoice|tax invoice|customer invoice|invoices|inv|accrec|receivable invoice'),
  ...words('slip', 'sales receipt|cash sale|销售单'),
  ...words('sale', '发票|销售发票|發票|rechnung|ausgangsrechnung|facture|factura|fatura|fattura|請求書'),
  ...words(
    'credit',
    'credit note|receivable credit note|credit memo|sales credit note|customer credit note|creditnote|credit|sales credit',
  ),
  ...words('credit', 'refund|refund receipt|return|sales return|cn'),
  ...words('credit', '红字发票|贷项通知单|退货单|销售退货|退款|退款单|贷项凭单|折讓單'),
  ...words('credit', 'gutschrift|avoir|nota de crédito|nota de credito|nota di credito|返品'),
  ...words(
    'other',
    'payment|customer payment|payments|payment received|receivable payment|receipt|pmt|deposit|prepayment|overpayment',
  ),
  ...words('other', 'journal|journal entry|manual journal|transfer|opening balance|balance forward|statement'),
  ...words('other', 'bill|bill payment|supplier invoice|expense|check|cheque|purchase|accpay|write-off|write off'),
  ...words('other', 'estimate|quote|sales order|purchase order|delayed charge|time charge|finance charge'),
  ...words('other', '收款|收款单|付款|付款单|回款|预收款|期初余额|转账|报价单|采购单'),
  ...words(
    'other',
    'zahlung|zahlungseingang|einzahlung|angebot|paiement|règlement|pago|cobro|pagamento|recebimento|入金',
  ),
])

/** What a word for a kind of document means; null for a word that is none. */
export function documentKind(text: string): DocumentKind | null {
  return kinds.get(text.trim().toLowerCase().replace(/\s+/g, ' ')) ?? null
}

/** One or two words in ten may be new here. */
const NEARLY_ALL = 0.8

/**
 * Whether the words of a column are kinds of documents. Words for payments and returns stand in sheets of sales as well: a
 * journal has invoices beside them, or slips and payments for them.
 */
export function isJournal(texts: readonly string[]): boolean {
  const found = texts.map(documentKind)
  const hasSales = found.includes('sale') || (found.includes('slip') && found.includes('other'))
  return hasSales && found.filter((kind) => kind !== null).length > texts.length * NEARLY_ALL
}
