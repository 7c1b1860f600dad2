import type { Vocabulary } from '../../follow-up/vocabulary.js'
import { bilingual } from '../../values/lang.js'

/** What customers can be grouped by; the objects stand in index.ts. */
export const DIMENSIONS = ['country', 'owner', 'platform', 'shop', 'tag', 'type', 'category', 'price-band'] as const
export type DimensionName = (typeof DIMENSIONS)[number]

/** What they are called where one is typed. */
export const dimensionNames: Vocabulary<DimensionName> = {
  words: bilingual(
    {
      ...{ country: 'country', owner: 'owner', platform: 'platform', shop: 'shop', tag: 'tag', type: 'buyer type' },
      ...{ category: 'category', 'price-band': 'price band' },
    },
    {
      ...{ country: '国家', owner: '负责人', platform: '平台', shop: '店铺', tag: '标签', type: '买家类型' },
      ...{ category: '类目', 'price-band': '价位' },
    },
  ),
  also: { country: ['国家/地区', '地区'], category: ['商品类目', '品类'], 'price-band': ['客单价', '价格带'] },
}
