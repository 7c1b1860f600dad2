import type { Field } from '../field.js'

/** What the other columns of a sheet say. */
export interface OtherColumns {
  has(...fields: readonly Field[]): boolean
}

/** A word that stands for different things in different sheets: which, by the columns beside it; null for neither. */
export type WordRule = (others: OtherColumns) => Field | null

const amounts = ['orderTotal', 'itemAmount', 'unitPrice'] as const
const contacts = ['buyerName', 'phone', 'email', 'firstName', 'lastName'] as const

/** A bare number is the order's where the sheet has amounts, else the customer's. */
const numberRule: WordRule = (others) => {
  if (others.has(...amounts)) return 'orderId'
  return others.has(...contacts) ? 'buyerId' : null
}

/** A bare name is the product's beside a customer or a price of one piece, else the customer's. */
const nameRule: WordRule = (others) => {
  if (others.has('productName')) return others.has('buyerName') ? null : 'buyerName'
  return others.has('buyerName', 'unitPrice', 'quantity', 'sku') ? 'productName' : 'buyerName'
}

/** Given and family name stand beside each other; alone it is the whole name. */
const givenRule: WordRule = (others) => (others.has('lastName') ? 'firstName' : 'buyerName')

const familyRule: WordRule = (others) => (others.has('firstName') ? 'lastName' : 'buyerName')

/** A count where a price of one piece or an amount stands beside it, else the amount. */
const countRule: WordRule = (others) => (others.has(...amounts) ? 'quantity' : 'orderTotal')

/** A state is the order's where the sheet sells something, else part of an address. */
const stateRule: WordRule = (others) => (others.has(...amounts) ? 'status' : 'region')

/** What kind of goods, where the sheet tells of goods; else what kind of entry. */
const categoryRule: WordRule = (others) =>
  others.has('productName', 'sku', 'quantity', 'unitPrice') ? 'productCategory' : null

/** Danish for a town, beside the rest of an address; else it says who made the sale. */
const townRule: WordRule = (others) => (others.has('address', 'postcode') ? 'city' : null)

const rules: readonly (readonly [string, WordRule])[] = [
  ['编号|編號|编码|no|nr|number|id|#|número|numéro|numero|numer|nummer|nomor|番号|번호|หมายเลข', numberRule],
  ['名称|名稱', nameRule],
  ['nombre|nom|nome', givenRule],
  ['apellido|sobrenome|apelido|nazwisko', familyRule],
  ['jumlah', countRule],
  ['estado|état|stato', stateRule],
  ['by', townRule],
  ['nazwa', nameRule],
  [
    'category|categories|分类|分類|kategorie|categoría|catégorie|categoria|kategori|カテゴリ|カテゴリー|카테고리',
    categoryRule,
  ],
]

/** Words with two meanings; every other common word has one (aliases.ts). */
export const sharedWords: ReadonlyMap<string, WordRule> = new Map(
  rules.flatMap(([words, rule]) =>
    words
      .normalize('NFKC')
      .split('|')
      .map((word) => [word, rule] as const),
  ),
)
