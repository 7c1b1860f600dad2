import { bilingual, type Further, inEach } from '../values/lang.js'
import type { LedgerSetting } from './setting.js'

/** What a setting means in English and Chinese, and in other languages as far as it is said. */
export type Meaning = Readonly<Record<'en' | 'zh', string>> & Further<string>

/** The words of a setting: what it means, and what it takes. */
export function meant(
  { en, zh, ...further }: Meaning,
  ...takes: Parameters<typeof bilingual<string>>
): LedgerSetting['words'] {
  const [meanings, taken] = [bilingual(en, zh, further), bilingual(...takes)]
  return inEach((lang) => ({ meaning: meanings[lang], takes: taken[lang] }))
}
