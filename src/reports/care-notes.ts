import { festivals } from '../core/follow-up/calendar/festivals.js'
import type { Gift } from '../core/follow-up/care/gifts.js'
import type { CaredCustomer } from '../core/follow-up/care/outcomes.js'
import type { CareOccasion } from '../core/follow-up/care/outlook.js'
import type { CareInput } from './care-input.js'
import { careReportWords } from './care-words.js'

/** What the notes look at. */
interface Noted {
  readonly chosen: Uint32Array
  readonly cared: readonly CaredCustomer[]
  readonly occasions: readonly CareOccasion[]
  /** The gifts of this year. */
  readonly ofYear: readonly Gift[]
  /** Whether a festival of the periods shown was held back. */
  readonly hasHeldBack: boolean
}

/** What the reader should know of who is left out, what is not known yet, and what the plan has. */
export function careNotes(input: CareInput, noted: Noted): string[] {
  if (noted.chosen.length === 0) return []
  const say = careReportWords[input.lang]
  const { cared, chosen, occasions } = noted
  const refusing = chosen.length - cared.length
  return [
    ...levelNotes(input, noted),
    ...(refusing > 0 ? [say.refusing(refusing)] : []),
    ...countryNotes(input, cared),
    ...giftNotes(input, noted.ofYear),
    say.past,
    ...(noted.hasHeldBack ? [say.heldBack] : []),
    ...(input.isForScreen && occasions.length > 0 ? [say.perCustomer] : []),
    say.plan,
  ]
}

function levelNotes({ care: { plan }, lang }: CareInput, { cared, occasions }: Noted): string[] {
  const say = careReportWords[lang]
  const best = cared.filter(({ level }) => level === 'A')
  const known = best.filter(({ kept }) => kept.birthday !== undefined).length
  const isFestivalNear = occasions.some(({ kind }) => kind === 'festival')
  const isLeftOut = festivals.every((festival) => plan.treatment('C', festival) === 'none')
  const others = cared.filter(({ level }) => level === 'C').length
  return [
    ...(known < best.length ? [say.birthdays(known, best.length)] : []),
    ...(isFestivalNear && isLeftOut && others > 0 ? [say.levelC(others)] : []),
  ]
}

function countryNotes({ care: { shopCountry }, lang }: CareInput, cared: readonly CaredCustomer[]): string[] {
  const unknown = shopCountry === null ? cared.filter(({ country }) => country === null).length : 0
  return unknown > 0 ? [careReportWords[lang].noCountry(unknown)] : []
}

/** How many customers are named. */
const NAMED = 3

function giftNotes({ snapshot, lang }: CareInput, ofYear: readonly Gift[]): string[] {
  const say = careReportWords[lang]
  const foreign = ofYear.filter(({ valueMinor }) => valueMinor === null).length
  const waiting = ofYear.filter(({ reply }) => reply === null)
  const names = [...new Set(waiting.map(({ customer }) => customer))].map((customer) => {
    const { name, key, id } = snapshot.customers[customer]!
    return name ?? key ?? id
  })
  const list = names.slice(0, NAMED).join(say.listed) + (names.length > NAMED ? say.more : '')
  return [
    ...(foreign > 0 ? [say.otherCurrency(foreign)] : []),
    ...(waiting.length > 0 ? [say.waiting(waiting.length, list)] : []),
  ]
}
