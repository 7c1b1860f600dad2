import { campaignErrors } from './errors/campaign.js'
import { careErrors } from './errors/care.js'
import { cliErrors } from './errors/cli.js'
import { customerErrors } from './errors/customers.js'
import { decisionErrors } from './errors/decision.js'
import { delistingErrors } from './errors/delisting.js'
import { feedbackErrors } from './errors/feedback.js'
import { fileErrors } from './errors/files.js'
import { filterErrors } from './errors/filter.js'
import { importErrors } from './errors/import.js'
import { importAmountErrors } from './errors/import-amounts.js'
import { leadErrors } from './errors/leads.js'
import { ledgerErrors } from './errors/ledger.js'
import { listErrors } from './errors/lists.js'
import { pointsErrors } from './errors/points.js'
import { rateErrors } from './errors/rates.js'
import { readErrors } from './errors/read.js'
import { reportErrors } from './errors/report.js'
import { safetyErrors } from './errors/safety.js'
import { settingErrors } from './errors/settings.js'
import { undoErrors } from './errors/undo.js'
import type { Errors } from './sentence.js'

/** What a seller reads for each UserError code. */
export const errors: Errors = {
  ...cliErrors,
  ...fileErrors,
  ...readErrors,
  ...importErrors,
  ...importAmountErrors,
  ...listErrors,
  ...filterErrors,
  ...ledgerErrors,
  ...customerErrors,
  ...decisionErrors,
  ...delistingErrors,
  ...rateErrors,
  ...undoErrors,
  ...pointsErrors,
  ...leadErrors,
  ...feedbackErrors,
  ...careErrors,
  ...safetyErrors,
  ...settingErrors,
  ...reportErrors,
  ...campaignErrors,
}
