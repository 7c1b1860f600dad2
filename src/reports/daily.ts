import type { ContactRecord } from '../core/contact-record.js'
import { channelNamed, channelNames } from '../core/follow-up/channels.js'
import type { DueLine } from '../core/follow-up/dues.js'
import { ruleOfKey } from '../core/follow-up/item-key.js'
import { results } from '../core/follow-up/results.js'
import { type DaySums, daySums } from '../core/follow-up/team/day-sums.js'
import { isSamePerson, type OwnedLine, ownedLines } from '../core/follow-up/team/in-charge.js'
import { type MadeContact, madeContacts } from '../core/follow-up/team/made-contacts.js'
import { targetsOver } from '../core/follow-up/team/targets.js'
import { codeOf } from '../core/follow-up/vocabulary.js'
import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  onlyOf,
  type ReportDefinition,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, wideUnless } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { dailyWords as words } from './daily-words.js'
import { dateOrNull } from './dates.js'
import { dueTable, type RulesInput, ruleWords } from './due-table.js'
import { identityColumns } from './identity.js'
import { movedNotes, nobodyNotes, tagNotes, unknownOwnerNotes } from './notes.js'
import { ownerColumn } from './owner-column.js'

export interface DailyInput extends RulesInput {
  /** The day of the contacts; the as-of day but where the newest order's day stands in for today. */
  readonly today: Day
  /** What was recorded of contacts on that day. */
  readonly contactRecords: readonly ContactRecord[]
  /** Only this person's, where one is named. */
  readonly owner?: string | undefined
  /** For who reads it at a glance: each list has the first of each person alone, unless a limit is asked for. */
  readonly isToRead?: boolean
}

/** What of a list is read in the evening, of one person alone and of each of a team. */
const MOST_ALONE = 20
const MOST_OF_EACH = 10

/** The day on one page, by owner (R32). */
export const daily: ReportDefinition<DailyInput> = {
  name: 'daily',
  words,
  build(input) {
    const say = words[input.lang]
    const work = workOf(input)
    const people = peopleOf(input, work)
    const isTeam = people.some(({ person }) => person !== '')
    const nobody = nobodyNotes(input)
    const told = (lines: readonly OwnedLine[]) =>
      input.isToRead !== true || input.shape.limit !== undefined
        ? lines
        : firstOfEach(lines, isTeam && input.owner === undefined ? MOST_OF_EACH : MOST_ALONE)
    const [open, tomorrow] = [told(work.open), told(work.tomorrow)]
    const [openLeft, tomorrowLeft] = [work.open.length - open.length, work.tomorrow.length - tomorrow.length]
    return {
      ...reportHead(daily, input, null),
      ...onlyOf(input),
      params: { owner: input.owner ?? null, today: dateOf(input.today), ...commonParams(input) },
      summary: {
        contacts: sum(people, 'contacts'),
        unproven: sum(people, 'unproven'),
        attempts: sum(people, 'attempts'),
        done: sum(people, 'done'),
        open: work.open.length,
        tomorrow: work.tomorrow.length,
      },
      facts: factsOf(input, people, work),
      tables: [
        finishTable({ ...peopleTable(input, people), reason: say.none.people }, input.shape),
        finishOther({ ...contactsTable(input, work.contacts, isTeam), reason: say.none.contacts }, input.shape),
        finishOther(linesTable(input, open, isTeam, 'open'), input.shape),
        finishOther(linesTable(input, tomorrow, isTeam, 'tomorrow'), input.shape),
      ],
      notes: [
        ...(nobody.length > 0 ? nobody : tagNotes(input)),
        ...movedNotes(input),
        ...ownerNotes(input, work),
        ...(openLeft + tomorrowLeft > 0 ? [say.more(openLeft, tomorrowLeft)] : []),
        ...(work.open.length > 0 ? [say.rolls] : []),
        ...(sum(people, 'unproven') > 0 ? [say.unproven] : []),
      ],
    } satisfies Report
  },
}

/** Said of a name that nobody bears, with those there are. */
function ownerNotes({ owner, hands, lang }: DailyInput, { contacts, open, tomorrow }: Work): string[] {
  if (owner === undefined || contacts.length + open.length + tomorrow.length > 0) return []
  return unknownOwnerNotes(owner, hands().people(), lang)
}

interface Work {
  readonly contacts: readonly MadeContact[]
  readonly open: readonly OwnedLine[]
  readonly tomorrow: readonly OwnedLine[]
}

/** The day's contacts, and the lines of today and of the next day, each by owner and then as ranked. */
function workOf(input: DailyInput): Work {
  const { asOf, owner, filter } = input
  const [dues, inCharge] = [input.dues(), input.inCharge()]
  const isOf = (person: string) => owner === undefined || isSamePerson(person, owner)
  const isChosen = (customer: number) => filter?.includes(customer) ?? true
  const lines = dues.queue(1).lines.filter(({ customer }) => isChosen(customer))
  const own = ownedLines(lines, inCharge, dues).filter((line) => isOf(line.owner))
  const isDue = ({ items }: DueLine) => items.some(({ dueOn }) => dueOn <= asOf)
  const sorted = byOwner((line: OwnedLine) => line.owner)
  const contacts = madeContacts(input.contactRecords, inCharge).filter(
    ({ customer, by }) => isChosen(customer) && isOf(by),
  )
  return {
    contacts: byOwner(({ by }: MadeContact) => by)(contacts),
    open: sorted(own.filter(isDue).map((line) => dueOnly(line, asOf))),
    tomorrow: sorted(own.filter((line) => !isDue(line))),
  }
}

