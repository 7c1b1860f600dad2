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
}

/** The settings decided in a ledger, by name, as they are kept. */
export type DecidedSettings = ReadonlyMap<string, string>

/** A setting with a usual value always has one. */
export interface UsualSetting<T> extends LedgerSetting<T> {
  readonly usual: string
}

/** What a setting says: as decided, else as usual. */
export function settingOf<T>(decided: DecidedSettings, setting: UsualSetting<T>): T {
  return setting.value(decided.get(setting.name) ?? setting.usual)
}
