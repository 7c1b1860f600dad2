import { bilingual, inEach, LANGS } from '../../values/lang.js'
import { festivals } from '../calendar/festivals.js'

/** What care is planned for besides single festivals. */
const KINDS = ['birthday', 'anniversary', 'festivals', 'own-days'] as const

/** Everything a plan can name: the kinds of occasions, then each festival by its key. */
export const OCCASIONS: readonly string[] = [...KINDS, ...festivals.map(({ key }) => key)]

const kindNames = bilingual(
  { birthday: 'birthday', anniversary: 'anniversary', festivals: 'festivals', 'own-days': 'own days' },
  { birthday: '生日', anniversary: '纪念日', festivals: '节日', 'own-days': '自定日子' },
)

/** What people read for each occasion. */
export const occasionNames = inEach(
  (lang): Readonly<Record<string, string>> => ({
    ...kindNames[lang],
    ...Object.fromEntries(festivals.map(({ key, words }) => [key, words[lang]])),
  }),
)

/** What else sellers write for them. */
const alsoCalled: Readonly<Record<string, string>> = {
  birthday: 'birthdays 过生日 生日祝福',
  anniversary: 'anniversaries 周年 周年纪念',
  festivals: 'festival holidays 节日问候 所有节日 全部节日',
  'own-days': 'ownday 自定节日 自定义节日 会员日 店庆',
  'new-year': 'newyearsday 新年 元旦节',
  'spring-festival': 'chinesenewyear lunarnewyear cny 过年 农历新年',
  lantern: 'yuanxiao 元宵',
  'mothers-day': 'motheringsunday',
  'labour-day': 'laborday mayday 五一 五一劳动节',
  'dragon-boat': 'duanwu 端午',
  'mid-autumn': 'mooncakefestival 中秋',
  'national-day': '国庆 十一',
  'singles-day': '1111 双11 光棍节',
  christmas: 'xmas 圣诞',
}

/** Case, blanks and marks make no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_'’.]/g, '')

/** The occasion somebody means, in any language; null for none that is known. */
export function occasionNamed(typed: string): string | null {
  const word = plain(typed)
  const calledSo = (key: string) =>
    [key, ...LANGS.map((lang) => occasionNames[lang][key]!), ...(alsoCalled[key] ?? '').split(' ')].map(plain)
  return word === '' ? null : (OCCASIONS.find((key) => calledSo(key).includes(word)) ?? null)
}

/** What is done on an occasion. */
export const TREATMENTS = ['gift', 'greeting', 'none'] as const
export type Treatment = (typeof TREATMENTS)[number]

export const treatmentNames = bilingual<Readonly<Record<Treatment, string>>>(
  { gift: 'gift', greeting: 'greeting', none: 'nothing' },
  { gift: '送礼', greeting: '问候', none: '不安排' },
)

const treatmentWords: Readonly<Record<Treatment, string>> = {
  gift: 'gift gifts present 送礼 礼品 礼物',
  greeting: 'greeting greetings greet card 问候 祝福 贺卡',
  none: 'none nothing no off 不安排 不做 无 关',
}

/** What somebody says is to be done; null for nothing that is known. */
export function treatmentNamed(typed: string): Treatment | null {
  return TREATMENTS.find((treatment) => treatmentWords[treatment].split(' ').includes(plain(typed))) ?? null
}
