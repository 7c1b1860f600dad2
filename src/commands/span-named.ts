import { lastWholeSpan, type Span, type SpanKind, spanCode, spanTyped } from '../core/value/span.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'

/** A period typed for `--period`; UserError `report.bad-period`, and `report.future-period` for one that has not begun by the as-of day. */
export function spanNamed(kind: SpanKind, period: string, asOf: Day): Span {
  const span = spanTyped(kind, period, asOf)
  const last = spanCode(lastWholeSpan(kind, asOf))
  if (span === null) throw new UserError('usage', 'report.bad-period', { value: period, example: last })
  if (span.from < asOf) return span
  throw new UserError('usage', 'report.future-period', { period, asOf: dateOf(asOf), last })
}
