import type { Format } from '../core/import/format.js'
import { orders1688 } from './1688-orders.js'
import { aliexpressOrders } from './aliexpress-orders.js'
import { douyinOrders } from './douyin-orders.js'
import { complaintSheet, contactLog, leadSheet, pointsSheet, ratingSheet } from './entry-sheets.js'
import { jdOrders } from './jd-orders.js'
import { lazadaOrders } from './lazada-orders.js'
import { pddOrders } from './pdd-orders.js'
import { customerSheet, handKeptChinese, orderSheet, plainOrders } from './sheets.js'
import { shopeeOrders } from './shopee-orders.js'
import { shopifyCustomers } from './shopify-customers.js'
import { shopifyOrders } from './shopify-orders.js'
import { taobaoOrderDetails } from './taobao-order-details.js'
import { taobaoOrderList } from './taobao-order-list.js'
import { taobaoShipments } from './taobao-shipments.js'
import { taobaoSuborders } from './taobao-suborders.js'
import { tiktokShopOrders } from './tiktok-shop-orders.js'
import { uciOnlineRetail } from './uci-online-retail.js'
import { youzanCustomers } from './youzan-customers.js'
import { youzanOrderItems } from './youzan-order-items.js'
import { youzanOrders } from './youzan-orders.js'
import { zaloraOrders } from './zalora-orders.js'

/** Every export layout the importer knows. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  orders1688,
  aliexpressOrders,
  douyinOrders,
  jdOrders,
  lazadaOrders,
  pddOrders,
  shopeeOrders,
  shopifyOrders,
  shopifyCustomers,
  taobaoOrderList,
  taobaoOrderDetails,
  taobaoSuborders,
  taobaoShipments,
  tiktokShopOrders,
  uciOnlineRetail,
  youzanOrders,
  youzanOrderItems,
  youzanCustomers,
  zaloraOrders,
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
