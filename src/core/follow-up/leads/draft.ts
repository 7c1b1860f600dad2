import type { EntryFacts } from '../../entry-facts.js'
import type { EventFacts } from '../../events.js'
import { type Day, dayOfText } from '../../values/business-date.js'
import type { Lead, LeadConflict, LeadRecord, Touch } from './lead.js'
import { BLANK_RECORD, recordWith, type ToldTexts, toldTextsWith, withTold } from './record.js'
import {
  LEAD_LEVELS,
  LEAD_STAGES,
  type LeadLevel,
  type LeadOutcome,
  type LeadStage,
  leadOutcome,
  levelNamed,
  stageNamed,
} from './words.js'

/** How a lead was closed, or that it is open, by a file or by hand. */
interface Standing {
  readonly outcome: LeadOutcome
  readonly on: Day | null
  readonly reason: string
}

/** What files say of the sale. */
type ToldSale = Pick<LeadRecord, 'amountMinor' | 'probabilityPercent' | 'closeOn'> & { readonly unratedAmount: string }

const NO_SALE: ToldSale = { amountMinor: null, probabilityPercent: null, closeOn: null, unratedAmount: '' }

const OPEN: Standing = { outcome: 'open', on: null, reason: '' }

/** One lead while it is put together, step by step in order of days. */
export class LeadDraft {
  private byFile = OPEN
  private byHand: Standing | null = null
  /** The first event that ended it by hand. */
  private endedBy: number | null = null
  private level: LeadLevel | null = null
  private levelOn: Day | null = null
  private stage: LeadStage | null = null
  private readonly stageDays: Partial<Record<LeadStage, Day>> = {}
  private isLevelByHand = false
  private isStageByHand = false
  private registeredBy = ''
  private written = BLANK_RECORD
  /** What files say of the sale: what was written by hand stands before it. */
  private byFiles = NO_SALE
  private textsByFiles: ToldTexts = {}
  private firstContactOn: Day | null = null
  private readonly touches: Touch[] = []
  private readonly conflicts: LeadConflict[] = []
  /** Last day on which an order is one of this lead's; null while no other lead follows. */
  private lastOrderOn: Day | null = null

  private constructor(
    private readonly customer: number,
    /** What events name the lead by; '' while only files tell it. */
    public subject: string,
    private readonly openedOn: Day | null,
    private readonly isDated: boolean,
    private readonly orders: Int32Array,
    /** The order that won the lead before. */
    private readonly takenOn: Day | null,
  ) {}

  /** A lead its first row opens. Of one imported as won nobody knows when it was opened where an order came before. */
  static ofRow(customer: number, { on, knownOn, details }: EntryFacts, orders: Int32Array): LeadDraft {
    const isDated = on !== null
    const wasWon = !isDated && leadOutcome(details) === 'won' && orders.length > 0 && orders[0]! <= knownOn
    return new LeadDraft(customer, '', wasWon ? null : knownOn, isDated, orders, null)
  }

  /** A lead the seller registers. */
  static ofEvent(event: EventFacts, orders: Int32Array, takenOn: Day | null): LeadDraft {
    return new LeadDraft(event.customer, event.subject, event.on, true, orders, takenOn)
  }

  /** What a row of a file says, as of a day; what was set by hand stays. A second registration changes nothing (R17): false. */
  tell(row: EntryFacts, asOf: Day): boolean {
    const { knownOn, details } = row
    if (this.isAnothers(details.owner ?? '') && !this.isClosedBy(knownOn)) {
      this.conflict(knownOn, details.owner!)
      return false
    }
    this.byFile = this.standingIn(row, asOf)
    this.byFiles = withRow(this.byFiles, row)
    this.textsByFiles = toldTextsWith(this.textsByFiles, details)
    const first = dayOfText(details.firstContactAt ?? '')
    if (first !== null && this.firstContactOn === null) this.firstContactOn = first
    const level = levelNamed(details.level ?? '')
    if (level !== null && !this.isLevelByHand) this.setLevel(level, knownOn)
    const stage = stageNamed(details.stage ?? '') ?? stageNamed(details.status ?? '')
    if (stage !== null && !this.isStageByHand) this.setStage(stage, knownOn)
    if (details.channel && this.written.source === '') this.written = { ...this.written, source: details.channel }
    this.name(knownOn, details.owner ?? '')
    return true
  }

