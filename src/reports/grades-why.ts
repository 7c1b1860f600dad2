import type { Fact, Json } from '../core/report/model.js'
import type { ProposedType } from '../core/value/grades/buyer-type.js'
import type { GradeDecision } from '../core/value/grades/decision.js'
import type { Grades } from '../core/value/grades/grades.js'
import type { VipEvidence } from '../core/value/grades/vip.js'
import { gradeWords, POTENTIALS } from '../core/value/grades/words.js'
import { dateOf } from '../core/values/business-date.js'
import { dateOrNull } from './dates.js'
import { bigOrderEvidence, buyerTypeEvidence, steadyEvidence, vipEvidenceText } from './grades-evidence.js'
import { categoriesJson, type GradesInput } from './grades-tables.js'
import { gradesWords as words } from './grades-words.js'
import { moneyText, percentText } from './notes.js'

/** A report about one customer that tells of his grades. */
export interface CustomerGradesInput extends GradesInput {
  readonly customer: number
}

/** Every grade of one customer with what it is taken from, in sentences. */
export function gradeSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const { customer } = input
  const computed = grades.tier(customer)
  const byHand = grades.decision(customer, 'tier')?.value ?? null
  // A lower tier by hand changes no class.
  const ground = byHand !== null && byHand < computed ? byHand : null
  return [
    say.class(gradeWords[input.lang].classes[grades.classOf(customer)], computed, ground),
    ...handSentences(input, grades),
    levelSentence(input, grades),
    ...vipSentences(input, grades),
    ...creditSentences(input, grades),
    ...potentialSentences(input, grades),
    ...loyalSentences(input, grades),
    ...typeSentences(input, grades),
  ]
}

function decidedText({ reason, author, on }: GradeDecision, { lang }: GradesInput): string {
  return words[lang].decided(reason, author, dateOf(on))
}

function handSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const decision = grades.decision(input.customer, 'tier')
  if (decision === null) return []
  const computed = grades.tier(input.customer)
  const stays = decision.value! > computed ? [say.handTierKept] : []
  return [say.handTier(decision.value!, computed, decidedText(decision, input)), ...stays]
}

function levelSentence(input: CustomerGradesInput, grades: Grades): string {
  const say = words[input.lang]
  const { level, by } = grades.level(input.customer)
  if (by === 'blocked') return say.noLevel
  if (by !== 'credit') return say.level(level, say.levelBy[by])
  const { byHand, fulfilment } = grades.credit(input.customer)
  if (byHand !== null) return say.level(level, say.loweredByHand(colourText(byHand.value!, input)))
  const { share, kept, placed } = fulfilment
  return say.level(level, say.lowered(percentText(share ?? 0), grades.creditRules.cuts[0], kept, placed))
}

function colourText(colour: string, { lang }: GradesInput): string {
  const names: Readonly<Record<string, string>> = gradeWords[lang].colours
  return names[colour] ?? colour
}

function vipSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const { granted, evidence } = grades.vip(input.customer)
  const { id } = input.snapshot.customers[input.customer]!
  const until = granted === null || granted.until === null ? [] : [say.vipUntil(dateOf(granted.until))]
  return [
    ...(granted === null ? [] : [say.vipGranted([decidedText(granted, input), ...until].join(say.parts))]),
    ...(evidence === null ? [] : vipEvidenceSentences(input, grades, evidence, granted === null ? id : null)),
    ...(grades.vipCategories.length > 0 && evidence === null && granted === null
      ? [say.vipCategories(grades.vipCategories.join(say.listed))]
      : []),
  ]
}

/** What met the bounds and what was returned of it; `id` is that of who may be granted it. */
function vipEvidenceSentences(
  input: CustomerGradesInput,
  grades: Grades,
  evidence: VipEvidence,
  id: string | null,
): string[] {
  const say = words[input.lang]
  const money = (minor: number) => moneyText(minor, input)
  const text = vipEvidenceText(evidence, grades, money, input)
  const { returns, isTakenBack } = evidence
  const back = returns && ([dateOf(returns.since), money(returns.returnedMinor), money(returns.leftMinor)] as const)
  if (isTakenBack && id !== null) return [say.vipTakenBack(text, ...back!)]
  return [
    id === null ? say.vipEvidence(text) : say.vipCandidate(text, id),
    ...(back === null ? [] : [say.vipReturned(...back)]),
  ]
}

/** What the orders of a customer on no list say of his credit, and what follows from it. */
export function fulfilmentSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const { kept, placed, share } = grades.credit(input.customer).fulfilment
  const few = share === null ? [words[input.lang].creditFew(kept, placed)] : creditSentences(input, grades)
  return grades.level(input.customer).by === 'credit' ? [...few, levelSentence(input, grades)] : few
}

function creditSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const { fulfilment, computed, byHand, isListed } = grades.credit(input.customer)
  const { kept, placed, share } = fulfilment
  if (!isListed && placed === 0) return []
  const byHandText =
    byHand === null ? [] : [say.creditByHand(colourText(byHand.value!, input), decidedText(byHand, input))]
  if (share === null) return isListed ? [...byHandText, say.creditFew(kept, placed)] : []
  const isSmall = computed === 'yellow' && kept * 1000 >= placed * Math.round(grades.creditRules.cuts[1] * 10)
  const list = isListed ? colourText(computed!, input) : say.notListed
  return [...byHandText, say.credit(list, percentText(share), kept, placed), ...(isSmall ? [say.creditSmall] : [])]
}

function potentialSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const big = grades.bigOrder(input.customer)
  const steady = grades.steady(input.customer)
  return [
    ...(big?.isFlagged ? [say.bigOrderIs(bigOrderEvidence(big, (minor) => moneyText(minor, input), input))] : []),
    ...(big?.isFlagged && big.isBroad === null ? [say.noCategories] : []),
    ...(steady?.isFlagged ? [say.steadyIs(steadyEvidence(steady, input))] : []),
  ]
}

function loyalSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const { isLoyal, orderDays, score, ratings, referred } = grades.loyalty(input.customer)
  if (!isLoyal) return []
  const reasons = [
    ...(score === null ? [] : [say.scored(score.toFixed(1), ratings)]),
    ...(referred === 0 ? [] : [say.referred(referred)]),
  ]
  return [say.loyal(orderDays, reasons.join(say.and))]
}

function typeSentences(input: CustomerGradesInput, grades: Grades): string[] {
  const say = words[input.lang]
  const proposed = grades.proposedType(input.customer)
  if (proposed === null || grades.decision(input.customer, 'buyer-type') !== null) return []
  const { id } = input.snapshot.customers[input.customer]!
  const type = gradeWords[input.lang].buyerTypes[proposed.type]
  return [say.type(type, buyerTypeEvidence(proposed, input), id, proposed.type)]
}

/** The same for machines. */
export function gradeJson({ customer }: CustomerGradesInput, grades: Grades): Record<string, Json> {
  const { granted, evidence, isCandidate } = grades.vip(customer)
  const { fulfilment, colour, computed, isListed } = grades.credit(customer)
  return {
    class: grades.classOf(customer),
    handTier: grades.handTier(customer),
    level: { ...grades.level(customer) },
    vip: {
      granted: granted !== null,
      until: dateOrNull(granted?.until ?? null),
      candidate: isCandidate,
      order: evidence?.order ? { on: dateOf(evidence.order.on), netMinor: evidence.order.netMinor } : null,
      month: evidence?.month ? { ...evidence.month } : null,
      returns: evidence?.returns ? { ...evidence.returns, since: dateOf(evidence.returns.since) } : null,
      takenBack: evidence?.isTakenBack === true,
      categories: categoriesJson(grades),
    },
    credit: { list: isListed ? colour : null, computed, ...fulfilment },
    buyerType: grades.buyerType(customer),
    buyerTypeProposed: proposedJson(grades.proposedType(customer)),
    referrer: grades.decision(customer, 'referrer')?.value || null,
    loyal: grades.loyalty(customer).isLoyal,
    potential: POTENTIALS.filter((potential) => grades.hasPotential(customer, potential)),
  }
}

function proposedJson(proposed: ProposedType | null): Json {
  if (proposed === null) return null
  const { type, from } = proposed
  return from === 'company' ? { type, from, company: proposed.company } : { type, from, ...proposed.habit }
}

/** The grades as facts of the customer file; what the customer has not is left out. */
export function gradeFacts(input: CustomerGradesInput, grades: Grades): Fact[] {
  const { customer, lang } = input
  const say = words[lang]
  const coded = gradeWords[lang]
  const { level, by } = grades.level(customer)
  const { granted, isCandidate } = grades.vip(customer)
  const { isListed, colour, fulfilment, byHand } = grades.credit(customer)
  const vip = granted === null ? (isCandidate ? say.vip.candidate : null) : vipText(granted, input)
  const list = isListed && colour !== null ? coded.colours[colour] : null
  const credit = [
    ...(list === null ? [] : [byHand === null ? list : say.byHand(list)]),
    ...(isListed && fulfilment.share !== null ? [say.kept(fulfilment.kept, fulfilment.placed)] : []),
  ]
  const handTier = grades.handTier(customer)
  const potentials = POTENTIALS.filter((potential) => grades.hasPotential(customer, potential))
  const text = (label: string, value: string | null): Fact => ({ label, kind: 'text', value })
  return [
    text(say.columns.class, coded.classes[grades.classOf(customer)]),
    { label: say.columns.handTier, kind: 'tier', value: handTier },
    text(say.columns.level, by === 'blocked' ? say.levelBy.blocked : say.levelFact(level, say.levelBy[by])),
    text(say.columns.vip, vip),
    text(say.columns.credit, credit.join(' · ') || null),
    text(say.columns.type, buyerTypeText(input, grades)),
    text(say.columns.potential, potentials.map((potential) => coded.potentials[potential]).join(say.parts) || null),
    text(say.columns.loyal, grades.loyalty(customer).isLoyal ? say.yes : null),
    text(say.referrer, referrerText(input, grades)),
  ]
}

function buyerTypeText(input: CustomerGradesInput, grades: Grades): string | null {
  const { buyerTypes } = gradeWords[input.lang]
  const type = grades.buyerType(input.customer)
  if (type === null || grades.decision(input.customer, 'buyer-type') !== null) return type && buyerTypes[type]
  return words[input.lang].proposed(buyerTypes[type], buyerTypeEvidence(grades.proposedType(input.customer)!, input))
}

function vipText({ until }: GradeDecision, { lang }: GradesInput): string {
  return until === null ? words[lang].yes : words[lang].vipUntil(dateOf(until))
}

function referrerText({ customer, snapshot }: CustomerGradesInput, grades: Grades): string | null {
  const id = grades.decision(customer, 'referrer')?.value
  if (!id) return null
  const name = snapshot.customers.find((known) => known.id === id)?.name
  return name ? `${name} (${id})` : id
}
