import type { Format } from '../core/import/format.js'
import { orders1688 } from './1688-orders.js'
import { aliexpressOrders } from './aliexpress-orders.js'
import { amazonAllOrders } from './amazon-all-orders.js'
import { amazonFbaShipments } from './amazon-fba-shipments.js'
import { amazonOrderReport } from './amazon-order-report.js'
import { amazonSettlement } from './amazon-settlement.js'
import { amazonUnshipped } from './amazon-unshipped.js'
import { bigcommerceOrders } from './bigcommerce-orders.js'
import { documentJournal } from './document-journal.js'
import { douyinOrders } from './douyin-orders.js'
import { ebayFileExchange } from './ebay-file-exchange.js'
import { ebayOrders } from './ebay-orders.js'
import {
  complaintSheet,
  contactAmounts,
  contactLog,
  contactNotes,
  pointsSheet,
  ratingSheet,
  scoreSheet,
} from './entry-sheets.js'
import { etsyOrderItems } from './etsy-order-items.js'
import { etsyOrders } from './etsy-orders.js'
import { etsyPayments } from './etsy-payments.js'
import { giftList, giftRegister } from './gift-register.js'
import { jdOrders } from './jd-orders.js'
import { lazadaOrders } from './lazada-orders.js'
import { dealSheet, leadLevels, leadSheet } from './lead-sheets.js'
import { magentoOrders } from './magento-orders.js'
import { dailySummary, expenseList } from './money-lists.js'
import { olistCustomers } from './olist-customers.js'
import { olistOrderItems } from './olist-order-items.js'
import { olistOrders } from './olist-orders.js'
import { olistPayments } from './olist-payments.js'
import { olistProducts } from './olist-products.js'
import { olistReviews } from './olist-reviews.js'
import { paypalActivity } from './paypal-activity.js'
import { paypalStatement } from './paypal-statement.js'
import { pddOrders } from './pdd-orders.js'
import { quickbooksJournal } from './quickbooks-journal.js'
import { quickbooksSales } from './quickbooks-sales.js'
import { refundSheet } from './refund-sheet.js'
import { customerSheet, handKeptChinese, orderSheet, plainOrders } from './sheets.js'
import { shopeeOrders } from './shopee-orders.js'
import { shopifyCustomers } from './shopify-customers.js'
import { shopifyOrders } from './shopify-orders.js'
import { shopifyPayouts, shopifyPayoutTransactions } from './shopify-payouts.js'
import { squareItems } from './square-items.js'
import { squareTransactions } from './square-transactions.js'
import { squarespaceOrders } from './squarespace-orders.js'
import { stripeCustomers } from './stripe-customers.js'
import { stripePayments } from './stripe-payments.js'
import { taobaoOrderDetails } from './taobao-order-details.js'
import { taobaoOrderList } from './taobao-order-list.js'
import { taobaoShipments } from './taobao-shipments.js'
import { taobaoSuborders } from './taobao-suborders.js'
import { tiktokShopOrders } from './tiktok-shop-orders.js'
import { uciOnlineRetail } from './uci-online-retail.js'
import { walletBill } from './wallet-bill.js'
import { wechatMerchantBill } from './wechat-merchant-bill.js'
import { wixOrders } from './wix-orders.js'
import { woocommerceAnalytics } from './woocommerce-analytics.js'
import { woocommerceCustomers } from './woocommerce-customers.js'
import { woocommerceOrderExport } from './woocommerce-order-export.js'
import { woocommerceSkyverge } from './woocommerce-skyverge.js'
import { woocommerceWebtoffee } from './woocommerce-webtoffee.js'
import { xeroInvoices } from './xero-invoices.js'
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
  amazonSettlement,
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
  olistCustomers,
  olistOrderItems,
  olistOrders,
  olistPayments,
  olistProducts,
  olistReviews,
  paypalActivity,
  paypalStatement,
  pddOrders,
  quickbooksJournal,
  quickbooksSales,
  shopeeOrders,
  shopifyCustomers,
  shopifyOrders,
  shopifyPayouts,
  shopifyPayoutTransactions,
  squareItems,
  squareTransactions,
  squarespaceOrders,
  stripeCustomers,
  stripePayments,
  taobaoOrderDetails,
  taobaoOrderList,
  taobaoShipments,
  taobaoSuborders,
  tiktokShopOrders,
  uciOnlineRetail,
  wechatMerchantBill,
  wixOrders,
  woocommerceAnalytics,
  woocommerceCustomers,
  woocommerceOrderExport,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  xeroInvoices,
  youzanCustomers,
  youzanOrderItems,
  youzanOrders,
  zaloraOrders,
  handKeptChinese,
  plainOrders,
  walletBill,
  documentJournal,
  refundSheet,
  expenseList,
  dailySummary,
  leadSheet,
  leadLevels,
  dealSheet,
  contactLog,
  contactNotes,
  contactAmounts,
  complaintSheet,
  ratingSheet,
  scoreSheet,
  pointsSheet,
  giftRegister,
  giftList,
  orderSheet,
  customerSheet,
]
