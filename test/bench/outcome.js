import { median } from './measure.js'

const RATIO = (value) => (value < 0.1 ? value.toFixed(3) : value.toFixed(2))

/** One bound of a row: what was measured, what was wished for, whether it holds. */
const bound = (measured, wished, text, wish) => ({
  text: text(measured),
  wish: wish(wished),
  holds: measured <= wished,
})

function bounds(target, figures) {
  const { ratio, plusMs, peakMb, size } = figures
  const out = []
  const times = (value) => `${RATIO(value)} ×`
  if (target.ratio !== undefined && ratio !== null) out.push(bound(ratio, target.ratio, times, (v) => `≤ ${v} ×`))
  if (target.plusMs !== undefined && plusMs !== null) {
    out.push(
      bound(
        plusMs,
        target.plusMs,
        (v) => `+ ${v.toFixed(0)} ms`,
        (v) => `≤ + ${v} ms`,
      ),
    )
  }
  const mb = (value) => `${value.toFixed(0)} MB`
  if (target.memoryMb !== undefined && peakMb !== null) out.push(bound(peakMb, target.memoryMb, mb, (v) => `≤ ${v} MB`))
  if (target.sizeRatio !== undefined && size !== null) {
    out.push(
      bound(
        size,
        target.sizeRatio,
        (v) => `ledger ${v.toFixed(2)} × the csv`,
        (v) => `≤ ${v} ×`,
      ),
    )
  }
  return out
}

const peakOf = (results) => {
  const peaks = results.map(({ peakKb }) => peakKb).filter((kb) => kb !== null)
  return peaks.length === 0 ? null : median(peaks) / 1024
}

/**
 * The figures of a row from its runs in turn: medians of both, the median of the pairwise ratios (and differences), peak
 * memory, and each bound of the target.
 */
export function outcomeOf(row, { a, b }, size) {
  const scale = row.scale ?? 1
  const pairs = a.map((ours, i) => [ours.ms, (b[i]?.ms ?? Number.NaN) * scale])
  const hasReference = b.length > 0
  const figures = {
    oursMs: median(a.map(({ ms }) => ms)),
    referenceMs: hasReference ? median(b.map(({ ms }) => ms)) * scale : null,
    ratio: hasReference ? median(pairs.map(([ours, reference]) => ours / reference)) : null,
    plusMs: hasReference ? median(pairs.map(([ours, reference]) => ours - reference)) : null,
    peakMb: peakOf(a),
    referencePeakMb: peakOf(b),
    size: size ?? null,
  }
  const measured = { name: row.name, reference: row.reference, ...figures, pairs: a.length }
  if (row.target !== undefined) return { ...measured, bounds: bounds(row.target, figures) }
  return { ...measured, bounds: [], ...(figures.ratio === null ? {} : { note: `${RATIO(figures.ratio)} ×` }) }
}