/** Without what falls due the day after. */
function dueOnly({ items, ...line }: OwnedLine, asOf: Day): OwnedLine {
  const [first, ...others] = items.filter(({ dueOn }) => dueOn <= asOf)
  return { ...line, items: [first!, ...others] }
}

function byOwner<T>(ownerOf: (one: T) => string): (all: readonly T[]) => readonly T[] {
  const rank = (one: T) => (ownerOf(one) === '' ? '\uffff' : ownerOf(one))
  return (all) => all.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1))
}

/** The first lines of each person. */
function firstOfEach(lines: readonly OwnedLine[], most: number): readonly OwnedLine[] {
  const told = new Map<string, number>()
  return lines.filter(({ owner }) => {
    const at = told.get(owner) ?? 0
    told.set(owner, at + 1)
    return at < most
  })
}

function peopleOf({ hands, owner, decided, snapshot }: DailyInput, work: Work): readonly DaySums[] {
  const known = hands().people()
  const people = owner === undefined ? known : known.filter((person) => isSamePerson(person, owner))
  return daySums({ ...work, people, targets: targetsOver(decided, snapshot.currency, 1) })
}

function sum(people: readonly DaySums[], key: Exclude<keyof DaySums, 'person' | 'target'>): number {
  return people.reduce((total, row) => total + row[key], 0)
}

function factsOf({ lang }: DailyInput, people: readonly DaySums[], { open, tomorrow }: Work): Fact[] {
  const { tables, columns } = words[lang]
  return [
    { label: tables.contacts, kind: 'count', value: sum(people, 'contacts') },
    { label: columns.done, kind: 'count', value: sum(people, 'done') },
    { label: tables.open, kind: 'count', value: open.length },
    { label: tables.tomorrow, kind: 'count', value: tomorrow.length },
  ]
}

function peopleTable({ lang }: DailyInput, people: readonly DaySums[]): TableDraft {
  const { tables, columns: say } = words[lang]
  const names = people.map(({ person }) => person)
  const columns: Column[] = [
    ownerColumn(names, lang),
    { key: 'contacts', kind: 'count', label: say.contacts },
    { key: 'target', kind: 'count', label: say.target, ...wideUnless(people.some(({ target }) => target !== null)) },
    { key: 'unproven', kind: 'count', label: say.unproven },
    { key: 'attempts', kind: 'count', label: say.attempts },
    { key: 'done', kind: 'count', label: say.done },
    { key: 'open', kind: 'count', label: say.open },
    { key: 'tomorrow', kind: 'count', label: say.tomorrow },
  ]
  return draft('people', tables.people, columns, people, ({ person, ...row }) => ({
    owner: person,
    ...row,
  }))
}

/** The column of owners, by those that stand in it; left out on a terminal where nobody is named. */
function ownersOf(people: readonly string[], isShown: boolean, lang: DailyInput['lang']): Column {
  return { ...ownerColumn(new Set(people), lang), ...wideUnless(isShown) }
}

function contactsTable(input: DailyInput, contacts: readonly MadeContact[], isTeam: boolean): TableDraft {
  const { lang, snapshot, rules } = input
  const { tables, columns: say, whys } = words[lang]
  const column = columnsIn(lang, snapshot.currency)
  const named = ruleWords(rules, lang)
  const columns: Column[] = [
    ownersOf(
      contacts.map(({ by }) => by),
      isTeam,
      lang,
    ),
    ...identityColumns(input, column),
    column('channel', { words: channelNames[lang] }),
    { key: 'result', kind: 'text', label: say.result, words: results.words[lang] },
    { key: 'text', kind: 'text', label: say.text },
    { key: 'closed', kind: 'text', label: say.closed },
    { key: 'nextOn', kind: 'date', label: say.next },
    { key: 'unproven', kind: 'text', label: say.unproven, words: whys, wide: true },
  ]
  return draft('contacts', tables.contacts, columns, contacts, (contact) => {
    const { id, name, key } = snapshot.customers[contact.customer]!
    return {
      ...{ owner: contact.by, customer: id, name, key, nextOn: dateOrNull(contact.nextOn) },
      channel: channelNamed(contact.channel) ?? (contact.channel || null),
      result: codeOf(results, contact.result) ?? (contact.result || null),
      text: contact.text || null,
      closed: contact.closed.map((item) => named[ruleOfKey(item)] ?? item),
      unproven: contact.unproven,
    }
  })
}

/** Due lines with who looks after each customer. */
function linesTable(
  input: DailyInput,
  lines: readonly OwnedLine[],
  isTeam: boolean,
  key: 'open' | 'tomorrow',
): TableDraft {
  const table = dueTable(input, lines, 0)
  const { tables, none } = words[input.lang]
  const others = table.columns.filter((column) => column.key !== 'owner')
  return {
    ...{ ...table, key, title: tables[key], reason: none[key] },
    columns: [
      ownersOf(
        lines.map(({ owner }) => owner),
        isTeam,
        input.lang,
      ),
      ...others,
    ],
  }
}
