import type { ReportDefinition, ReportInput } from '../core/report/build.js'
import { columnNamed, sortNames } from '../core/report/find-column.js'
import type { Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { UserError } from '../core/values/failure.js'
import { LANGS } from '../core/values/lang.js'

/** Builds a report; columns may be named in the words of every language. UserError `report.unknown-column`. */
export function buildReport<I extends ReportInput>(definition: ReportDefinition<I>, input: I): Report {
  try {
    return definition.build(input)
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'report.unknown-column') throw error
    const named = LANGS.flatMap(
      (lang) => definition.build({ ...input, lang, shape: { limit: 0 } }).tables[0]?.columns ?? [],
    )
    return definition.build({ ...input, shape: shapeByKeys(input.shape, named) })
  }
}

/** What is asked for, with keys in place of headings; names of no column stay as they are. */
function shapeByKeys({ columns, sort, limit }: ReportInput['shape'], named: readonly Column[]): ReportInput['shape'] {
  const keyOf = (name: string) => columnNamed(named, name)?.key ?? name
  return {
    limit,
    columns: columns?.map(keyOf),
    sort:
      sort &&
      sortNames(sort)
        .map(({ name, isDown }) => `${isDown ? '-' : ''}${keyOf(name)}`)
        .join(),
  }
}
