import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'
import { olist } from './olist-shop.js'

/** Olist's products: goods and their measures, nothing to import. */
export const olistProducts: Format = {
  ...olist,
  name: 'olist-products',
  kind: 'products',
  title: bilingual('Olist products', 'Olist 商品'),
  must: [['product category name'], ['product id']],
  any: ['product photos qty', 'product weight g', 'product length cm'],
  fields: { sku: ['product id'] },
}
