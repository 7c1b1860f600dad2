import type { Rule } from '../core/follow-up/rule.js'
import { afterSale } from './after-sale.js'
import { aftercare } from './aftercare.js'
import { agreed } from './agreed.js'
import { anniversary } from './anniversary.js'
import { birthday } from './birthday.js'
import { campaign } from './campaign.js'
import { complaint } from './complaint.js'
import { delisting } from './delisting.js'
import { festival } from './festival.js'
import { lead } from './lead.js'
import { measure } from './measure.js'
import { points } from './points.js'
import { pool } from './pool.js'
import { refill } from './refill.js'
import { reminder } from './reminder.js'
import { restock } from './restock.js'
import { rhythm } from './rhythm.js'
import { runOut } from './run-out.js'
import { satisfaction } from './satisfaction.js'
import { survey } from './survey.js'
import { thankYou } from './thank-you.js'
import { winBack } from './win-back.js'

/** All due rules, in the order in which equal reasons are named. */
export const rules: readonly Rule[] = [
  ...[agreed, complaint, measure, lead, pool, aftercare, satisfaction, thankYou, afterSale, birthday, anniversary],
  ...[reminder, runOut, restock, refill, winBack, festival, rhythm, campaign, survey, points, delisting],
]
