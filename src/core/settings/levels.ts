import type { Level } from '../value/grades/words.js'
import { textOrOff } from './kinds.js'
import { type DecidedSettings, settingOf, type UsualSetting } from './setting.js'

/** A level the seller may give an owner and a topic; the blocked have none. */
type ServedLevel = Exclude<Level, 'none'>

type LevelTexts = Readonly<Record<ServedLevel, UsualSetting<string | null>>>

const MOST_NAME = 60
const MOST_TOPIC = 120

const ownerSetting = (level: ServedLevel) =>
  textOrOff(
    `service.${level.toLowerCase()}.owner`,
    MOST_NAME,
    { en: 'Li', zh: '小李' },
    {
      en: `who looks after customers of service level ${level} who have no owner and whose lead nobody holds`,
      zh: `服务级别${level}的客户没有负责人、意向也没人跟进时由谁负责`,
    },
  )

const topicSetting = (level: ServedLevel) =>
  textOrOff(
    `service.${level.toLowerCase()}.topic`,
    MOST_TOPIC,
    { en: 'what is new this season', zh: '当季新品' },
    {
      en: `what to talk about when keeping in touch with customers of service level ${level}`,
      zh: `定期回访服务级别${level}的客户时谈什么`,
    },
  )

/** R11: who looks after a service level; null for nobody. */
export const levelOwners: LevelTexts = { A: ownerSetting('A'), B: ownerSetting('B'), C: ownerSetting('C') }

/** R11: what is talked about with a service level; null for nothing in particular. */
export const levelTopics: LevelTexts = { A: topicSetting('A'), B: topicSetting('B'), C: topicSetting('C') }

/** What the settings say of a level; null for nothing, and of the blocked. */
export function ofLevel(decided: DecidedSettings, settings: LevelTexts, level: Level): string | null {
  return level === 'none' ? null : settingOf(decided, settings[level])
}

/** Whether any level has an owner: without one nobody's level need be worked out. */
export function hasLevelOwners(decided: DecidedSettings): boolean {
  return Object.values(levelOwners).some((setting) => settingOf(decided, setting) !== null)
}
