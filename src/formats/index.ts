import type { Format } from '../core/import/format.js'
import { complaintSheet, contactLog, leadSheet, pointsSheet, ratingSheet } from './entry-sheets.js'
import { customerSheet, handKeptChinese, orderSheet, plainOrders } from './sheets.js'
import { shopifyCustomers } from './shopify-customers.js'
import { shopifyOrders } from './shopify-orders.js'
import { taobaoOrderList } from './taobao-order-list.js'
import { uciOnlineRetail } from './uci-online-retail.js'

/** Every export layout the importer knows. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  shopifyOrders,
  shopifyCustomers,
  taobaoOrderList,
  uciOnlineRetail,
  handKeptChinese,
  plainOrders,
  leadSheet,
  contactLog,
  complaintSheet,
  ratingSheet,
  pointsSheet,
  orderSheet,
  customerSheet,
]
