import { hash53, hashTriple, RunningHash } from '../core/values/hash.js'
import { minorDigits } from '../core/values/money.js'
import { entryColumns, lineWidth, orderColumns, type StagedRows, type Value } from './row-stager.js'

type Values = readonly Value[]

/** Hashes of 53 bits over all that a record says: equal facts give equal hashes in every file. */
export interface StagedContents {
  /** Of each order of some rows, in their order. */
  orders(rows: StagedRows): number[]
  entry(values: Values): number
}

/** Pieces are told apart to the thousandth. */
const quantityScale = 1000
/** Stands for what is not said: no quantity or amount is as large. */
const unsaid = 2 ** 62

const placesIn = (columns: readonly string[], names: string) => names.split(' ').map((name) => columns.indexOf(name))

const saidFirst = placesIn(
  orderColumns,
  'kind placed_on placed_time paid_on delivered_on stated_at status is_paid note refund_number refund_rows',
)
const amounts = placesIn(
  orderColumns,
  'total_minor refund_minor discount_minor shipping_minor tax_minor fee_minor cost_minor',
)
const [currencyAt, assumedAt, partyAt, lineCountAt] = placesIn(
  orderColumns,
  'currency is_currency_assumed party line_count',
) as [number, number, number, number]
const saidOfBuyer = placesIn(orderColumns, 'owner tags consent')
const saidOfEntry = placesIn(entryColumns, 'kind number on_day next_on value text details')
const partyOfEntry = entryColumns.indexOf('party')

/** What a party says besides its shop: the order is of the shop already, and a shop may be named later. */
const withoutShop = (values: Values) => values.slice(3, -2).join('\u0001')

/**
 * The contents of one sheet's records as its rows come. An order's is over what stands in its columns, its party, and of each
 * line product, quantity and amount; amounts of every assumed currency that has room for their decimals hash alike.
 */
export function stagedContents(): StagedContents {
  const running = new RunningHash()
  // By how-many-th of the sheet they are, from 1; of products and parties both halves.
  const products = [0, 0]
  const parties = [0, 0]
  const halves = new Int32Array(2)

  function keep(list: number[], first: string, second = '', third = ''): void {
    hashTriple(first, second, third, halves)
    list.push(halves[0]!, halves[1]!)
  }

  const addKept = (list: readonly number[], nth: number) => running.addHalves(list[2 * nth]!, list[2 * nth + 1]!)
  const addParty = (nth: Value | undefined) => addKept(parties, typeof nth === 'number' ? nth : 0)

  function addLine(lines: Float64Array, at: number, scale: number): void {
    const [product, quantity, amount] = [lines[at + 1]!, lines[at + 2]!, lines[at + 3]!]
    addKept(products, Number.isNaN(product) ? 0 : product)
    running.add(Number.isNaN(quantity) ? unsaid : Math.round(quantity * quantityScale))
    running.add(Number.isNaN(amount) ? unsaid : amount * scale)
  }

  return {
    orders(rows) {
      for (const [sku, name, category] of rows.products) keep(products, sku, name, category)
      for (const values of rows.parties) keep(parties, withoutShop(values))
      let at = 0
      return rows.orders.map((values) => {
        const scale = values[assumedAt] === 1 ? 10 ** (4 - minorDigits(String(values[currencyAt]))) : 1
        running.start(hash53(orderText(values, scale)))
        addParty(values[partyAt])
        const end = at + Number(values[lineCountAt]) * lineWidth
        for (; at < end; at += lineWidth) addLine(rows.lines, at, scale)
        return running.value
      })
    },
    entry(values) {
      running.start(hash53(saidOfEntry.map((place) => values[place]).join('\u0001')))
      addParty(values[partyOfEntry])
      return running.value
    },
  }
}

function orderText(values: Values, scale: number): string {
  const said = saidFirst.map((place) => values[place])
  const scaled = amounts.map((place) => (values[place] === null ? null : Number(values[place]) * scale))
  const ofBuyer = saidOfBuyer.map((place) => values[place])
  const isSilent = ofBuyer.every((text) => text === '')
  return [...said, values[assumedAt] === 1 ? '' : values[currencyAt], ...scaled, ...(isSilent ? [] : ofBuyer)].join(
    '\u0001',
  )
}
