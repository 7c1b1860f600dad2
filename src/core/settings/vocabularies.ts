import { vocabularies } from '../value/segments/index.js'
import { type OwnSegments, ownVocabulary, vocabularyFaults } from '../value/segments/own.js'
import type { Vocabulary } from '../value/segments/vocabulary.js'
import { UserError } from '../values/failure.js'
import { bilingual } from '../values/lang.js'
import { nearest } from '../values/nearest.js'
import { type DecidedSettings, type LedgerSetting, settingOf, type UsualSetting } from './setting.js'

/** What the settings that hold own vocabularies begin with; the vocabulary's name follows. */
const PREFIX = 'rfm.vocabulary.'

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u
const builtIn = vocabularies.map(({ name }) => name)

/** Which names segments have: one of those always there, or an own one by its name. */
export const rfmVocabulary: UsualSetting<string> = {
  ...{ name: 'rfm.vocabulary', usual: vocabularies[0]!.name },
  words: bilingual(
    {
      meaning: 'what RFM segments are called and which scores they hold',
      takes: `${builtIn.join(', ')}, or the name of a vocabulary of your own (rfm.vocabulary.NAME)`,
    },
    {
      meaning: 'RFM客户分群用哪一套名称和编码',
      takes: `${builtIn.join('、')}，或自定义分群的名称（rfm.vocabulary.名称）`,
    },
  ),
  choices: () => builtIn,
  read: (typed) => (namePattern.test(typed) ? typed.toLowerCase() : null),
  value: (kept) => kept,
}

/** The setting that holds the own vocabulary of a name; null where a setting of that name can be none. */
export function ownVocabularySetting(name: string): LedgerSetting<Vocabulary> | null {
  const own = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : ''
  if (!namePattern.test(own) || builtIn.includes(own)) return null
  const faults = (typed: string) => {
    const segments = segmentsIn(typed)
    return segments === null ? [new UserError('usage', 'vocabulary.form', { name })] : vocabularyFaults(name, segments)
  }
  return {
    ...{ name, usual: null },
    words: bilingual(
      {
        meaning: `your own RFM segments "${own}"`,
        takes: 'segments with their codes, best first: {"Top": "5[4-5]*", "Rest": "5[1-3]* [1-4]**"}',
      },
      {
        meaning: `自定义RFM分群“${own}”`,
        takes: '各群的名称和编码，从好到差：{"核心": "5[4-5]*", "其他": "5[1-3]* [1-4]**"}',
      },
    ),
    choices: () => [],
    read: (typed) => (faults(typed).length === 0 ? JSON.stringify(Object.fromEntries(segmentsIn(typed)!)) : null),
    value: (kept) => ownVocabulary(own, segmentsIn(kept) ?? []),
    faults,
  }
}

/** Whether a name is that of a vocabulary that is always there, which no setting may hold: UserError `vocabulary.built-in`. */
export function builtInFault(name: string): UserError | null {
  const own = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : ''
  return builtIn.includes(own) ? new UserError('usage', 'vocabulary.built-in', { name: own, allowed: builtIn }) : null
}

/** Names with their patterns out of a JSON object; null where the text is none. */
function segmentsIn(text: string): OwnSegments | null {
  const parsed = parsedJson(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
  const entries = Object.entries(parsed).map(([name, codes]) => [name, patternsText(codes)] as const)
  return entries.length > 0 && entries.every(([, codes]) => codes !== null) ? (entries as OwnSegments) : null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Patterns as one text, or as a list. */
function patternsText(codes: unknown): string | null {
  const list = Array.isArray(codes) ? codes : [codes]
  return list.every((code) => typeof code === 'string' || typeof code === 'number') ? list.join(' ') : null
}

/** The own vocabularies decided, by the names of their settings. */
export function ownVocabularySettings(decided: DecidedSettings): readonly LedgerSetting<Vocabulary>[] {
  return [...decided.keys()].sort().flatMap((name) => ownVocabularySetting(name) ?? [])
}

/** The vocabulary typed, else the one decided; UserError `vocabulary.unknown` with near names. */
export function vocabularyOf(decided: DecidedSettings, typed?: string): Vocabulary {
  const name = (typed ?? settingOf(decided, rfmVocabulary)).toLowerCase()
  const own = ownVocabularySetting(PREFIX + name)
  const kept = own && decided.get(own.name)
  const found = kept ? own.value(kept) : vocabularies.find((vocabulary) => vocabulary.name === name)
  if (found) return found
  throw unknownVocabulary(name, decided, typed === undefined)
}

function unknownVocabulary(name: string, decided: DecidedSettings, isDecided: boolean): UserError {
  const names = [...builtIn, ...ownVocabularySettings(decided).map((setting) => setting.name.slice(PREFIX.length))]
  const params = { name, near: nearest(name, names), allowed: names }
  if (!isDecided) return new UserError('usage', 'vocabulary.unknown', { ...params, unset: '' })
  return new UserError('settings', 'vocabulary.unknown', { ...params, unset: `crm config unset ${rfmVocabulary.name}` })
}
