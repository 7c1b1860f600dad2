import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { momentText } from '../../fixtures/generator/days.js'
import { randomSource } from '../../fixtures/generator/random.js'
import { scratchFolder } from './files.js'
import { LAST_DAY } from './order-lines.js'

/** Raised when the same number of customers no longer gives the same file. */
const EDITION = 1
const HEADERS =
  'Order ID,Order Date,Customer,Company,E-mail,Phone,Country,State,City,Address,Postcode,Currency,Total'.split(',')
const ORDERS_EACH = 2
const YEAR_SECONDS = 364 * 86_400
const LAST_SECOND = Date.parse(`${LAST_DAY}T12:00:00Z`) / 1000
const FIRST_NAMES = 'Hazel Oliver Ines Pavel Noor Maeve Jonas Elin Tomas Ruth 晓雨 建国 佳琪'.split(' ')
const LAST_NAMES = 'Lockridge Amberley Quist Farrow Pell Osgood Tarn Weir Hollis Brandt 欧阳 司徒'.split(' ')
const CITIES = ['Dover,Kent', 'Exeter,Devon', 'Truro,Cornwall', 'Derby,Derbyshire', 'Durham,Durham', 'Lewes,Sussex']
const TRADES = ['Gifts', 'Tea Room', 'Interiors', 'Books', 'Florist']

function customer(number, random) {
  const last = random.pick(LAST_NAMES)
  const [city, region] = random.pick(CITIES).split(',')
  const five = String(number).padStart(5, '0')
  return [
    `${random.pick(FIRST_NAMES)} ${last} ${five}`,
    random.chance(0.3) ? `${last} ${random.pick(TRADES)}` : '',
    `buyer${five}@example.com`,
    `+86138000${five}`,
    ...[
      'GB',
      region,
      city,
      `"${random.int(1, 240)} Harbour Lane, Flat ${random.int(1, 30)}"`,
      `DT${random.int(1, 9)} ${five}`,
    ],
  ]
}

function* rows(customers) {
  const random = randomSource(customers)
  yield HEADERS
  for (let number = 0; number < customers; number++) {
    const whom = customer(number, random)
    for (let nth = 0; nth < ORDERS_EACH; nth++) {
      const pounds = Math.round(Math.exp(random.gamma(2, 1.5)) * 100) / 100
      const day = momentText(LAST_SECOND - random.int(0, YEAR_SECONDS)).slice(0, 10)
      yield [`${number * ORDERS_EACH + nth}`, day, ...whom, 'GBP', pounds.toFixed(2)]
    }
  }
}

/** The path of a sheet of orders with everything a seller knows of who ordered, two by each of so many made-up customers; made on first use and kept. */
export function addressBook(customers) {
  const path = join(scratchFolder(), `addresses-e${EDITION}-customers${customers}.csv`)
  if (existsSync(path)) return path
  writeFileSync(`${path}.unfinished`, `${[...rows(customers)].map((row) => row.join(',')).join('\n')}\n`)
  renameSync(`${path}.unfinished`, path)
  return path
}
