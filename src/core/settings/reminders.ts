import { fold } from '../values/filter.js'
import { wholeNumberOrOff } from './kinds.js'
import { meant } from './meaning.js'
import type { DecidedSettings, LedgerSetting } from './setting.js'

/** What the settings of product reminders begin with (R20); a SKU or category follows. */
const PREFIX = 'after.'

const LONGEST_NAME = 200

/** Days after a purchase by SKU or category, written as `fold` has it; null where the seller wants none. */
export type ReminderDays = ReadonlyMap<string, number | null>

/** The setting that holds after how many days buyers of a SKU or category are reminded; null where a setting of that name can be none. */
export function reminderSetting(name: string): LedgerSetting<number | null> | null {
  const product = productOf(name)
  if (product === null) return null
  const days = wholeNumberOrOff(reminderName(product), null, [1, 3650], { en: '', zh: '' })
  return {
    ...{ ...days, usual: null },
    words: meant(
      { en: `days after which buyers of "${product}" are reminded of it`, zh: `购买“${product}”多少天后提醒客户` },
      days.words.en.takes,
      '1至3650的整数；也可以写 off（不提醒）',
    ),
    choices: () => ['180', '365', 'off'],
  }
}

/** The SKU or category a setting is about, as `fold` has it; null for any other setting. */
export function productOf(name: string): string | null {
  const folded = fold(name.trim())
  if (!folded.startsWith(PREFIX)) return null
  const product = folded.slice(PREFIX.length).trim()
  return product === '' || product.length > LONGEST_NAME ? null : product
}

/** The name of the setting that is about a SKU or category. */
export function reminderName(product: string): string {
  return PREFIX + product
}

/** The reminders decided, by the names of their settings. */
export function reminderSettings(decided: DecidedSettings): readonly LedgerSetting<number | null>[] {
  return [...decided.keys()].sort().flatMap((name) => reminderSetting(name) ?? [])
}

/** After how many days buyers are reminded of what. */
export function reminderDays(decided: DecidedSettings): ReminderDays {
  const days = new Map<string, number | null>()
  for (const setting of reminderSettings(decided)) {
    const kept = decided.get(setting.name)
    if (kept !== undefined) days.set(setting.name.slice(PREFIX.length), setting.value(kept))
  }
  return days
}
