import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { isEbayFooter, settleEbayOrder } from './ebay.js'

/**
 * eBay's older sales files (File Exchange, Selling Manager), English and German: rows as in the orders report, orders known by
 * the sales record number.
 */
export const ebayFileExchange: Format = {
  name: 'ebay-file-exchange',
  platform: 'ebay',
  kind: 'orders',
  title: bilingual('eBay sales file (File Exchange, older)', 'eBay 旧版销售记录（File Exchange）'),
  must: [
    ['sales record number', 'verkaufsprotokollnummer'],
    ['user id', 'buyer fullname', 'mitgliedsname', 'vollständiger name des käufers'],
  ],
  any: ['item title', 'sale price', 'total price', 'sale date', 'artikelbezeichnung', 'verkaufspreis', 'gesamtpreis'],
  not: ['buyer username', 'nutzername des käufers'],
  weight: 2,
  fields: {
    orderId: ['sales record number', 'verkaufsprotokollnummer'],
    lineId: ['transaction id', 'transaktions id'],
    placedAt: ['sale date', 'verkaufsdatum'],
    paidAt: ['paid on date', 'bezahldatum'],
    shippedAt: ['shipped on date', 'versanddatum'],
    taxIncluded: ['ebay collected tax and fees included in total'],
    note: ['notes to yourself', 'notizzettel', 'private notizen'],
    buyerId: ['user id', 'mitgliedsname'],
    buyerName: ['buyer fullname', 'vollständiger name des käufers'],
    email: ['buyer email', 'e mail des käufers'],
    phone: ['buyer phone number'],
    country: ['buyer country', 'land des käufers'],
    region: ['buyer state', 'staat des käufers'],
    city: ['buyer city', 'ort des käufers'],
    address: ['buyer address 1', 'käuferadresse 1'],
    postcode: ['buyer zip', 'postleitzahl des käufers'],
    orderTotal: ['total price', 'gesamtpreis'],
    shipping: ['shipping and handling', 'postage and handling', 'postage and packaging', 'verpackung und versand'],
    tax: ['us tax', 'sales tax'],
    collectedTax: ['ebay collected tax'],
    unitPrice: ['sale price', 'verkaufspreis'],
    quantity: ['quantity', 'stückzahl'],
    sku: ['custom label', 'bestandseinheit'],
    productName: ['item title', 'artikelbezeichnung'],
    rating: ['feedback received', 'erhaltene bewertungen'],
  },
  levels: { orderTotal: 'order', shipping: 'order', tax: 'order', collectedTax: 'order' },
  hasFixedLevels: true,
  extras: ['shipping', 'tax'],
  buyerScope: 'platform',
  isPaidByDate: true,
  skip: (row) => (isEbayFooter(row.text) ? 'total' : null),
  settle: settleEbayOrder,
}
