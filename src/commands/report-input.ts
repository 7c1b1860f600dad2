import type { Context } from '../context.js'
import type { CustomerDetails } from '../core/customer-details.js'
import type { EntryFacts } from '../core/entry-facts.js'
import type { LunarCalendar } from '../core/follow-up/calendar/yearly.js'
import { campaignsOf } from '../core/follow-up/campaign/campaign.js'
import { SEVERAL_CLOCKS } from '../core/follow-up/country-zones.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import type { KeptRecords } from '../core/follow-up/kept.js'
import { type LeadHolder, leadHolders } from '../core/follow-up/leads/due-lead.js'
import type { Rule } from '../core/follow-up/rule.js'
import { type Hands, handsOf } from '../core/follow-up/team/hands.js'
import type { ReportInput } from '../core/report/build.js'
import { callHoursSetting } from '../core/settings/calls.js'
import { teamRules } from '../core/settings/leads.js'
import { hasLevelOwners, levelOwners, ofLevel } from '../core/settings/levels.js'
import { feedbackHours } from '../core/settings/service.js'
import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import type { Snapshot } from '../core/snapshot.js'
import { type AsOfView, viewOn, viewToday } from '../core/value/as-of.js'
import { customerFilter } from '../core/value/customer-filter.js'
import { usualCycles } from '../core/value/cycle.js'
import { asksBirthdays } from '../core/value/detail-filter-fields.js'
import { type GradesBasis, gradesOn } from '../core/value/grades/grades.js'
import { type Lifecycle, lifecycleOf } from '../core/value/lifecycle.js'
import { standingOn, type ValueOptions } from '../core/value/standing.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import type { Clock } from '../reports/due-contact.js'
import { rules } from '../rules/index.js'
import { loadDetails } from '../store/details.js'
import { loadKeptValues } from '../store/kept-values.js'
import type { Ledger } from '../store/ledger.js'
import type { Unrated } from '../store/order-numbers.js'
import { loadOwners } from '../store/owners.js'
import { loadRegions } from '../store/regions.js'
import { ledgerSettings } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { gradesBasis } from './grades-basis.js'
import { keptRecords } from './kept-records.js'
import { pointsAsSeen } from './points-basis.js'
import { asReached, type Calendar, foldedOn, type Records, recordReader } from './records-seen.js'
import { type ValueArgs, valueOptions } from './value-options.js'
import { zoneOf } from './zone.js'

/** Rows of a table on a terminal when nobody says how many. */
const TERMINAL_ROWS = 20

/** What every report of the road is built from. */
export interface CommandInput extends ReportInput {
  /** How this report looks at value: as typed, over how the ledger usually does. */
  readonly value: ValueOptions
  readonly rules: readonly Rule[]
  /** How this ledger grades when nothing else is asked for: as decided, over the defaults. */
  readonly usual: ValueOptions
  /** Read from the ledger when first asked for. */
  readonly grades: () => GradesBasis
  /** Ratings, leads and complaints, read from the ledger when first asked for. */
  readonly entries: () => readonly EntryFacts[]
  /** What the seller recorded, as the as-of view sees it. */
  readonly events: Records['events']
  /** What customers said of us, read from the ledger when first asked for. */
  readonly voice: () => Voice
  /** Who looks after each customer by what was typed or a file says, by customer index, read from the ledger. */
  readonly owners: () => ReadonlyMap<number, string>
  /** In whose hands customers are: their owners', those of who holds their leads, and of who looks after their service level. */
  readonly hands: () => Hands
  /** What is known of customers besides, by customer index, read from the ledger when first asked for (R8). */
  readonly details: () => ReadonlyMap<number, CustomerDetails>
  /** What due rules ask about single customers, read when first asked for. */
  readonly records: () => KeptRecords
  /** Regions of customers in countries with several clocks, by customer index. */
  readonly regions: () => ReadonlyMap<number, string>
  /** The clock of a list of today; null for one of another day. */
  readonly clock: Clock | null
  /** The stages and cycles of all customers, worked out when first asked for. */
  readonly lifecycle: () => Lifecycle
  /** The same facts by days of the calendar, with what the seller records of leads and feedback as it stands today. */
  readonly calendar: Calendar
}

/** The ledger's facts, the as-of day, the filter and the options a report is asked for with; UserError as `valueOptions`. */
export async function reportInput(
  context: Context,
  filter = '',
  args: ValueArgs = {},
  viewOf = asOfView,
): Promise<CommandInput> {
  return chosenIn(await context.readLedger(), context, filter, args, viewOf)
}

/** The same of an open ledger. */
export async function chosenIn(
  ledger: Ledger,
  context: Context,
  filter: string,
  args: ValueArgs = {},
  viewOf = asOfView,
): Promise<CommandInput> {
  const input = everyoneIn(ledger, context, args, viewOf)
  return { ...input, ...chosenBy(filter, input, await lunarFor(filter)) }
}

/** A report's input for all customers, as the view shows them. */
export async function everyone(context: Context, args: ValueArgs, viewOf = asOfView): Promise<CommandInput> {
  return everyoneIn(await context.readLedger(), context, args, viewOf)
}

