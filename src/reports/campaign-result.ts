import { type Campaign, EFFECT_DAYS } from '../core/follow-up/campaign/campaign.js'
import {
  type CampaignEffect,
  campaignEffect,
  FEWEST_BUYERS,
  FEWEST_ORDERS,
  type GroupOutcome,
} from '../core/follow-up/campaign/effect.js'
import { fewestToHoldOut } from '../core/follow-up/campaign/held-out.js'
import type { Estimate } from '../core/follow-up/campaign/share-difference.js'
import { draft, finishTable, type ReportDefinition, reportHead, type TableDraft } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { formatMoney } from '../core/values/money.js'
import { type CampaignInput, membersNotes } from './campaign.js'
import { campaignResultWords as words } from './campaign-result-words.js'
import { campaignWords } from './campaigns.js'
import { moneyText } from './notes.js'

export interface CampaignResultInput extends CampaignInput {
  /** All of them: others may have reached the same customers. */
  readonly campaigns: readonly Campaign[]
  readonly exportedOn: Day
}

/** What came of a campaign: contacted beside held out, the difference with its uncertainty, extra sales, cost and return (R22). */
export const campaignResult: ReportDefinition<CampaignResultInput> = {
  name: 'campaign-result',
  words,
  build(input) {
    const { lang, snapshot, campaign, exportedOn, asOf } = input
    const effect = campaignEffect(snapshot, campaign, exportedOn, asOf)
    const head = reportHead(campaignResult, input, null)
    return {
      ...head,
      title: `${head.title} · ${campaign.id} ${campaign.name}`,
      window: { from: dateOf(effect.from), to: dateOf(effect.until), days: EFFECT_DAYS },
      params: { campaign: campaign.id },
      summary: summaryOf(effect, input),
      facts: factsOf(effect, input),
      tables: [finishTable(groupsTable(effect, input), input.shape)],
      notes: [
        ...verdictNotes(effect, input),
        ...progressNotes(effect, input),
        ...overlapNotes(input),
        ...membersNotes(campaign, { ...input, lang }),
      ],
    }
  },
}

function estimateJson(estimate: Estimate | null) {
  return estimate && { value: estimate.value, low: estimate.low, high: estimate.high }
}

function summaryOf(effect: CampaignEffect, { campaign }: CampaignResultInput): Report['summary'] {
  const { verdict, salesVerdict, isFinished, difference, extraNetMinor, salesPerCost } = effect
  return {
    ...{ verdict, finished: isFinished, exportedOn: dateOf(effect.from - 1), until: dateOf(effect.until) },
    ...{ difference: estimateJson(difference), extraNetMinor: estimateJson(extraNetMinor) },
    ...{ salesVerdict, costMinor: campaign.costMinor, salesPerCost, inBoth: campaign.inBoth.length },
  }
}

