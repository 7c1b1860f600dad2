import type { UserError } from '../values/failure.js'
import type { Lang } from '../values/lang.js'

/** One setting of the ledger, declared: what it means, which values it takes and what it is when nobody decided. */
export interface LedgerSetting<T = unknown> {
  readonly name: string
  readonly words: Readonly<Record<Lang, { readonly meaning: string; readonly takes: string }>>
  /** As it is unless decided; null where something else tells (the orders, the computer). */
  readonly usual: string | null
  /** Values worth naming when what was typed is none. */
  choices(): readonly string[]
  /** What was typed as it is kept; null when it is no value of this setting. */
  read(typed: string): string | null
  /** What a kept value says. */
  value(kept: string): T
  /** Why what was typed is no value, where there is more to say than what is taken. */
  faults?(typed: string): readonly UserError[]
}

/** The settings decided in a ledger, by name, as they are kept. */
export type DecidedSettings = ReadonlyMap<string, string>

/** Settings to be decided, by name, as they are kept; null lifts one. */
export type SettingChanges = ReadonlyMap<string, string | null>

/** The settings as they would be decided. */
export function settingsWith(decided: DecidedSettings, changes: SettingChanges): DecidedSettings {
  const all = new Map<string, string | null>([...decided, ...changes])
  return new Map([...all].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** A setting with a usual value always has one. */
export interface UsualSetting<T> extends LedgerSetting<T> {
  readonly usual: string
}

/** What a setting says: as decided, else as usual. */
export function settingOf<T>(decided: DecidedSettings, setting: UsualSetting<T>): T {
  return setting.value(decided.get(setting.name) ?? setting.usual)
}
