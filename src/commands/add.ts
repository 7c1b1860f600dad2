import type { Context } from '../context.js'
import { fieldWord, typedText } from '../core/hand-field-words.js'
import type { Party } from '../core/import/record.js'
import { keysOf } from '../core/import/told/identity.js'
import { compareKeys } from '../core/import/told/party-keys.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { publicId } from '../core/values/hash.js'
import { exists } from '../file-facts.js'
import { handWords } from '../messages/hand-values.js'
import { addCustomer, sameCustomer } from '../store/by-hand.js'
import type { NewValue } from '../store/hand-values.js'
import { ledgerSetting } from '../store/settings.js'
import { carryOut, instant, refuseAhead } from './decision.js'
import { type HandOptions, readHandOptions } from './hand-options.js'
import { ledgerToDecide } from './ledger.js'
import { zoneOf } from './zone.js'

/** `crm add`: a customer kept by hand; one who is there already is not added again. UserError `add.known`, `add.nameless`, `decision.ahead`. */
export async function addCommand(args: HandOptions & { readonly name: string }, context: Context): Promise<number> {
  const values = readHandOptions(args, { values: {} }, await homeOf(context)).filter(({ value }) => value !== '')
  const party = partyOf(new Map<string, string>(values.map(({ field, value }) => [field, value ?? ''])))
  if (party.name === '') throw new UserError('usage', 'add.nameless')
  const ledger = await ledgerToDecide(context)
  const known = sameCustomer(ledger, party)
  if (known !== null) throw new UserError('failed', 'add.known', { name: known.name || known.id, id: known.id })
  const zone = zoneOf(context, ledger)
  const on = context.on(zone) ?? context.today(zone)
  refuseAhead(on, ledger, context)
  const id = publicId(keysOf(party).sort(compareKeys)[0]!)
  const change = {
    command: 'add',
    sentences: [context.words(handWords).added(party.name, id), ...yearlyDays(values, context)],
    facts: {
      customer: id,
      on: dateOf(on),
      values: Object.fromEntries(values.map(({ field, value }) => [field, value])),
    },
  }
  const note = { customer: id, detail: values.filter(({ field }) => field !== 'name') }
  return carryOut(context, change, () => addCustomer(ledger, instant(context), note, party, on, values))
}

/** The country of the shop where a ledger says so; one that is not there yet says nothing. */
async function homeOf(context: Context): Promise<string | null> {
  return exists(context.place.path) ? ledgerSetting(await context.readLedger(), 'shop.country') : null
}

/** The days that return each year by the names of their months: digits are soon turned round. */
function yearlyDays(values: readonly NewValue[], context: Context): string[] {
  const days = values.filter(({ field }) => field === 'birthday' || field === 'anniversary')
  const { noted } = context.words(handWords)
  return days.map(({ field, value }) =>
    noted(fieldWord(field, context.lang), typedText(field, value ?? '', context.lang)),
  )
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
