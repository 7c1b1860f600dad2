import type { Context } from '../context.js'
import type { Match } from '../core/import/columns/detect.js'
import { headerSetOf } from '../core/import/columns/header.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { UserError } from '../core/values/failure.js'
import { normaliseHeader } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { fieldWords } from '../messages/fields.js'
import { formatWords } from '../messages/formats.js'
import type { Ledger } from '../store/ledger.js'
import { forgetMapping, type NewMapping, type SavedMapping, savedMappings } from '../store/mappings.js'
import { carryOut, instant } from './decision.js'
import { dayIn } from './imports.js'
import { ledgerToDecide } from './ledger.js'
import { plainReport } from './plain-report.js'
import { zoneOf } from './zone.js'

/** Lists the columns the seller has named with `--map`, for which headers, and since when. */
export async function listNamed(context: Context): Promise<void> {
  const words = context.words(formatWords)
  const ledger = exists(context.place.path) ? await context.readLedger() : null
  const saved = ledger === null ? [] : savedMappings(ledger)
  const columns: Column[] = [
    { key: 'id', kind: 'id', label: words.savedNumber },
    { key: 'since', kind: 'date', label: words.savedSince },
    { key: 'columns', kind: 'text', label: words.savedColumns },
    { key: 'headers', kind: 'text', label: words.savedHeaders },
  ]
  const table = draft('saved', words.savedTitle, columns, saved, (one) => ({
    id: String(one.id),
    since: dayIn(zoneOf(context, ledger!), one.madeAt),
    columns: pairsOf(one.fields, context),
    headers: one.headers.filter(Boolean).join(words.listed),
  }))
  const notes = [saved.length === 0 ? words.savedNone : words.savedNote]
  await context.output(plainReport(context, { name: 'formats', title: words.savedTitle, notes }, [table]))
}

/** Named columns as a list: `order date ← Wann`. */
export function pairsOf(fields: SavedMapping['fields'], context: Context): string {
  const words = context.words(formatWords)
  const meanings = context.words(fieldWords)
  return [...fields].map(([field, header]) => words.savedPair(meanings[field], header)).join(words.listed)
}

/** Columns named in an import that are not kept so already. */
export function namedAnew(ledger: Ledger, matches: readonly Match[]): readonly NewMapping[] {
  const kept = new Map(savedMappings(ledger).map((one) => [setOf(one.headers), sayingOf(one.fields)]))
  const found = new Map<string, NewMapping>()
  for (const { mapping, remembered, header } of matches) {
    const headerSet = setOf(header.texts)
    if (mapping.size === 0 || remembered !== null || kept.get(headerSet) === sayingOf(mapping)) continue
    found.set(headerSet, { headerSet, headers: header.texts, fields: mapping })
  }
  return [...found.values()]
}

const setOf = (texts: readonly string[]): string => headerSetOf(texts.map((text) => normaliseHeader(text).key))
const sayingOf = (fields: NewMapping['fields']): string => JSON.stringify([...fields].sort())

/** Forgets columns named once, as a decision that can be taken back; UserError `formats.no-saved`. */
export async function forgetNamed(id: number, context: Context): Promise<number> {
  const ledger = await ledgerToDecide(context)
  const found = savedMappings(ledger).find((one) => one.id === id)
  if (found === undefined) throw new UserError('failed', 'formats.no-saved', { id })
  const words = context.words(formatWords)
  const sentence = context.options.dryRun === true ? words.wouldForget(id) : words.forgotten(id)
  const headerSet = setOf(found.headers)
  return carryOut(context, { command: 'formats', sentences: [sentence], facts: { forgotten: id } }, () =>
    forgetMapping(ledger, instant(context), headerSet, found),
  )
}
