import { careList } from './care-list.js'
import { dueList } from './due-list.js'
import { feedbackList } from './feedback-list.js'
import { leadList } from './lead-list.js'
import type { Worklist } from './list.js'
import { measureList } from './measure-list.js'

/** Every list that can be worked in as a sheet. */
export const worklists: readonly Worklist[] = [dueList, leadList, feedbackList, careList, measureList]
