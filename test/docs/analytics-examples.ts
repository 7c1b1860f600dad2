import { campaignExamples } from './examples/campaigns.js'
import { cycleExamples } from './examples/cycles.js'
import { forecastExamples } from './examples/forecasts.js'
import { gradeExamples } from './examples/grades.js'
import { indicatorExamples } from './examples/indicators.js'
import { pointsExamples } from './examples/points.js'
import { productExamples } from './examples/products.js'
import { rfmExamples } from './examples/rfm.js'
import type { Examples } from './examples/text.js'
import { tierExamples } from './examples/tiers.js'

/** The worked examples of docs/analytics.md and docs/analytics.zh.md, each computed by the program's own functions. */
export const examples: Examples = {
  ...tierExamples,
  ...gradeExamples,
  ...rfmExamples,
  ...cycleExamples,
  ...forecastExamples,
  ...indicatorExamples,
  ...productExamples,
  ...pointsExamples,
  ...campaignExamples,
}
