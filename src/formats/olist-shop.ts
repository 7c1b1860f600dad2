import type { Format } from '../core/import/format.js'

/** What all files of Olist's data set share. */
export const olist = {
  platform: 'olist',
  weight: 2,
  buyerScope: 'platform',
  currency: 'BRL',
  country: 'BR',
} as const satisfies Partial<Format>
