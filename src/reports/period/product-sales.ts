import type { Product } from '../../core/purchases.js'

/** What was sold of one product in a period and in the one before; amounts in minor units of the base currency. */
export interface ProductSales {
  readonly product: Product
  readonly orders: number
  readonly netMinor: number
  readonly beforeMinor: number
}
