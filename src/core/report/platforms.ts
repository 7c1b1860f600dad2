import { bilingual } from '../values/lang.js'

/** What sellers call the platforms files come from, by the code that JSON keeps. */
export const platformWords = bilingual<Readonly<Record<string, string>>>(
  { sheet: 'own sheet', shopify: 'Shopify', taobao: 'Taobao', uci: 'UCI sample' },
  { sheet: '手工表', shopify: 'Shopify', taobao: '淘宝', uci: 'UCI 样例' },
)
