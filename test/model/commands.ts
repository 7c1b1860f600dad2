import { campaignExport, campaignNew } from './campaign-commands.js'
import { block, closing, edit, log, merge, snooze, tag, unblock } from './customer-commands.js'
import { importFile, undo } from './file-commands.js'
import { leadAdd, leadStep } from './lead-commands.js'
import { feedbackOpen, feedbackStep, points, rate } from './service-commands.js'
import type { Make, Situation, Typed } from './typed.js'

/** What a seller types, each as often as it stands here. */
const makers: readonly (readonly [weight: number, make: Make])[] = [
  ...([
    [9, importFile],
    [12, log],
    [4, closing('done')],
    [4, closing('skip')],
    [4, snooze],
  ] as const),
  ...([
    [6, tag],
    [5, edit],
    [6, block],
    [2, unblock],
    [5, leadAdd],
    [14, leadStep],
    [9, points],
  ] as const),
  ...([
    [5, feedbackOpen],
    [7, feedbackStep],
    [3, rate],
    [2, merge],
    [3, campaignNew],
    [2, campaignExport],
    [12, undo(false)],
    [6, undo(true)],
  ] as const),
]

const all = makers.flatMap(([weight, make]) => Array.from({ length: weight }, () => make))

/** Before there are so many batches only files are imported. */
const FILES_FIRST = 8

/** The next command, and what should come of it. */
export function nextCommand(situation: Situation): Typed {
  return situation.model.batches.length < FILES_FIRST ? importFile(situation) : situation.chance.pick(all)(situation)
}
