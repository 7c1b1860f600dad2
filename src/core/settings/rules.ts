import { type Meaning, meant } from './meaning.js'
import { type DecidedSettings, settingOf, type UsualSetting } from './setting.js'

/** The days (or other whole numbers) a due rule goes by; null where the seller has switched it off. */
export type RuleNumbers = readonly number[] | null

const OFF: readonly string[] = ['off', 'no', '关', '关闭', '停用', '不提醒']
const ON: readonly string[] = ['on', 'yes', '开', '开启', '启用', '提醒']
const MOST_DAYS = 3650

/** `due.NAME`: whether a due rule is asked, and by which numbers, `most` at most (days, where nothing else is said). */
export function ruleSetting(
  name: string,
  usual: readonly number[],
  meaning: Meaning,
  most = MOST_DAYS,
): UsualSetting<RuleNumbers> {
  const shown = usual.length === 0 ? 'on' : usual.join(',')
  const many =
    usual.length === 1 ? ['a whole number', '一个整数'] : [`${usual.length} whole numbers`, `${usual.length}个整数`]
  return {
    ...{ name: `due.${name}`, usual: shown },
    words: meant(
      meaning,
      usual.length === 0 ? 'on or off' : `${many[0]} such as ${shown}, or off`,
      usual.length === 0 ? 'on（提醒）或 off（不提醒）' : `${many[1]}，如 ${shown}；也可以写 off（不提醒）`,
    ),
    choices: () => [shown, 'off'],
    read(typed) {
      const word = typed.trim().toLowerCase()
      if (OFF.includes(word)) return 'off'
      if (ON.includes(word)) return shown
      const parts = word.split(/[,，、]/).map((part) => part.trim())
      const isRight =
        usual.length > 0 &&
        parts.length === usual.length &&
        parts.every((part) => /^\d{1,4}$/.test(part) && Number(part) <= most)
      return isRight ? parts.map(Number).join(',') : null
    },
    value: (kept) => (kept === 'off' ? null : usual.length === 0 ? [] : kept.split(',').map(Number)),
  }
}

/** The numbers of a rule for lists that show what it goes by: as decided; while it is switched off, the usual ones. */
export function ruleNumbers(decided: DecidedSettings, setting: UsualSetting<RuleNumbers>): readonly number[] {
  return settingOf(decided, setting) ?? setting.value(setting.usual) ?? []
}
