import type { Format } from '../core/import/format.js'
import { olist } from './olist-shop.js'

/** Olist's products: goods and their measures, nothing to import. */
export const olistProducts: Format = {
  ...olist,
  name: 'olist-products',
  kind: 'products',
  words: { en: { title: 'Olist products' }, zh: { title: 'Olist 商品' } },
  must: [['product category name'], ['product id']],
  any: ['product photos qty', 'product weight g', 'product length cm'],
  fields: { sku: ['product id'] },
}
