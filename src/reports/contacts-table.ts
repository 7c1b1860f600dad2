import { type ContactBook, EMPTY_ENTRY } from '../core/contact-book.js'
import type { CustomerDetails } from '../core/customer-details.js'
import { contactHistories } from '../core/follow-up/history.js'
import type { Hands } from '../core/follow-up/team/hands.js'
import { asks, draft, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'
import { segmentNames } from '../core/value/segments/vocabulary.js'
import type { Standing } from '../core/value/standing.js'
import type { Day } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { type DetailsInput, detailColumns } from './detail-columns.js'
import { peopleText } from './owner-column.js'

/** What the rows of a contact list are made from; everything beside the snapshot is read when it is first asked for. */
export interface ContactSources extends DetailsInput {
  /** In whose hands customers are. */
  readonly hands: () => Hands
  /** Further ways to reach customers, and where. */
  readonly book: () => ContactBook
  /** Currencies in which amounts have no rate: what is told in money is blank then. */
  readonly unrated?: readonly string[]
}

/** Columns made of amounts in the base currency. */
export const MONEY_COLUMNS = ['tier', 'segment', 'netMinor'] as const

const labels = bilingual(
  {
    ...{ phones: 'Further phones', emails: 'Further e-mails', company: 'Company' },
    ...{ region: 'Region', city: 'City', address: 'Address', postcode: 'Postcode' },
    ...{ owner: 'Owner', nextOn: 'Next date' },
  },
  {
    ...{ phones: '其他电话', emails: '其他邮箱', company: '公司' },
    ...{ region: '省/州', city: '城市', address: '地址', postcode: '邮编' },
    ...{ owner: '负责人', nextOn: '下次跟进日期' },
  },
)

/** Details of the person an address book can use. */
const DETAILS = ['wechat', 'contacts', 'birthday', 'language', 'consent'] as const

/** Columns as somebody who calls or writes looks for them; a terminal shows those without which nobody calls. */
function columnsOf(input: ContactSources, standing: Standing): Column[] {
  const { lang, snapshot } = input
  const say = labels[lang]
  const column = columnsIn(lang, snapshot.currency)
  const details = detailColumns(input)
  const detail = (key: (typeof DETAILS)[number]) => details.find((one) => one.key === key)!
  const wide = { wide: true } as const
  return [
    column('customer', wide),
    column('name'),
    { key: 'company', kind: 'company', label: say.company, ...wide },
    column('phone'),
    { key: 'phones', kind: 'phone', label: say.phones, ...wide },
    column('email'),
    { key: 'emails', kind: 'email', label: say.emails, ...wide },
    detail('wechat'),
    detail('contacts'),
    column('country'),
    { key: 'region', kind: 'text', label: say.region, person: 'region', ...wide },
    { key: 'city', kind: 'text', label: say.city, person: 'city', ...wide },
    { key: 'address', kind: 'text', label: say.address, person: 'street', ...wide },
    { key: 'postcode', kind: 'id', label: say.postcode, person: 'postcode', ...wide },
    column('tier'),
    column('segment', { words: segmentNames(standing.vocabulary, lang) }),
    column('orders'),
    column('netMinor'),
    column('lastOrderOn'),
    { key: 'nextOn', kind: 'date', label: say.nextOn, ...wide },
    { key: 'owner', kind: 'text', label: say.owner, ...wide },
    detail('birthday'),
    detail('language'),
    detail('consent'),
    column('platforms', wide),
    column('key', wide),
    column('tags', wide),
  ]
}

/** The customers of a contact list as rows, each with every way to reach them. */
export function contactsTable(
  input: ContactSources,
  standing: Standing,
  title: string,
  listed: Uint32Array,
): TableDraft {
  const { customers } = input.snapshot
  const columns = columnsOf(input, standing)
  const { known, book, agreedOn, owner } = furtherSources(input, columns)
  const isRated = (input.unrated ?? []).length === 0
  return draft('contacts', title, columns, listed, (customer): TableRow => {
    const facts = customers[customer]!
    const { phones, emails, company, region, city, address, postcode } = book.get(customer) ?? EMPTY_ENTRY
    const person = known.get(customer) ?? NOTHING_KNOWN
    // One literal, so that a hundred thousand rows are alike to the machine too.
    return {
      customer: facts.id,
      name: facts.name,
      company: company || null,
      phone: facts.phone,
      phones: phones.length === 0 ? null : phones,
      email: facts.email,
      emails: emails.length === 0 ? null : emails,
      wechat: person.wechat ?? null,
      contacts: person.contacts ?? null,
      country: facts.country,
      region: region || null,
      city: city || null,
      address: address || null,
      postcode: postcode || null,
      tier: isRated ? standing.tier(customer) : null,
      segment: isRated ? standing.segment(customer) : null,
      orders: standing.sums.orders[customer]!,
      netMinor: isRated ? standing.sums.netMinor[customer]! : null,
      lastOrderOn: dateOrNull(standing.lastOrderOn(customer)),
      nextOn: dateOrNull(agreedOn(customer)),
      owner: owner(customer),
      birthday: person.birthday ?? null,
      language: person.language ?? null,
      consent: facts.consent,
      platforms: facts.platforms,
      key: facts.key,
      tags: facts.tags,
    }
  })
}

const NOTHING_KNOWN: CustomerDetails = {}

/** What takes a look into the ledger of its own. */
interface FurtherSources {
  readonly known: ReadonlyMap<number, CustomerDetails>
  readonly book: ContactBook
  agreedOn(customer: number): Day | null
  owner(customer: number): string | null
}

/** Nothing is read where no column of it is asked for. */
function furtherSources(input: ContactSources, columns: readonly Column[]): FurtherSources {
  const { snapshot, asOf, shape } = input
  const further = columns.filter(({ key }) => FURTHER.has(key))
  if (!asks(shape, further)) return { known: new Map(), book: new Map(), agreedOn: () => null, owner: () => null }
  const hands = input.hands()
  const histories = contactHistories(snapshot.contacts, asOf)
  return {
    known: input.details(),
    book: input.book(),
    agreedOn: (customer) => histories.get(customer)?.agreedOn ?? null,
    owner: (customer) => peopleText(hands.peopleOf(customer)),
  }
}

const FURTHER: ReadonlySet<string> = new Set([
  ...['phones', 'emails', 'company', 'region', 'city', 'address', 'postcode', 'nextOn', 'owner'],
  ...DETAILS.filter((key) => key !== 'consent'),
])