  /** Who registered it first, and when, as a second one is told. */
  get registration(): Pick<Lead, 'registeredBy' | 'openedOn'> {
    return { registeredBy: this.registeredBy, openedOn: this.openedOn }
  }

  /** What the seller records; '' is an event of a lead that files tell. */
  record(event: EventFacts): void {
    const { what, on, details, text } = event
    if (what === 'won' || what === 'lost' || what === 'invalid') {
      this.byHand = { outcome: what, on, reason: details.reason ?? text }
      this.endedBy ??= event.id
    } else if (what === 'claim' || what === 'release' || what === 'lock' || what === 'unlock')
      this.touches.push({ on, what, owner: details.owner ?? '', level: null })
    else this.write(event)
  }

  private write(event: EventFacts): void {
    const { what, on, details } = event
    const level = LEAD_LEVELS.find((one) => one === details.level)
    const stage = LEAD_STAGES.find((one) => one === details.stage)
    if (what === 'add') this.name(on, details.owner ?? '')
    if (level !== undefined) {
      this.setLevel(level, on)
      this.isLevelByHand = true
    }
    if (stage !== undefined) {
      this.setStage(stage, on)
      this.isStageByHand = true
    }
    this.firstContactOn = dayOfText(details.firstContact ?? '') ?? this.firstContactOn
    this.written = recordWith(this.written, event)
  }

  /** A registration by hand of a lead that files tell: one lead from then on. */
  takeUp(event: EventFacts): void {
    this.subject = event.subject
    this.record(event)
  }

  /** A second registration: shown, and nothing changes (R17). Each other owner is told once; nobody is in conflict with himself. */
  conflict(on: Day, owner: string): void {
    if (owner === this.registeredBy) return
    if (!this.conflicts.some((told) => told.owner === owner)) this.conflicts.push({ on, owner })
  }

  /** Whether the seller had ended it when an event was recorded. */
  endedBefore({ id }: EventFacts): boolean {
    return this.endedBy !== null && this.endedBy < id
  }

  /** Whether it was closed on a day or before, by hand, by a file or by an order. */
  isClosedBy(on: Day): boolean {
    const { outcome, on: closedOn } = this.standing()
    return (outcome !== 'open' && (closedOn === null || closedOn <= on)) || this.orderedBy(on) !== null
  }

  /** Another lead follows from a day on: orders since are that one's. Gives the day of the order that won this one. */
  giveWay(on: Day): Day | null {
    // Of one closed without an order, an order of that very day is the next one's.
    this.lastOrderOn = this.standing().outcome === 'open' ? on : on - 1
    return this.orderedBy(this.lastOrderOn)
  }

  /** The lead with the contacts of its time, after the one before it. */
  finish(met: readonly Day[], before: Lead | null): Lead {
    const orderedOn = this.orderedBy(this.lastOrderOn ?? Number.POSITIVE_INFINITY)
    const said = this.standing()
    const outcome = orderedOn === null ? said.outcome : 'won'
    const closedOn = orderedOn ?? (outcome === 'open' ? null : said.on)
    const since = before?.closedOn ?? Number.NEGATIVE_INFINITY
    const contactDays = met.filter((on) => on > since && on <= (closedOn ?? on))
    const touches = this.touchesWith(contactDays)
    const first = [this.firstContactOn, contactDays[0] ?? null].filter((on) => on !== null)
    const firstContactOn = first.length > 0 ? Math.min(...first) : null
    return {
      ...{ customer: this.customer, subject: this.subject, openedOn: this.openedOn, isDated: this.isDated },
      ...{ outcome, closedOn, orderedOn, reason: outcome === said.outcome ? said.reason : '' },
      ...{ level: this.level, levelOn: this.levelOn, stage: this.stage, stageDays: this.stageDays },
      ...{ registeredBy: this.registeredBy, contactDays, firstContactOn, touches },
      conflicts: this.conflicts,
      ...this.saleAsToldAndWritten(),
      cycleDays: this.cycleDays(outcome, closedOn, orderedOn, firstContactOn ?? this.openedOn),
      before: before === null ? [] : [...before.before, { ...before, before: [] }],
    }
  }