/** A figure that may be chance is no headline: it stands in its sentence, beside its interval. */
function factsOf(effect: CampaignEffect, { lang, snapshot, campaign }: CampaignResultInput): Fact[] {
  const { facts } = words[lang]
  const difference = effect.verdict === 'unclear' ? null : effect.difference
  const extraNetMinor = effect.salesVerdict === 'unclear' ? null : effect.extraNetMinor
  const { salesPerCost } = effect
  const money = currencyOf(snapshot.currency)
  return [
    { label: campaignWords[lang].exportedOn, kind: 'date', value: dateOf(effect.from - 1) },
    ...(difference === null ? [] : [{ label: facts.difference, kind: 'points', value: difference.value } as const]),
    ...(extraNetMinor === null
      ? []
      : [{ label: facts.extraNet, kind: 'money', value: extraNetMinor.value, ...money } as const]),
    { label: campaignWords[lang].cost, kind: 'money', value: campaign.costMinor, ...currencyOf(campaign.currency) },
    ...(salesPerCost === null
      ? []
      : [{ label: facts.perCost, kind: 'number', value: hundredths(salesPerCost) } as const]),
  ]
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

function groupsTable({ contacted, heldOut }: CampaignEffect, { lang, snapshot }: CampaignResultInput): TableDraft {
  const { columns: label, groups, table } = words[lang]
  const money = currencyOf(snapshot.currency)
  const columns: Column[] = [
    { key: 'group', kind: 'text', label: label.group, words: groups },
    { key: 'customers', kind: 'count', label: label.customers },
    { key: 'buyers', kind: 'count', label: label.buyers },
    { key: 'buyersShare', kind: 'percent', label: label.buyersShare },
    { key: 'orders', kind: 'count', label: label.orders },
    { key: 'netMinor', kind: 'money', label: label.net, ...money },
    { key: 'netEachMinor', kind: 'money', label: label.netEach, ...money },
  ]
  const rows: readonly [string, GroupOutcome][] = [
    ['contacted', contacted],
    ['held-out', heldOut],
  ]
  return draft('groups', table, columns, rows, ([group, { customers, buyers, orders, netMinor }]) => ({
    ...{ group, customers, buyers, orders, netMinor },
    buyersShare: customers === 0 ? null : buyers / customers,
    netEachMinor: customers === 0 ? null : Math.round(netMinor / customers),
  }))
}

/** What the figures say, in a sentence or two. */
function verdictNotes(effect: CampaignEffect, input: CampaignResultInput): string[] {
  const { verdict, difference } = effect
  const say = words[input.lang]
  if (verdict === 'no-held-out') return [nobodyHeldOut(input)]
  if (difference === null) return [tooFew(effect, input)]
  const sentence = oftenSentence(difference, input) + (verdict === 'unclear' ? say.mayBeChance : say.noChance)
  return [sentence, salesSentence(effect, input)]
}

/** Of so few customers that the share came to nobody, more percent of as few would not help. */
function nobodyHeldOut({ campaign: { chosen, heldOutPercent }, lang }: CampaignResultInput): string {
  const say = words[lang]
  const isTooFew = heldOutPercent > 0 && chosen < fewestToHoldOut(heldOutPercent)
  return isTooFew ? say.tooFewChosen(chosen, heldOutPercent, fewestToHoldOut(heldOutPercent)) : say.noHeldOut
}

function tooFew({ contacted, heldOut, isFinished }: CampaignEffect, { lang }: CampaignResultInput): string {
  const say = words[lang]
  const orders = contacted.orders + heldOut.orders
  if (orders === 0) return isFinished ? say.noOrders : say.noOrdersYet
  return (isFinished ? say.tooFew : say.tooFewYet)(orders, FEWEST_ORDERS)
}

function oftenSentence({ value, low, high }: Estimate, { lang }: CampaignResultInput): string {
  const say = words[lang]
  const by = points(Math.abs(value))
  const often = value < 0 ? say.lessOften : say.moreOften
  return by === '0.0' ? say.asOften(points(low), points(high)) : often(by, points(low), points(high))
}

/** What they spent beyond the others' pace, and what that is for the cost where it is more than chance. */
function salesSentence(effect: CampaignEffect, input: CampaignResultInput): string {
  const { lang, campaign } = input
  const { verdict, salesVerdict, salesPerCost, extraNetMinor: extra } = effect
  const say = words[lang]
  const money = (minor: number) => moneyText(minor, input)
  const cost = campaign.costMinor > 0 ? formatMoney(campaign.costMinor, campaign.currency ?? '', lang) : null
  if (extra === null) return verdict === 'unclear' ? say.salesUnclear(cost) : say.fewBuyers(FEWEST_BUYERS)
  const spent = extra.value < 0 ? say.spentLess : say.spentMore
  const sentence = spent(money(Math.abs(extra.value)), money(extra.low), money(extra.high))
  if (salesPerCost !== null && cost !== null) return sentence + say.perCost(cost, salesPerCost.toFixed(2))
  if (salesVerdict !== 'unclear') return sentence + say.noChance
  return sentence + (cost === null ? say.mayBeChance : say.costMayBeChance(cost))
}

/** A difference of shares in percentage points. */
function points(share: number): string {
  return (share * 100).toFixed(1).replace(/^-(0\.0)$/, '$1')
}

function progressNotes({ isFinished, from, until }: CampaignEffect, { asOf, lang }: CampaignResultInput): string[] {
  if (isFinished) return []
  return [words[lang].soFar(Math.max(0, asOf - from + 1), EFFECT_DAYS, dateOf(until))]
}

/** Other campaigns written to the same customers while orders counted: what came of them is in these figures too. */
function overlapNotes({ campaign, campaigns, exportedOn, lang }: CampaignResultInput): string[] {
  const contacted = new Set(campaign.contacted)
  return campaigns.flatMap((other) => {
    const isMeanwhile =
      other.id !== campaign.id && other.exportedOn !== null && Math.abs(other.exportedOn - exportedOn) <= EFFECT_DAYS
    const shared = isMeanwhile ? other.contacted.filter((customer) => contacted.has(customer)).length : 0
    return shared > 0 ? [words[lang].overlap(shared, `${other.id} ${other.name}`)] : []
  })
}
