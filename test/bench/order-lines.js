import { randomSource } from '../../fixtures/generator/random.js'

/** The eight headers of the gift wholesaler's file. */
export const HEADERS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
]

/** Raised when the same options no longer give the same lines, so that cached files are made again. */
export const EDITION = 1

const COLOURS = 'WHITE RED PINK BLUE GREEN IVORY BLACK VINTAGE RETRO SPOTTED STRIPED CREAM'.split(' ')
const WARES = 'LANTERN MUG TEACUP BUNTING CANDLE JAR CLOCK FRAME BAG TIN NAPKINS APRON HOOK LIGHT BOWL CUSHION'.split(
  ' ',
)
const KINDS = 'HANGING SMALL LARGE HEART STAR PAPER GLASS METAL WOODEN CERAMIC GARDEN KITCHEN'.split(' ')
const COUNTRIES = ['France', 'Germany', 'EIRE', 'Spain', 'Netherlands', 'Belgium', 'Portugal', 'Australia', 'Norway']
const PRODUCTS = 4000
const FIRST_INVOICE = 536_365
const FIRST_SECOND = Date.UTC(2025, 0, 1, 8) / 1000
const SECONDS = 364 * 86_400
/** The day of the last lines. */
export const LAST_DAY = '2025-12-31'
const RETURNED_LINES = 0.03
const LINES_A_RETURN = 2
/** Share of invoices dealt round the customers in turn, so that every customer appears; the rest follow the skew. */
const DEALT = 0.4

function products(random) {
  return Array.from({ length: PRODUCTS }, (_, i) => {
    const words = `${random.pick(COLOURS)} ${random.pick(KINDS)} ${random.pick(WARES)}`
    const description = random.chance(0.12) ? `SET OF ${random.int(2, 12)}, ${words}` : words
    const price = Math.round(Math.exp(random.gamma(2, 0.9)) * 100) / 100
    return { code: `${20_000 + i}${i % 5 === 0 ? 'A' : ''}`, description, price: price.toFixed(2) }
  })
}

const countryOf = (customer) =>
  customer % 10 === 3 ? COUNTRIES[Math.floor(customer / 10) % COUNTRIES.length] : 'United Kingdom'
const numberOf = (customer) => String(12_346 + customer)

/** How often an invoice is a return, so that `RETURNED_LINES` of the lines are. */
function returnChance(perInvoice) {
  const sold = perInvoice * RETURNED_LINES
  return sold / (LINES_A_RETURN * (1 - RETURNED_LINES) + sold)
}

/**
 * Order lines of a made-up gift wholesaler in order of time, as `[invoice, code, description, quantity, seconds, price,
 * customer, country]`: few products and customers make most of the lines, 3 % are returns, some descriptions hold commas.
 * @param {{lines: number, customers: number, perInvoice?: number, anonymous?: number, seed?: number, firstInvoice?: number}} options
 * `anonymous`: share of invoices without a customer; `seconds` since 1970-01-01 on the shop's clock
 */
export function* orderLines({
  lines,
  customers,
  perInvoice = 21,
  anonymous = 0,
  seed = 1,
  firstInvoice = FIRST_INVOICE,
}) {
  const random = randomSource(seed)
  const catalogue = products(random)
  const returns = returnChance(perInvoice)
  let dealt = 0
  let invoice = firstInvoice
  for (let made = 0; made < lines; invoice++) {
    const isReturn = random.chance(returns)
    const size = random.int(1, 2 * (isReturn ? LINES_A_RETURN : perInvoice) - 1)
    const customer = random.chance(DEALT) ? dealt++ % customers : Math.floor(customers * random.next() ** 4)
    const buyer = random.chance(anonymous) ? '' : numberOf(customer)
    const seconds = FIRST_SECOND + Math.floor((SECONDS * made) / lines / 60) * 60
    const last = Math.min(lines, made + size)
    for (; made < last; made++) {
      const { code, description, price } = catalogue[Math.floor(PRODUCTS * random.next() ** 1.8)]
      const quantity = Math.ceil(24 * random.next() ** 2) * (random.chance(0.1) ? 6 : 1)
      const number = isReturn ? `C${invoice}` : String(invoice)
      yield [number, code, description, isReturn ? -quantity : quantity, seconds, price, buyer, countryOf(customer)]
    }
  }
}
