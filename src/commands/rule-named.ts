import { UserError } from '../core/values/failure.js'
import { bilingual, LANGS } from '../core/values/lang.js'
import { nearest } from '../core/values/text.js'
import { rules } from '../rules/index.js'

/** A rule by its name or by what any language calls it; UserError `rule.unknown`, with the rules as the reader calls them. */
export function ruleNamed(typed: string): string {
  const word = typed.trim().toLowerCase()
  const namesOf = (rule: (typeof rules)[number]) => [rule.name, ...LANGS.map((lang) => rule.words[lang].label)]
  const found = rules.find((rule) => namesOf(rule).some((name) => name.toLowerCase() === word))
  if (found !== undefined) return found.name
  const allowed = bilingual(
    rules.map(({ name }) => name),
    rules.map(({ words }) => words.zh.label),
  )
  const near = nearest(word, new Set(rules.flatMap(namesOf).map((name) => name.toLowerCase())))
  throw new UserError('usage', 'rule.unknown', { value: typed, near, allowed })
}
