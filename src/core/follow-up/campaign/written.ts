import type { Day } from '../../values/business-date.js'
import type { Campaign } from './campaign.js'

/** A campaign whose list was written. */
export interface WrittenCampaign {
  readonly id: string
  readonly name: string
  readonly exportedOn: Day
  /** Where the list was last written to; `-` for no file. */
  readonly file: string
}

/** The written campaigns that are worked by hand, by the customers they name; those sent in one go ask nobody for anything. */
export function writtenCampaigns(campaigns: readonly Campaign[]): ReadonlyMap<number, readonly WrittenCampaign[]> {
  const found = new Map<number, WrittenCampaign[]>()
  for (const { id, name, exportedOn, exports, isSent, contacted } of campaigns) {
    if (exportedOn === null || isSent) continue
    const written = { id, name, exportedOn, file: exports.at(-1)?.file ?? '-' }
    for (const customer of contacted) found.set(customer, [...(found.get(customer) ?? []), written])
  }
  return found
}
