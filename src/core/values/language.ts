import { bilingual, LANGS, type Lang } from './lang.js'
import { nearest } from './nearest.js'

/** ISO 639-1 codes of the languages customers write in, each with its name in English, in Chinese and as its speakers call it. */
const languages = `
ar|Arabic|阿拉伯语|العربية
bg|Bulgarian|保加利亚语|български
bn|Bengali|孟加拉语|বাংলা
ca|Catalan|加泰罗尼亚语|català
cs|Czech|捷克语|čeština
da|Danish|丹麦语|dansk
de|German|德语|deutsch
el|Greek|希腊语|ελληνικά
en|English|英语|english
es|Spanish|西班牙语|español
et|Estonian|爱沙尼亚语|eesti
fa|Persian|波斯语|فارسی
fi|Finnish|芬兰语|suomi
fr|French|法语|français
he|Hebrew|希伯来语|עברית
hi|Hindi|印地语|हिन्दी
hr|Croatian|克罗地亚语|hrvatski
hu|Hungarian|匈牙利语|magyar
id|Indonesian|印尼语|bahasa indonesia
it|Italian|意大利语|italiano
ja|Japanese|日语|日本語
kk|Kazakh|哈萨克语|қазақ
ko|Korean|韩语|한국어
lt|Lithuanian|立陶宛语|lietuvių
lv|Latvian|拉脱维亚语|latviešu
ms|Malay|马来语|bahasa melayu
nb|Norwegian|挪威语|norsk
nl|Dutch|荷兰语|nederlands
pl|Polish|波兰语|polski
pt|Portuguese|葡萄牙语|português
ro|Romanian|罗马尼亚语|română
ru|Russian|俄语|русский
sk|Slovak|斯洛伐克语|slovenčina
sl|Slovenian|斯洛文尼亚语|slovenščina
sr|Serbian|塞尔维亚语|српски
sv|Swedish|瑞典语|svenska
sw|Swahili|斯瓦希里语|kiswahili
th|Thai|泰语|ไทย
tl|Filipino|菲律宾语|tagalog
tr|Turkish|土耳其语|türkçe
uk|Ukrainian|乌克兰语|українська
ur|Urdu|乌尔都语|اردو
uz|Uzbek|乌兹别克语|oʻzbek
vi|Vietnamese|越南语|tiếng việt
zh|Chinese|中文|汉语
`

/** What else people write. */
const alsoCalled: Readonly<Record<string, string>> = {
  ...{ 英文: 'en', 德文: 'de', 法文: 'fr', 日文: 'ja', 韩文: 'ko', 俄文: 'ru', 普通话: 'zh', 国语: 'zh', 华语: 'zh' },
  ...{ 西语: 'es', 葡语: 'pt', 阿语: 'ar', 泰文: 'th', mandarin: 'zh', no: 'nb', farsi: 'fa', castellano: 'es' },
}

const lines = languages
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [code: string, en: string, zh: string, own: string])

/** The codes there are, in order. */
export const LANGUAGES: readonly string[] = lines.map(([code]) => code)

/** What languages are called, by code. */
export const languageNames: Readonly<Record<Lang, Readonly<Record<string, string>>>> = bilingual(
  Object.fromEntries(lines.map(([code, en]) => [code, en])),
  Object.fromEntries(lines.map(([code, , zh]) => [code, zh])),
)

const byName = new Map<string, string>([
  ...lines.flatMap(([code, ...names]) => [code, ...names].map((name) => [plain(name), code] as const)),
  ...Object.entries(alsoCalled),
])

/** `简体中文`, `Chinese (Simplified)`, `en-US` and `pt_BR` are the language alone. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)$|^[繁简]体|[-_][a-z]{2,4}$/g, '')
    .trim()
}

/** The ISO 639-1 code of a language given as a code, or by its name in English, in Chinese or as its speakers call it; null for none. */
export function languageCode(text: string): string | null {
  const word = plain(text)
  return byName.get(word) ?? byName.get(word.replace(/文$/, '语')) ?? null
}

/** Names that may have been meant. */
export function nearLanguages(text: string): readonly string[] {
  return nearest(
    text,
    [...byName.keys()].filter((name) => name.length > 2),
  ).slice(0, 3)
}

/** The words a language is known by, in every language. */
export function languageWords(code: string): readonly string[] {
  return LANGS.map((lang) => languageNames[lang][code]!)
}