  /** From the first contact to won, from the registration where no contact is known; of one that a file alone says was won, the day is not known. */
  private cycleDays(outcome: LeadOutcome, closedOn: Day | null, orderedOn: Day | null, first: Day | null) {
    const isKnown = orderedOn !== null || this.byHand?.outcome === 'won'
    if (outcome !== 'won' || closedOn === null || !isKnown || first === null) return null
    return closedOn - Math.min(first, closedOn)
  }

  /** What was written by hand, else what the newest file says. */
  private saleAsToldAndWritten(): Pick<Lead, 'record' | 'unratedAmount'> {
    const { amountMinor, probabilityPercent, closeOn } = this.written
    const { unratedAmount, ...told } = this.byFiles
    const record = {
      ...withTold(this.written, this.textsByFiles),
      amountMinor: amountMinor ?? told.amountMinor,
      probabilityPercent: probabilityPercent ?? told.probabilityPercent,
      closeOn: closeOn ?? told.closeOn,
    }
    return { record, ...(record.amountMinor === null && unratedAmount !== '' ? { unratedAmount } : {}) }
  }

  /** How a row says that the lead stands: one that ended on a day it names was open until then. */
  private standingIn({ knownOn, details }: EntryFacts, asOf: Day): Standing {
    const outcome = leadOutcome(details)
    const closedOn = dayOfText(details.closedAt ?? '')
    if (outcome === 'open' || (closedOn !== null && closedOn > asOf)) return OPEN
    const on = closedOn !== null && closedOn >= (this.openedOn ?? closedOn) ? closedOn : knownOn
    return { outcome, on, reason: stated(details.result ?? '', outcome) }
  }

  private standing(): Standing {
    return this.byHand ?? this.byFile
  }

  /** The first order since it was opened, up to a day; of one nobody knows the opening of, the first ever. */
  private orderedBy(until: Day): Day | null {
    const from = this.openedOn ?? Number.NEGATIVE_INFINITY
    const found = this.orders.find((on) => on >= from && (this.takenOn === null || on > this.takenOn))
    return found === undefined || found > until ? null : found
  }

  private touchesWith(contactDays: readonly Day[]): Touch[] {
    const from = this.openedOn ?? Number.POSITIVE_INFINITY
    const met = contactDays.filter((on) => on >= from)
    const contacts = met.map((on): Touch => ({ on, what: 'contact', owner: '', level: null }))
    return [...this.touches, ...contacts].sort((a, b) => a.on - b.on)
  }

  private setLevel(level: LeadLevel, on: Day): void {
    if (this.level !== level) this.levelOn = on
    this.level = level
    this.touches.push({ on, what: 'level', owner: '', level })
  }

  private setStage(stage: LeadStage, on: Day): void {
    this.stage = stage
    this.stageDays[stage] ??= on
  }

  /** Whether somebody has it whom a row does not name, nor did who is named ever claim it. */
  private isAnothers(owner: string): boolean {
    if (owner === '' || this.registeredBy === '' || owner === this.registeredBy) return false
    return !this.touches.some((touch) => touch.owner === owner)
  }

  /** The first who is named owns it (R17). */
  private name(on: Day, owner: string): void {
    if (owner === '' || owner === this.registeredBy) return
    if (this.isAnothers(owner)) this.conflict(on, owner)
    if (this.registeredBy !== '') return
    this.registeredBy = owner
    this.touches.unshift({ on: this.openedOn ?? on, what: 'register', owner, level: null })
  }
}

/** A reason is what the words of the outcome do not say. */
function stated(reason: string, outcome: LeadOutcome): string {
  return leadOutcome({ result: reason }) === outcome ? '' : reason
}

/** What files say of a sale with one more row: what it does not say stays. */
function withRow(told: ToldSale, { details, amountMinor, unratedAmount }: EntryFacts): ToldSale {
  const { probability } = details
  const isNewAmount = amountMinor !== undefined || unratedAmount !== undefined
  return {
    amountMinor: isNewAmount ? (amountMinor ?? null) : told.amountMinor,
    unratedAmount: isNewAmount ? (unratedAmount ?? '') : told.unratedAmount,
    probabilityPercent: probability === undefined ? told.probabilityPercent : Number(probability.slice(0, -1)),
    closeOn: dayOfText(details.closeAt ?? '') ?? told.closeOn,
  }
}
