import type { ReportDefinition } from '../core/report/build.js'
import { backtest } from './backtest.js'
import { care } from './care.js'
import { carePlanReport } from './care-plan.js'
import { cohorts } from './cohorts.js'
import { contacts } from './contacts.js'
import { credit } from './credit.js'
import { customerFile } from './customer-file.js'
import { daily } from './daily.js'
import { due } from './due.js'
import { dupes } from './dupes.js'
import { feedback } from './feedback.js'
import { feedbackOne } from './feedback-one.js'
import { feedbackSummary } from './feedback-summary.js'
import { forecast } from './forecast.js'
import { key } from './key.js'
import { kpi } from './kpi.js'
import { lead } from './lead.js'
import { leads } from './leads.js'
import { list } from './list.js'
import { monthly } from './monthly.js'
import { points } from './points.js'
import { pointsStatement } from './points-statement.js'
import { problem } from './problem.js'
import { quarterly } from './quarterly.js'
import { recommend } from './recommend.js'
import { rfm } from './rfm.js'
import { show } from './show.js'
import { statement } from './statement.js'
import { team } from './team.js'
import { tier } from './tier.js'
import { weekly } from './weekly.js'
import { why } from './why.js'

/** All reports, in the order of the help. Each is built with an input of its own type: commands import the one they need. */
export const reports: readonly ReportDefinition[] = [
  list,
  show,
  why,
  dupes,
  tier,
  rfm,
  cohorts,
  kpi,
  team,
  forecast,
  backtest,
  recommend,
  due,
  leads,
  lead,
  care,
  carePlanReport,
  credit,
  points,
  pointsStatement,
  feedback,
  feedbackOne,
  feedbackSummary,
  weekly,
  monthly,
  quarterly,
  daily,
  key,
  problem,
  customerFile,
  statement,
  contacts,
]
