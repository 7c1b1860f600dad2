import { buyerType } from './buyer-type.js'
import { category } from './category.js'
import { country } from './country.js'
import type { Dimension } from './dimension.js'
import type { DimensionName } from './names.js'
import { owner } from './owner.js'
import { platform } from './platform.js'
import { priceBand } from './price-band.js'
import { shop } from './shop.js'
import { tag } from './tag.js'

/** Every way to group customers (R13). */
export const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  ...{ country, owner, platform, shop, tag },
  ...{ type: buyerType, category, 'price-band': priceBand },
}
