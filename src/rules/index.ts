import type { Rule } from '../core/follow-up/rule.js'
import { agreed } from './agreed.js'
import { refill } from './refill.js'
import { restock } from './restock.js'
import { rhythm } from './rhythm.js'

/** All due rules, in the order in which equal reasons are named. */
export const rules: readonly Rule[] = [agreed, restock, refill, rhythm]
