import type { NoteCode, NotePart } from '../core/batch-note.js'
import { delistingWords } from '../core/follow-up/delisting.js'
import { feedbackWords } from '../core/follow-up/feedback/kinds.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { fieldWord, valueText } from '../core/hand-field-words.js'
import { sealValue } from '../core/sealing.js'
import { gradeText, gradeWords } from '../core/value/grades/words.js'
import { redeemedFor } from '../core/value/points/redeemed-for.js'
import type { Lang } from '../core/values/lang.js'
import { batchWords } from '../messages/batches.js'
import { handWords } from '../messages/hand-values.js'
import { leadSentences } from '../messages/leads.js'
import { rules } from '../rules/index.js'

/** What a decision says of itself, in the reader's language; `isSealed` where its customer is blocked now (R30). */
export function noteText(parts: readonly NotePart[], isSealed: boolean, lang: Lang): string {
  return parts.map((part) => partText(part, isSealed, lang)).join(batchWords[lang].parts)
}

function partText(part: NotePart, isSealed: boolean, lang: Lang): string {
  if (typeof part === 'string') return part
  const { labelled, fromFiles } = batchWords[lang]
  const { blank, until } = handWords[lang]
  if ('rows' in part) return batchWords[lang].rows(part.rows)
  if ('gifts' in part) return batchWords[lang].gifts(part.gifts, part.changed)
  if ('of' in part) return wordsOf(part.of, lang)[part.code] ?? part.code
  if ('grade' in part) {
    const value = gradeText(part.grade, part.value, lang) || blank
    const shown = part.until === null ? value : labelled.until(value, until(part.until))
    return labelled.value(gradeWords[lang].kinds[part.grade], shown)
  }
  const { field, value } = part
  if (value === null) return labelled.value(fieldWord(field, lang), fromFiles)
  const shown = isSealed ? sealValue(field, value, lang) : value
  return labelled.value(fieldWord(field, lang), valueText(field, shown, lang) || blank)
}

/** What codes of a kind are called. */
function wordsOf(of: NoteCode, lang: Lang): Readonly<Record<string, string>> {
  const { verbs } = batchWords[lang]
  const words: Readonly<Record<NoteCode, Readonly<Record<string, string>>>> = {
    rule: Object.fromEntries(rules.map((rule) => [rule.name, rule.words[lang].label])),
    delisting: delistingWords[lang].steps,
    feedback: feedbackWords[lang].verbs,
    lead: verbs.lead,
    level: leadWords[lang].levels,
    stage: leadWords[lang].stages,
    invalid: leadWords[lang].invalid,
    leadField: leadSentences[lang].fields,
    points: verbs.points,
    redeemedFor: redeemedFor.words[lang],
  }
  return words[of]
}
