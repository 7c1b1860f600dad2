import type { Format } from '../core/import/format.js'
import { orders1688 } from './1688-orders.js'
import { aliexpressOrders } from './aliexpress-orders.js'
import { amazonAllOrders } from './amazon-all-orders.js'
import { amazonFbaShipments } from './amazon-fba-shipments.js'
import { amazonOrderReport } from './amazon-order-report.js'
import { amazonUnshipped } from './amazon-unshipped.js'
import { bigcommerceOrders } from './bigcommerce-orders.js'
import { douyinOrders } from './douyin-orders.js'
import { ebayFileExchange } from './ebay-file-exchange.js'
import { ebayOrders } from './ebay-orders.js'
import { complaintSheet, contactLog, leadSheet, pointsSheet, ratingSheet } from './entry-sheets.js'
import { etsyOrderItems } from './etsy-order-items.js'
import { etsyOrders } from './etsy-orders.js'
import { etsyPayments } from './etsy-payments.js'
import { jdOrders } from './jd-orders.js'
import { lazadaOrders } from './lazada-orders.js'
import { magentoOrders } from './magento-orders.js'
import { pddOrders } from './pdd-orders.js'
import { customerSheet, handKeptChinese, orderSheet, plainOrders } from './sheets.js'
import { shopeeOrders } from './shopee-orders.js'
import { shopifyCustomers } from './shopify-customers.js'
import { shopifyOrders } from './shopify-orders.js'
import { squarespaceOrders } from './squarespace-orders.js'
import { taobaoOrderDetails } from './taobao-order-details.js'
import { taobaoOrderList } from './taobao-order-list.js'
import { taobaoShipments } from './taobao-shipments.js'
import { taobaoSuborders } from './taobao-suborders.js'
import { tiktokShopOrders } from './tiktok-shop-orders.js'
import { uciOnlineRetail } from './uci-online-retail.js'
import { wixOrders } from './wix-orders.js'
import { woocommerceAnalytics } from './woocommerce-analytics.js'
import { woocommerceCustomers } from './woocommerce-customers.js'
import { woocommerceOrderExport } from './woocommerce-order-export.js'
import { woocommerceSkyverge } from './woocommerce-skyverge.js'
import { woocommerceWebtoffee } from './woocommerce-webtoffee.js'
import { youzanCustomers } from './youzan-customers.js'
import { youzanOrderItems } from './youzan-order-items.js'
import { youzanOrders } from './youzan-orders.js'
import { zaloraOrders } from './zalora-orders.js'

/** Every export layout the importer knows. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  orders1688,
  aliexpressOrders,
  amazonAllOrders,
  amazonFbaShipments,
  amazonOrderReport,
  amazonUnshipped,
  bigcommerceOrders,
  douyinOrders,
  ebayFileExchange,
  ebayOrders,
  etsyOrderItems,
  etsyOrders,
  etsyPayments,
  jdOrders,
  lazadaOrders,
  magentoOrders,
  pddOrders,
  shopeeOrders,
  shopifyCustomers,
  shopifyOrders,
  squarespaceOrders,
  taobaoOrderDetails,
  taobaoOrderList,
  taobaoShipments,
  taobaoSuborders,
  tiktokShopOrders,
  uciOnlineRetail,
  wixOrders,
  woocommerceAnalytics,
  woocommerceCustomers,
  woocommerceOrderExport,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  youzanCustomers,
  youzanOrderItems,
  youzanOrders,
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
