import type { Format, RowTexts } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** A credit note, by its type or because its total is below zero. */
const isCredit = (row: RowTexts): boolean => /credit/i.test(row.text('type')) || /^[-−(]/.test(row.text('orderTotal'))

/** What Xero numbers invoices by unless told otherwise; a reference in any other words is the seller's own note. */
const isInvoice = (reference: string): boolean => /^INV[-# ]*\d+$/i.test(reference)

/** A draft or a voided note was never given. */
const isVoid = (row: RowTexts): boolean =>
  /^(draft|submitted|awaiting approval|voided|deleted)$/i.test(row.text('status'))

/**
 * Xero's sales invoices, as exported and as the template for importing them: one row a line, the invoice repeated on each. Only
 * paid ones count. A credit note is given back on its own day, or off the invoice its reference names.
 */
export const xeroInvoices: Format = {
  name: 'xero-invoices',
  platform: 'xero',
  kind: 'orders',
  title: bilingual('Xero sales invoices', 'Xero 销售发票'),
  must: [['contactname'], ['invoicenumber']],
  any: [
    'invoicedate',
    'duedate',
    'unitamount',
    'lineamount',
    'accountcode',
    'taxtype',
    'invoiceamountpaid',
    'emailaddress',
  ],
  weight: 2,
  tells: 'invoices',
  fields: {
    orderId: ['invoicenumber'],
    lineId: ['invoicenumber'],
    reference: ['reference'],
    placedAt: ['invoicedate'],
    status: ['status'],
    type: ['type'],
    currency: ['currency'],
    buyerName: ['contactname'],
    email: ['emailaddress'],
    country: ['pocountry'],
    region: ['poregion'],
    city: ['pocity'],
    address: ['poaddressline1'],
    postcode: ['popostalcode'],
    orderTotal: ['total'],
    tax: ['taxamount'],
    itemAmount: ['lineamount'],
    unitPrice: ['unitamount'],
    quantity: ['quantity'],
    discountPercent: ['discount'],
    sku: ['inventoryitemcode'],
    productName: ['description'],
  },
  levels: { orderTotal: 'order', tax: 'line' },
  buyerScope: 'shop',
  dateOrder: 'dmy',
  statuses: {
    paid: 'paid',
    authorised: 'pending',
    'awaiting payment': 'pending',
    'awaiting approval': 'pending',
    draft: 'pending',
    submitted: 'pending',
    voided: 'cancelled',
    deleted: 'cancelled',
  },
  skip(row) {
    // What the seller owes others.
    if (/^(accpay|bill|purchase)/i.test(row.text('type'))) return 'not-a-sale'
    return isCredit(row) && isVoid(row) ? 'not-a-sale' : null
  },
  isRefund: isCredit,
  orderOf(row) {
    const reference = row.text('reference')
    return isCredit(row) && isInvoice(reference) ? reference : row.text('orderId')
  },
  settle(order, cells) {
    const givesBack = order.kind === 'refund' || (order.totalMinor ?? 0) < 0
    if (givesBack && !isInvoice(cells.text('reference'))) order.kind = 'return'
  },
}
