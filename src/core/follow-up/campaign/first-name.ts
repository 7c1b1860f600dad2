const title = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|mme|herr|frau|se[nñ]or|se[nñ]ora)\.?\s+/i

const firm =
  /\b(?:ltd|limited|inc|llc|llp|gmbh|corp|co|company|group|trading|import|export|shop|store|studio|cafe|restaurant|hotel|school|office|house|tea|coffee|market|club|gallery|garden|salon|spa|bar|bakery|kitchen|boutique|design|designs|media|international|global|services|team|sales|service|buyer|customer|user|member|account|amazon|ebay|etsy|shopify|alibaba|aliexpress|the|and|und)\b|&/i

/** A family name begins with one of them, wherever it stands. */
const particle =
  /^(?:van|von|vom|zu|zum|de|del|della|di|da|dos|das|du|den|der|ter|ten|la|le|el|bin|binte|st|saint|o['’].*|d['’].*)$/i

/** Where the family name stands first, also in Latin letters. */
const familyFirst: ReadonlySet<string> = new Set(['CN', 'HK', 'HU', 'JP', 'KR', 'MO', 'SG', 'TW', 'VN'])

/** The commonest family names of those who write them first, without their marks; few of them are first names elsewhere. */
const familyNames: ReadonlySet<string> = new Set(
  [
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng',
    'han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong tan liao',
    'fan wong chan cheung leung lau lam ng cheng tse kwok chow yeung ho tsang hsu hsieh tsai chang lai chiu',
    'nguyen tran pham hoang phan vu vo dang bui ngo duong ly le do',
    'kim lee park choi jung jeong kang cho yoon jang lim oh seo shin kwon hwang ahn hong bae',
    'nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros',
    'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi',
  ].flatMap((names) => names.split(' ')),
)

/**
 * How somebody is greeted by first name: `Jack` of `Jack Cole`, `Mr Jack Cole` and `COLE, JACK`. The whole name where no first name is certain: where
 * the family name stands first or may, of firms and nicknames, and of initials or a title with one word.
 */
export function firstName(name: string, country: string | null): string {
  if (!/^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(name) || firm.test(name)) return name
  if (country !== null && familyFirst.has(country)) return name
  const [family = '', given] = name.split(',').map((part) => part.trim())
  const written = given || family
  const untitled = written.replace(title, '')
  const [first = '', ...others] = untitled.split(/\s+/)
  const isTitledAlone = untitled !== written && others.length === 0
  const isFamily = !given && (particle.test(first) || familyNames.has(bare(first)))
  return isTitledAlone || isFamily || first.length < 2 || first.includes('.') ? name : capitalised(first)
}

/** `Nguyễn` as `nguyen`. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')
}

/** `JACK` and `jack` as they are written in a letter; `McCoy` stays. */
function capitalised(word: string): string {
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return word
  return word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (start) => start.toUpperCase())
}
