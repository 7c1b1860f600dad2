import { productLabel } from '../../core/purchases.js'
import { draft, finishTable, hiddenIfEmpty } from '../../core/report/build.js'
import { columnsIn, currencyOf } from '../../core/report/columns.js'
import type { Column } from '../../core/report/table.js'
import { bilingual } from '../../core/values/lang.js'
import { moneyText } from '../notes.js'
import { share } from '../tier-tables.js'
import type { ProductSales } from './product-sales.js'
import type { PeriodSection, PeriodView } from './view.js'
import { periodWords } from './words.js'

const words = bilingual(
  {
    top: 'Products of the period, by net revenue',
    rose: 'Products that rose and fell most',
    product: 'Product',
    sku: 'SKU',
    change: 'Change',
    share: 'Share of product sales',
    note: 'Products: an order of several is shared out by the amounts of its lines; orders without lines, or of no known customer, are in no product.',
    part: (products: string, period: string) =>
      `All products together bring ${products} of the ${period} of the period; the shares are of products alone.`,
    none: 'No order of the period names a product.',
  },
  {
    top: '本期商品（按净销售额）',
    rose: '增减最多的商品',
    product: '商品',
    sku: '商品编码',
    change: '增减',
    share: '占商品销售额',
    note: '商品：一笔订单有几种商品的，按各行金额分摊；没有商品明细的订单、没有客户信息的订单不计入任何商品。',
    part: (products, period) => `本期净销售额${period}，其中能归到商品的${products}；占比按各商品合计计算。`,
    none: '本期订单没有写明商品。',
  },
)

/** Products shown, and of those that rose and of those that fell. */
const MOST = 10
const MOST_MOVED = 5

/** What sold best in the period, and what rose and fell most against the period before. */
export const productsSection: PeriodSection = {
  key: 'products',
  build: (view) => {
    const { input, span, sold } = view
    const all = input.products(span, sold.previous.span)
    const top = all
      .filter(({ orders, netMinor }) => orders > 0 || netMinor !== 0)
      .toSorted(by(({ netMinor }) => -netMinor))
    const { sales, isHalf } = sold.previous
    const moved = sales === null || isHalf ? [] : movedMost(all)
    const say = words[input.lang]
    const limit = input.shape.limit ?? MOST
    const table = { ...productsTable(view, 'products', say.top, top), reason: say.none }
    return {
      tables: [
        finishTable(table, { limit }),
        hiddenIfEmpty(finishTable(productsTable(view, 'productMoves', say.rose, moved))),
      ],
      notes: top.length > 0 ? [say.note, ...partNotes(view, all)] : [],
    }
  },
}

/** How much of the period's net revenue is told by product, where it is not all. */
function partNotes({ input, sold }: PeriodView, all: readonly ProductSales[]): readonly string[] {
  const whole = sold.now.sales?.netMinor ?? 0
  const products = all.reduce((sum, { netMinor }) => sum + netMinor, 0)
  if (products === whole) return []
  return [words[input.lang].part(moneyText(products, input), moneyText(whole, input))]
}

/** Those with the largest rise, then those with the largest fall. */
function movedMost(all: readonly ProductSales[]): readonly ProductSales[] {
  const risen = all.filter((one) => changeOf(one) > 0).toSorted(by((one) => -changeOf(one)))
  const fallen = all.filter((one) => changeOf(one) < 0).toSorted(by(changeOf))
  return [...risen.slice(0, MOST_MOVED), ...fallen.slice(0, MOST_MOVED).reverse()]
}

function changeOf({ netMinor, beforeMinor }: ProductSales): number {
  return netMinor - beforeMinor
}

/** Sorts upwards by a figure, equals by name and SKU, so that the order is the same everywhere. */
function by(figure: (one: ProductSales) => number) {
  const name = ({ product }: ProductSales) => `${productLabel(product)}\u0001${product.sku}`
  return (a: ProductSales, b: ProductSales) => figure(a) - figure(b) || (name(a) < name(b) ? -1 : 1)
}

function productsTable({ input, span }: PeriodView, key: string, title: string, rows: readonly ProductSales[]) {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const money = (of: string, label: string): Column => ({
    ...{ key: of, kind: 'money', label },
    ...currencyOf(input.snapshot.currency),
  })
  const columns: Column[] = [
    { key: 'product', kind: 'text', label: say.product },
    { key: 'sku', kind: 'id', label: say.sku },
    column('orders'),
    column('netMinor'),
    { key: 'netShare', kind: 'bar', label: say.share },
    money('beforeMinor', periodWords[input.lang].kinds[span.kind].periods.before),
    money('changeMinor', say.change),
  ]
  const total = rows.reduce((sum, { netMinor }) => sum + Math.max(0, netMinor), 0)
  return draft(
    key,
    title,
    key === 'products' ? columns : columns.filter((one) => one.key !== 'netShare'),
    rows,
    (one) => ({
      product: productLabel(one.product),
      sku: one.product.sku || null,
      orders: one.orders,
      netMinor: one.netMinor,
      netShare: one.netMinor < 0 ? null : share(one.netMinor, total),
      beforeMinor: one.beforeMinor,
      changeMinor: changeOf(one),
    }),
  )
}
