import { type Span, spanCode } from '../../core/value/span.js'
import { dateOf } from '../../core/values/business-date.js'
import { bilingual, type Lang } from '../../core/values/lang.js'
import { periodLabel } from '../kpi-words.js'

const words = bilingual(
  {
    trailing: (from: string, to: string) => `${from} to ${to}`,
    week: (code: string, days: string) => `${code} (${days})`,
  },
  { trailing: (from, to) => `${from} 至 ${to}`, week: (code, days) => `${code}（${days}）` },
)

/** What a period is called: `2026-07`, `2026 Q2`, `2026-W30 (2026-07-20 to 2026-07-26)`. */
export function spanLabel(span: Span, lang: Lang): string {
  if (span.kind !== 'week') return periodLabel(span, lang)
  const days = words[lang].trailing(dateOf(span.from + 1), dateOf(span.to))
  return span.isTrailing ? days : words[lang].week(spanCode(span), days)
}
