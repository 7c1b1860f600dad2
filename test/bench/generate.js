import { parseArgs } from 'node:util'
import { orderFile } from './files.js'

/** `node generate.js --lines 1000000 [--customers N] [--per-invoice N] [--anonymous SHARE] [--kind csv|numbered|xlsx]` prints the file's path. */
const number = { type: 'string' }
const { values } = parseArgs({
  options: {
    lines: number,
    customers: number,
    'per-invoice': number,
    anonymous: number,
    kind: { type: 'string', default: 'csv' },
  },
})
const lines = Number(values.lines ?? 10_000)
const given = Object.entries({ perInvoice: values['per-invoice'], anonymous: values.anonymous })
const options = Object.fromEntries(
  given.filter(([, value]) => value !== undefined).map(([key, value]) => [key, Number(value)]),
)
const customers = Number(values.customers ?? Math.ceil(lines / 125))
process.stdout.write(`${await orderFile(values.kind, { lines, customers, ...options })}\n`)
