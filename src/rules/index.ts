import type { Rule } from '../core/follow-up/rule.js'
import { afterSale } from './after-sale.js'
import { agreed } from './agreed.js'
import { delisting } from './delisting.js'
import { refill } from './refill.js'
import { restock } from './restock.js'
import { rhythm } from './rhythm.js'
import { runOut } from './run-out.js'
import { thankYou } from './thank-you.js'
import { winBack } from './win-back.js'

/** All due rules, in the order in which equal reasons are named. */
export const rules: readonly Rule[] = [agreed, thankYou, afterSale, runOut, restock, refill, winBack, rhythm, delisting]
