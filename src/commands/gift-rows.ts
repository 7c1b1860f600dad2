import { readExpected } from '../core/import/expected-amount.js'
import type { EntryRecord, Party } from '../core/import/record.js'
import { dateOf } from '../core/values/business-date.js'
import { publicId } from '../core/values/hash.js'
import type { Issue } from '../core/values/issue.js'
import { toMinor } from '../core/values/money.js'
import { careList, careRowKey } from '../core/worklist/care-list.js'
import type { RowFinding, RowSaid } from '../core/worklist/records.js'
import { isWithin, type SaidCells, saidCells } from '../core/worklist/said.js'
import { customerMeant, type FoundCustomer } from '../store/find-customer.js'
import type { ToldRow } from '../store/worklists.js'
import type { GiftSheet } from './gift-sheet.js'
import type { GiftTaking } from './gift-taking.js'
import { whoIs } from './list-whose.js'

/** What became of the rows of one register. */
export interface GiftCounts {
  /** Gifts not on record before. */
  recorded: number
  /** On record already, as the row says them. */
  known: number
  /** On record with another value or without the reply. */
  changed: number
  rejected: number
  /** Recorded ones of which it is not said what they cost: in what care has cost they are nothing. */
  unvalued: number
}

export const NO_GIFTS: GiftCounts = { recorded: 0, known: 0, changed: 0, rejected: 0, unvalued: 0 }

/** Where a row of a register goes. */
interface GiftPlace {
  readonly taking: GiftTaking
  readonly counts: GiftCounts
  /** By what each row is known again. */
  readonly keys: ReadonlyMap<EntryRecord, string>
}

/** Takes one row of a register: what it comes to is what `crm care gift` and `crm care reply` would record (R21). */
export function takeGift(entry: EntryRecord, sheet: GiftSheet, place: GiftPlace): void {
  const { taking, counts } = place
  const tell = teller(entry, sheet)
  const unfit = unfitOf(entry, sheet, taking)
  const meant = unfit === null ? customerMeant(taking.ledger, namingOf(entry.party!)) : null
  if (meant !== null && 'customer' in meant) {
    takeMeant(entry, meant.customer, tell, place)
    return
  }
  const near = meant !== null && counts.rejected < SHOWN ? meant.candidates().join('; ') : ''
  const unknown = { code: 'gift.customer', params: { value: nameOf(entry.party), near }, column: 'customer' }
  counts.rejected++
  tell('error', unfit ?? unknown)
}

/** Takes a row of which the customer is known. */
function takeMeant(entry: EntryRecord, customer: FoundCustomer, tell: Tell, { taking, counts, keys }: GiftPlace): void {
  const key = keys.get(entry)!
  const who = { who: whoIs(customer), id: customer.id }
  const before = toldBefore(key, taking)
  const { item, isKnown } = taking.itemOf(customer.id, entry.details.occasion ?? '', entry.on!)
  const said = saidOf(entry, item, customer, before, taking)
  const cells = saidCells(said.filled)
  const isTold = before.some((one) => isWithin(cells, one.cells))
  const records = isTold ? null : careList.records(said, taking.standings.of(customer.id))
  if (records !== null && 'refused' in records) {
    counts.rejected++
    tell('error', records.refused, who)
    return
  }
  const isNew = records?.events.some(({ what }) => what === 'give') === true
  const isChange = !isNew && (records?.events.length ?? 0) > 0
  counts[isNew ? 'recorded' : isChange ? 'changed' : 'known']++
  if (isNew && said.filled.value === undefined) counts.unvalued++
  if (records === null || !(isNew || isChange)) return
  taking.told.set(key, [...before, { id: 0, batch: 0, cells, opened: isNew ? key : '' }])
  const unknown = { code: 'gift.occasion', params: { value: entry.details.occasion ?? '' }, column: 'occasion' }
  for (const finding of [...(isKnown ? [] : [unknown]), ...(records.warnings ?? [])]) tell('warning', finding, who)
  const contacts = records.contacts.map((contact) => ({ ...contact, text: wordsOf(entry, isKnown) }))
  taking.rows.push({ ...records, contacts, key: customer.key, listKey: key, cells })
}

/** What was said of a row before; nothing where the import that opened its gift was taken back. */
function toldBefore(key: string, { told }: GiftTaking): readonly ToldRow[] {
  const rows = told.get(key) ?? []
  return rows.some(({ opened }) => opened !== '') ? rows : []
}

type Tell = (severity: 'error' | 'warning', finding: RowFinding, more?: Issue['params']) => void

function teller({ row }: EntryRecord, { issues, match }: GiftSheet): Tell {
  return (severity, { code, params, column = '' }, more = {}) => {
    const field = COLUMNS[column]
    const at = field === undefined ? -1 : (match.columns.get(field)?.[0] ?? -1)
    issues.add({ severity, code, row, column: at, params: { ...params, ...more } })
  }
}

/** After so many the customers who may be meant are looked for no more: nobody is shown them. */
const SHOWN = 5

