import { bilingual } from '../values/lang.js'

/** What sellers call the platforms files come from, by the code that JSON keeps. */
export const platformWords = bilingual<Readonly<Record<string, string>>>(
  { hand: 'kept by hand', sheet: 'own sheet', shopify: 'Shopify', taobao: 'Taobao', uci: 'UCI sample' },
  { hand: '手工录入', sheet: '手工表', shopify: 'Shopify', taobao: '淘宝', uci: 'UCI 样例' },
)
