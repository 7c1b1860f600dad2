import type { Context } from '../context.js'
import type { Party } from '../core/import/record.js'
import { keysOf } from '../core/import/told/identity.js'
import { compareKeys } from '../core/import/told/party-keys.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { publicId } from '../core/values/hash.js'
import { handWords } from '../messages/hand-values.js'
import { addCustomer, sameCustomer } from '../store/by-hand.js'
import { carryOut, instant } from './decision.js'
import { detailOf } from './edit.js'
import { type HandOptions, readHandOptions } from './hand-options.js'
import { ledgerToDecide } from './ledger.js'
import { zoneOf } from './zone.js'

/** `crm add`: a customer kept by hand; one who is there already is not added again. UserError `add.known`, `add.nameless`. */
export async function addCommand(args: HandOptions & { readonly name: string }, context: Context): Promise<number> {
  const values = readHandOptions(args, { values: {} }).filter(({ value }) => value !== '')
  const party = partyOf(new Map<string, string>(values.map(({ field, value }) => [field, value ?? ''])))
  if (party.name === '') throw new UserError('usage', 'add.nameless')
  const ledger = await ledgerToDecide(context)
  const known = sameCustomer(ledger, party)
  if (known !== null) throw new UserError('failed', 'add.known', { name: known.name || known.id, id: known.id })
  const zone = zoneOf(context, ledger)
  const on = context.on(zone) ?? context.today(zone)
  const id = publicId(keysOf(party).sort(compareKeys)[0]!)
  const change = {
    command: 'add',
    sentences: [context.words(handWords).added(party.name, id)],
    facts: {
      customer: id,
      on: dateOf(on),
      values: Object.fromEntries(values.map(({ field, value }) => [field, value])),
    },
  }
  const note = { customer: id, detail: detailOf(values.filter(({ field }) => field !== 'name')) }
  return carryOut(context, change, () => addCustomer(ledger, instant(context), note, party, on, values))
}

/** A customer kept by hand, as the ledger keeps customers of files. */
export function partyOf(values: ReadonlyMap<string, string>): Party {
  const of = (field: string) => values.get(field) ?? ''
  return {
    ...{ platform: 'hand', shop: '', buyerScope: 'shop', buyerId: '', accountId: '' },
    ...{ name: of('name'), email: of('email'), phone: of('phone'), company: of('company'), country: of('country') },
    ...{ region: of('region'), city: of('city'), address: of('address'), postcode: of('postcode') },
  }
}
