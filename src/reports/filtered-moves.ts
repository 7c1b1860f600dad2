import type { ReportInput } from '../core/report/build.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { countIncluded } from './notes.js'

/** What customers moved between. */
type Moved = 'tier' | 'segment'

const words = bilingual(
  {
    of: (moved: Moved, all: number, shown: number, filter: string) =>
      `Of the ${plural(all, 'customer')} who changed ${moved}, ${shown} ${shown === 1 ? 'is' : 'are'} of "${filter}": the tables of moves hold the customers of the filter alone.`,
  },
  {
    of: (moved, all, shown, filter) =>
      `${moved === 'tier' ? '升降级' : '换群'}的${all}位客户中，符合“${filter}”的有${shown}位；变化表和名单只列符合条件的客户。`,
  },
)

/** Said beside tables that hold the moves of a filter's customers alone, where the totals are of all. */
export function filteredMoves(input: ReportInput, moved: Moved, all: number, shown: number): string[] {
  if (!input.filter || all === 0 || countIncluded(input) === 0) return []
  return [words[input.lang].of(moved, all, shown, input.filter.text)]
}