/** The same of an open ledger. */
export function everyoneIn(ledger: Ledger, context: Context, args: ValueArgs, viewOf = asOfView): CommandInput {
  const decided = ledgerSettings(ledger)
  const view = viewOf(context, ledger)
  const value = valueOptions(args, decided, view.snapshot.currency)
  const { sort, columns } = context.options
  const shape = { sort, columns, limit: limitOf(context) }
  const zone = zoneOf(context, ledger)
  const usual = valueOptions({}, decided, view.snapshot.currency)
  const cycles = once(() => usualCycles(view.snapshot, view.asOf, usual))
  const grades = once(() => ({ ...gradesOf(context, ledger, view), cycles }))
  const owners = once(() => loadOwners(ledger, view.snapshot, context.on(zone)))
  const details = once(() => loadDetails(ledger, view.snapshot, context.on(zone)))
  const read = recordReader(context, ledger, view.snapshot)
  const seen = asReached(read, view)
  const fold = { cycles, zone, promisedHours: settingOf(decided, feedbackHours) }
  const { voice, leads } = foldedOn(view, seen, fold)
  const calendar: Calendar = {
    ...{ ...view.calendar, isAsOfMoved: false, isAsOfAhead: view.calendar.asOf > context.today(zone) },
    ...(view.isAsOfMoved ? foldedOn(view.calendar, read, fold) : { voice, leads }),
    poolRules: () => teamRules(decided, calendar.leads(), owners().values()),
    leadHolders: once(() => holdersOf(calendar)),
  }
  const hands = once(() => handsOf(owners(), calendar.leadHolders(), ownersByLevel(view.snapshot, grades)))
  const records = once(() =>
    keptRecords({
      ...{ view, decided, calendar, details, voice, events: seen.events, recorded: read.events },
      campaigns: () => campaignsOf(read.events(['campaign'])),
      yearlyDays: () =>
        loadKeptValues(ledger, view.snapshot, ['birthday', 'anniversary'], { until: context.on(zone), zone }),
      points: () => pointsAsSeen(context, ledger, view),
    }),
  )
  const lifecycle = once(() => lifecycleOf(cycles(), leads()))
  const regions = once(() => loadRegions(ledger, view.snapshot, SEVERAL_CLOCKS))
  const clock = clockOf(context, zone, view.asOf, decided)
  const isAsOfAhead = view.asOf > context.today(zone)
  return {
    ...view,
    isAsOfAhead,
    decided,
    lang: context.lang,
    shape,
    value,
    usual,
    rules,
    grades,
    entries: seen.entries,
    events: seen.events,
    voice,
    owners,
    hands,
    details,
    records,
    regions,
    clock,
    lifecycle,
    calendar,
  }
}

function holdersOf({ asOf, leads, poolRules }: Calendar): ReadonlyMap<number, LeadHolder> {
  return leads().size === 0 ? new Map() : leadHolders(leads(), poolRules(), asOf)
}

/** Who looks after the service level of each customer, by customer index (R11). */
function ownersByLevel({ customers }: Snapshot, basis: () => GradesBasis): ReadonlyMap<number, string> {
  const { decided } = basis()
  if (!hasLevelOwners(decided)) return new Map()
  const { level } = gradesOn(basis())
  const found = customers.map(
    (_, customer) => [customer, ofLevel(decided, levelOwners, level(customer).level)] as const,
  )
  return new Map(found.flatMap(([customer, owner]) => (owner === null ? [] : [[customer, owner] as const])))
}

function clockOf(context: Context, zone: string, asOf: Day, decided: DecidedSettings): Clock | null {
  if (context.on(zone) !== null || asOf !== context.today(zone)) return null
  return { now: context.io.now(), zone, hours: settingOf(decided, callHoursSetting) }
}

/** What the grades of a view are made from. */
export function gradesOf(context: Context, ledger: Ledger, { snapshot, asOf }: AsOfView): GradesBasis {
  const decided = ledgerSettings(ledger)
  const zone = zoneOf(context, ledger)
  const usual = valueOptions({}, decided, snapshot.currency)
  return gradesBasis(ledger, { snapshot, asOf, decided, usual }, context.on(zone) ?? context.today(zone))
}

/** The facts of a ledger, changed where that is asked for, as seen on the day of `--on`, else today by the as-of rule. */
export function asOfView(
  context: Context,
  ledger: Ledger,
  changed: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
  unrated: Unrated = 'refused',
): AsOfView {
  const zone = zoneOf(context, ledger)
  const asked = context.on(zone)
  const snapshot = changed(loadSnapshot(ledger, asked, unrated))
  return asked === null ? viewToday(snapshot, context.today(zone)) : viewOn(snapshot, asked)
}

/** The Chinese calendar, loaded only for a filter that asks for birthdays. */
async function lunarFor(filter: string): Promise<LunarCalendar | undefined> {
  if (!asksBirthdays(filter)) return undefined
  const { lunarCalendar } = await import('../core/follow-up/calendar/lunar.js')
  return lunarCalendar()
}

function chosenBy(text: string, input: CommandInput, lunar: LunarCalendar | undefined): Pick<ReportInput, 'filter'> {
  if (text.trim() === '') return {}
  const { snapshot, asOf, value, lifecycle, hands, details, decided } = input
  const standing = standingOn(snapshot, asOf, value)
  const grades = once(() => gradesOn(input.grades(), { grading: standing, value }))
  const companies = () => input.grades().facts.companies()
  const sources = { grades, lifecycle, hands, companies, details, decided, lunar }
  return { filter: customerFilter(text, snapshot, standing, sources) }
}

/** Files, pipes and machines get every row; a terminal gets a screenful and the number of the others. */
function limitOf({ options, io }: Context): number | undefined {
  const { limit, json, format, output } = options
  if (limit !== undefined) return limit
  const isTable = json !== true && (format ?? 'table') === 'table' && (output ?? '-') === '-'
  return isTable && io.stdout.isTTY ? TERMINAL_ROWS : undefined
}
