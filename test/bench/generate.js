import { parseArgs } from 'node:util'
import { orderFile } from './files.js'

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    customers: { type: 'string' },
    'per-invoice': { type: 'string', default: '21' },
    anonymous: { type: 'string', default: '0' },
    kind: { type: 'string', default: 'csv' },
  },
})
const lines = Number(values.lines)
const options = {
  lines,
  customers: Number(values.customers ?? Math.ceil(lines / 125)),
  perInvoice: Number(values['per-invoice']),
  anonymous: Number(values.anonymous),
}
console.log(await orderFile(values.kind, options))
