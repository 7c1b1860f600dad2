import type { Context } from '../context.js'
import { settingsOfLedger } from '../core/settings/index.js'
import { vocabularyOf } from '../core/settings/vocabularies.js'
import { filterFields } from '../core/value/customer-filter-fields.js'
import type { Lang } from '../core/values/lang.js'
import { isSpreadsheetName } from '../files.js'
import { namesBeginning } from '../store/names-beginning.js'
import { ledgerSettings } from '../store/settings.js'
import { openWorkbook } from './import-match.js'
import { knownSettings } from './known-settings.js'

/** Names offered at once; who has more of a letter types one letter more. */
const MOST = 50

/** A name that means nothing to a shell; of other customers the id is offered. */
const HARMLESS = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._@-]*$/u

interface Offered {
  readonly value: string
  readonly told?: string
}

/** Customers whose name begins so: their names, or ids where a shell would read more into a name. Blocked ones too: `unblock` is for them. */
export async function customersBeginning(start: string, context: Context): Promise<readonly Offered[]> {
  const found = namesBeginning(await context.readLedger(), start, MOST)
  return found.map(({ id, name }) => (HARMLESS.test(name) ? { value: name, told: id } : { value: id, told: name }))
}

/** Fields of a filter, then the values of the field that is typed: segments, tiers, stages … */
export async function filterTermsBeginning(start: string, context: Context): Promise<readonly Offered[]> {
  const fields = filterFields(vocabularyOf(ledgerSettings(await context.readLedger())), null)
  const [, minus = '', name = '', begun = ''] = /^(-?)([^:]*)(:.*)?$/s.exec(start) ?? []
  const field = begun === '' ? undefined : fields.find((each) => each.name === name || each.words?.includes(name))
  if (field === undefined)
    return fields.map((each) => ({ value: minus + termStart(each), ...told(each.words, context.lang) }))
  const kept = begun.slice(1, begun.lastIndexOf(',') + 1)
  return (field.choices ?? []).map(({ value, words }) => ({
    value: `${minus}${name}:${kept}${value}`,
    ...told(words, context.lang),
  }))
}

function termStart({ name, kind }: { readonly name: string; readonly kind: string }): string {
  if (kind === 'flag') return name
  return kind === 'count' || kind === 'money' ? `${name}>=` : kind === 'date' ? `${name}<` : `${name}:`
}

/** One of the words that is of the reader's language. */
function told(words: readonly string[] = [], lang: Lang): { readonly told?: string } {
  const word = words.find((each) => /\p{Script=Han}/u.test(each) === (lang === 'zh'))
  return word === undefined ? {} : { told: word }
}

/** Settings by name, with what they mean. */
export async function settingsBeginning(context: Context): Promise<readonly Offered[]> {
  const settings = settingsOfLedger(ledgerSettings(await context.readLedger()), knownSettings)
  return settings.map(({ name, words }) => ({ value: name, told: words[context.lang].meaning }))
}

/** Sheets of the workbooks among the words. */
export async function sheetsOf(words: readonly string[], context: Context): Promise<readonly Offered[]> {
  const names: Offered[] = []
  for (const word of words.filter(isSpreadsheetName)) {
    const { sheets } = await openWorkbook(await context.open(word), {})
    names.push(...sheets.map(({ name }) => ({ value: name, told: word })))
  }
  return names.filter(({ value }) => HARMLESS.test(value))
}