const COLUMNS = {
  ...{ gift: 'gift', value: 'giftValue', reply: 'result', on: 'placedAt', occasion: 'occasion', customer: 'buyerName' },
} as Readonly<Record<string, 'gift' | 'giftValue' | 'result' | 'placedAt' | 'occasion' | 'buyerName' | undefined>>

/** Why a row cannot be taken whoever it is about. */
function unfitOf(
  { row, on, party, details }: EntryRecord,
  { unreadDays }: GiftSheet,
  { today, currency }: GiftTaking,
): RowFinding | null {
  const value = nameOf(party)
  const typed = unreadDays.get(row)
  if (on === null && typed !== undefined)
    return { code: 'gift.day', params: { value: typed, who: value }, column: 'on' }
  if (on === null) return { code: 'gift.no-day', params: { value }, column: 'on' }
  if (on > today) return { code: 'gift.ahead', params: { value: dateOf(on), day: dateOf(today) }, column: 'on' }
  if ((details.gift ?? '') === '' && (details.result ?? '') === '')
    return { code: 'gift.nothing', params: { value }, column: 'gift' }
  const told = readExpected(details.giftValue ?? '')
  if (told === null || (currency !== null && (told.isAssumed || told.currency === currency))) return null
  return {
    code: 'gift.currency',
    params: { value: details.giftValue!.replace('?', ''), own: currency ?? '' },
    column: 'value',
  }
}

function namingOf({ buyerId, phone, email, name, company }: Party) {
  const ownId = /^c[0-9a-z]{4,}$/i.test(buyerId) ? buyerId : ''
  return { marks: [ownId, phone, email], name: name || company || buyerId }
}

/** Whom a row names, as it names him. */
function nameOf(party: Party | null): string {
  return party === null ? '' : party.name || party.company || party.phone || party.email || party.buyerId
}

/**
 * By what each row is known when its sheet comes again: by what it says, and not by whom that is found to be, for a customer may be joined
 * to another meanwhile. Rows of one gift to one person on one day are as many gifts: first those told with the very same value and reply
 * find theirs, in whatever order they stand now.
 */
export function keysOf(gifts: readonly EntryRecord[], taking: GiftTaking): ReadonlyMap<EntryRecord, string> {
  const keys = new Map<EntryRecord, string>()
  const taken = new Set<string>()
  const named = gifts.filter(({ party }) => party !== null)
  const alike = new Map<string, number>()
  for (const gift of named) alike.set(saidIn(gift), (alike.get(saidIn(gift)) ?? 0) + 1)
  const isSame = (one: SaidCells, other: SaidCells) => isWithin(one, other) && isWithin(other, one)
  for (const isTheirs of [isSame, isWithin, null])
    for (const gift of named.filter((one) => !keys.has(one))) {
      const cells = saidCells(filledOf(gift, taking))
      const said = saidIn(gift)
      const key = numbered(`gift:${said}`, alike.get(said)!, taking).find(
        (one) =>
          !taken.has(one) && (isTheirs === null || toldBefore(one, taking).some((told) => isTheirs(cells, told.cells))),
      )
      if (key === undefined) continue
      keys.set(gift, key)
      taken.add(key)
    }
  return keys
}

/** The keys of rows that say the same: as many as there are now, and as were told. */
function numbered(said: string, count: number, { told }: GiftTaking): string[] {
  const keys: string[] = []
  for (let nth = 1; nth <= count || told.has(`${said}:${nth}`); nth++) keys.push(`${said}:${nth}`)
  return keys
}

function saidIn({ party, on, details }: EntryRecord): string {
  const { name, phone, email, buyerId } = party!
  return publicId(JSON.stringify([name, phone, email, buyerId, on, details.gift, details.occasion]))
}

/** What the row fills in. */
function filledOf({ on, details }: EntryRecord, { currency }: Pick<GiftTaking, 'currency'>): RowSaid['filled'] {
  const told = readExpected(details.giftValue ?? '')
  const value = told === null || currency === null ? {} : { value: toMinor(told.amount, currency).minor }
  const texts = { gift: details.gift ?? '', reply: details.result ?? '' }
  const words = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  return { ...words, ...value, ...(on === null ? {} : { on }) }
}

function saidOf(
  entry: EntryRecord,
  item: string,
  customer: FoundCustomer,
  before: readonly ToldRow[],
  taking: GiftTaking,
): RowSaid {
  const on = entry.on!
  const opened = before.find((one) => one.opened !== '')?.opened ?? null
  return {
    filled: filledOf(entry, taking),
    key: careRowKey({ ledger: taking.ownId, on, customer: customer.id, item }),
    today: on,
    earlier: opened === null ? null : { contactOn: on, opened },
  }
}

/** What the contact says: the gift, what it was for where no occasion of ours says it, and the note beside it. */
function wordsOf({ details, text }: EntryRecord, isKnown: boolean): string {
  return [details.gift, isKnown ? '' : details.occasion, text].filter(Boolean).join(' · ')
}
