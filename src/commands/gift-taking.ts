import type { Context } from '../context.js'
import { placesById } from '../core/customer-places.js'
import { NO_OCCASION } from '../core/follow-up/care/gifts.js'
import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerId } from '../store/ledger-id.js'
import { baseCurrency, ledgerSettings } from '../store/settings.js'
import { type TakenRow, type ToldRow, toldRows } from '../store/worklists.js'
import { careCalendarOf } from './care-calendar.js'
import { givenOccasion } from './care-occasion.js'
import { duesOf } from './dues-input.js'
import { type Standings, standingsOf } from './list-standing.js'
import { asOfView } from './report-input.js'
import { zoneOf } from './zone.js'

/** The item of an occasion a customer was given something on, by which the care list knows it. */
type ItemOf = (customer: string, typed: string, on: Day) => { readonly item: string; readonly isKnown: boolean }

/** What taking the rows of registers needs, and what was taken so far. */
export interface GiftTaking {
  readonly ledger: Ledger
  readonly ownId: string
  readonly currency: string | null
  readonly today: Day
  readonly told: Map<string, ToldRow[]>
  readonly standings: Standings
  readonly rows: TakenRow[]
  readonly itemOf: ItemOf
}

/** How things stand with customers and their occasions before the first row is taken. */
export async function giftTaking(ledger: Ledger, context: Context): Promise<GiftTaking> {
  const today = context.today(zoneOf(context, ledger))
  const known = { ownId: ledgerId(ledger), currency: baseCurrency(ledger), told: toldRows(ledger) }
  const standings = standingsOf(ledger, today, context)
  return { ledger, today, ...known, standings, rows: [], itemOf: await itemReader(ledger, context) }
}

async function itemReader(ledger: Ledger, context: Context): Promise<ItemOf> {
  const view = asOfView(context, ledger)
  const dues = await duesOf(context, ledger, view)
  const care = await careCalendarOf(view, ledgerSettings(ledger), new Map(), true)
  const indexes = placesById(view.snapshot.customers)
  return (id, typed, on) => {
    if (typed === '') return { item: NO_OCCASION, isKnown: true }
    const index = indexes.get(id)
    if (index === undefined) return { item: NO_OCCASION, isKnown: false }
    const { kept, who } = dues.facts(index)
    const giving = { care, kept, country: who.country, who: id, id, on }
    try {
      const { key, item } = givenOccasion(typed, giving, context.lang)
      return { item: item ?? key, isKnown: true }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const isDayMissing = error.code === 'care.day-not-known'
      return { item: isDayMissing ? String(error.params.field) : NO_OCCASION, isKnown: isDayMissing }
    }
  }
}
