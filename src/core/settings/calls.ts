import { type CallWindow, readCallHours, writeCallHours } from '../follow-up/call-hours.js'
import { CALL_HOURS } from '../follow-up/call-time.js'
import { bilingual } from '../values/lang.js'
import type { UsualSetting } from './setting.js'

/** R24: in which hours of working days customers are called, by their own clocks. */
export const callHoursSetting: UsualSetting<readonly CallWindow[]> = {
  ...{ name: 'call.hours', usual: writeCallHours(CALL_HOURS) },
  words: bilingual(
    {
      meaning: "hours of working days in which customers are called, by the customer's own clock",
      takes: 'hours such as 9:00-12:00, 14:00-18:00',
    },
    { meaning: '工作日哪些钟点给客户打电话，按客户当地时间', takes: '钟点，如 9:00-12:00, 14:00-18:00' },
  ),
  choices: () => [writeCallHours(CALL_HOURS)],
  read: (typed) => {
    const hours = readCallHours(typed)
    return hours === null ? null : writeCallHours(hours)
  },
  value: (kept) => readCallHours(kept)!,
}
