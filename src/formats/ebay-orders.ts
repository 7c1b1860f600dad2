import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { isEbayFooter, settleEbayOrder } from './ebay.js'

/**
 * eBay's orders report of Seller Hub, English and German, in every number of columns it has had: a row of commas before the
 * header and a blank one below, an order of several items as a row that sums it up and a row an item, a footer. No status
 * (paid when there is a payment day) and no currency column (the sign in the amounts says it).
 */
export const ebayOrders: Format = {
  name: 'ebay-orders',
  platform: 'ebay',
  kind: 'orders',
  title: bilingual('eBay orders report', 'eBay 订单报告'),
  must: [
    ['sales record number', 'verkaufsprotokollnummer'],
    ['buyer username', 'nutzername des käufers'],
  ],
  any: ['order number', 'item title', 'sold for', 'total price', 'bestellnummer', 'angebotstitel', 'gesamtbetrag'],
  not: ['buyer fullname', 'mitgliedsname'],
  weight: 2,
  fields: {
    orderId: ['order number', 'bestellnummer', 'sales record number', 'verkaufsprotokollnummer'],
    lineId: ['transaction id', 'transaktions id'],
    placedAt: ['sale date', 'verkauft am'],
    paidAt: ['paid on date', 'zahlungsdatum'],
    shippedAt: ['shipped on date', 'dispatched on date', 'verschickt am datum'],
    taxIncluded: ['ebay collected tax and fees included in total'],
    note: ['buyer note', 'my item note', 'hinweis des käufers'],
    buyerId: ['buyer username', 'nutzername des käufers'],
    buyerName: ['buyer name', 'name des käufers'],
    recipientName: ['ship to name', 'post to name', 'versand an name'],
    email: ['buyer email', 'e mail des käufers'],
    phone: ['ship to phone', 'post to phone', 'versand an telefon'],
    country: ['ship to country', 'post to country', 'versand an land', 'buyer country', 'land des käufers'],
    region: ['ship to state', 'post to county', 'buyer state', 'buyer county'],
    city: ['ship to city', 'post to city', 'versand an ort', 'buyer city', 'ort des käufers'],
    address: ['ship to address 1', 'post to address 1', 'versand an adresse 1', 'buyer address 1'],
    postcode: ['ship to zip', 'post to postcode', 'versand an plz', 'buyer zip', 'buyer postcode'],
    orderTotal: ['total price', 'gesamtbetrag'],
    shipping: ['shipping and handling', 'postage and packaging', 'postage and handling', 'verpackung und versand'],
    tax: ['seller collected tax'],
    collectedTax: ['ebay collected tax'],
    unitPrice: ['sold for', 'verkauft für'],
    quantity: ['quantity', 'anzahl'],
    sku: ['custom label', 'bestandseinheit'],
    productName: ['item title', 'angebotstitel'],
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
