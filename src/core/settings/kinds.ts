import { type Meaning, meant } from './meaning.js'
import type { UsualSetting } from './setting.js'

/** The makers of settings of one kind each: what they take is said once. */

const yesWords: readonly string[] = ['yes', 'y', 'true', 'on', '是', '计入']
const noWords: readonly string[] = ['no', 'n', 'false', 'off', '否', '不计入']

/** Yes or no. */
export function yesNo(name: string, usual: 'yes' | 'no', meaning: Meaning): UsualSetting<boolean> {
  return {
    ...{ name, usual },
    words: meant(meaning, 'yes or no', 'yes（是）或 no（否）'),
    choices: () => ['yes', 'no'],
    read: (typed) =>
      yesWords.includes(typed.toLowerCase()) ? 'yes' : noWords.includes(typed.toLowerCase()) ? 'no' : null,
    value: (kept) => kept === 'yes',
  }
}

/** One of some words. */
export function oneOf<T extends string>(
  name: string,
  usual: T,
  choices: readonly T[],
  meaning: Meaning,
): UsualSetting<T> {
  return {
    ...{ name, usual },
    words: meant(meaning, choices.join(', '), choices.join('、')),
    choices: () => choices,
    read: (typed) => choices.find((choice) => choice === typed.toLowerCase()) ?? null,
    value: (kept) => kept as T,
  }
}

const amountWords: Readonly<Record<string, readonly string[]>> = { auto: ['自动'], none: ['off', '无', '不限'] }

/** An amount above zero in the base currency, as decimal text, or one of a few words. */
export function amountOr<W extends 'auto' | 'none'>(
  name: string,
  usual: W,
  choices: readonly W[],
  meaning: Meaning,
): UsualSetting<string> {
  return {
    ...{ name, usual },
    words: meant(
      meaning,
      `an amount such as 10000, or ${choices.join(' or ')}`,
      `金额，如 10000；也可以写 ${choices.join(' 或 ')}`,
    ),
    choices: () => choices,
    read: (typed) => {
      const word = typed.toLowerCase()
      const chosen = choices.find((choice) => choice === word || amountWords[choice]?.includes(word))
      const plain = typed.replace(/(?<=\d)[,，](?=\d{3}(\D|$))/g, '')
      const isAmount = /^\d{1,12}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0
      return chosen ?? (isAmount ? plain : null)
    },
    value: (kept) => kept,
  }
}

/** A whole number from `least` to `most`. */
export function wholeNumber(
  name: string,
  usual: number,
  [least, most]: readonly [number, number],
  meaning: Meaning,
): UsualSetting<number> {
  return {
    ...{ name, usual: String(usual) },
    words: meant(meaning, `a whole number from ${least} to ${most}`, `${least}至${most}的整数`),
    choices: () => [String(usual)],
    read: (typed) => {
      const number = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
      return number >= least && number <= most ? String(number) : null
    },
    value: Number,
  }
}

/** A number above zero with so many decimals at most, as decimal text. */
export function positiveNumber(name: string, usual: string, decimals: number, meaning: Meaning): UsualSetting<string> {
  return {
    ...{ name, usual },
    words: meant(meaning, `a number above zero, such as ${usual}`, `大于零的数字，如 ${usual}`),
    choices: () => [usual],
    read: (typed) => {
      const isNumber = new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`).test(typed) && Number(typed) > 0
      return isNumber ? typed : null
    },
    value: (kept) => kept,
  }
}

const offWords: readonly string[] = ['off', 'no', 'none', '关', '关闭', '无', '不限', '不设']

/** A whole number from `least` to `most`, or that there is none: null. */
export function wholeNumberOrOff(
  name: string,
  usual: number | null,
  [least, most]: readonly [number, number],
  meaning: Meaning,
): UsualSetting<number | null> {
  const number = wholeNumber(name, usual ?? least, [least, most], meaning)
  const shown = usual === null ? 'off' : String(usual)
  const { en, zh } = number.words
  return {
    ...{ name, usual: shown },
    words: meant(meaning, `${en.takes}, or off`, `${zh.takes}；也可以写 off（不限）`),
    choices: () => [...new Set([shown, 'off'])],
    read: (typed) => (offWords.includes(typed.toLowerCase()) ? 'off' : number.read(typed)),
    value: (kept) => (kept === 'off' ? null : Number(kept)),
  }
}

/** A few words of the seller's own, up to so many characters, or that there are none: null; kept with single blanks. */
export function textOrOff(name: string, most: number, example: Meaning, meaning: Meaning): UsualSetting<string | null> {
  return {
    ...{ name, usual: 'off' },
    words: meant(
      meaning,
      `up to ${most} characters, such as ${example.en}, or off`,
      `最多${most}个字，如 ${example.zh}；也可以写 off（不设）`,
    ),
    choices: () => ['off'],
    read: (typed) => {
      const text = typed.replace(/\s+/g, ' ').trim()
      if (offWords.includes(text.toLowerCase())) return 'off'
      return text !== '' && [...text].length <= most && !/\p{C}/u.test(text) ? text : null
    },
    value: (kept) => (kept === 'off' ? null : kept),
  }
}

/** What numbers in a row must be like. */
export interface Rising {
  /** How many there are. */
  readonly count: number
  readonly least: number
  readonly most: number
  readonly decimals: number
}

/** Rising numbers separated by commas, `80,95`. */
export function risingNumbers(
  name: string,
  usual: readonly number[],
  shape: Rising,
  meaning: Meaning,
): UsualSetting<readonly number[]> {
  const { count, least, most } = shape
  const bounds = Number.isFinite(most) ? [` from ${least} to ${most}`, `，${least}至${most}`] : ['', '']
  return {
    ...{ name, usual: usual.join(',') },
    words: meant(
      meaning,
      `${count} rising numbers${bounds[0]}, such as ${usual.join(',')}`,
      `${count}个从小到大的数字${bounds[1]}，如 ${usual.join(',')}`,
    ),
    choices: () => [usual.join(',')],
    read: (typed) => readRising(typed, shape)?.join(',') ?? null,
    value: (kept) => kept.split(',').map(Number),
  }
}

/** Rising amounts in the base currency separated by commas, or the usual word when something else decides. */
export function risingAmounts(name: string, most: number, meaning: Meaning): UsualSetting<readonly number[]> {
  const usual = 'auto'
  return {
    ...{ name, usual },
    words: meant(
      meaning,
      `up to ${most} rising amounts such as 50,200,1000, or ${usual}`,
      `最多${most}个从小到大的金额，如 50,200,1000；也可以写 ${usual}`,
    ),
    choices: () => [usual, '50,200,1000'],
    read: (typed) => {
      if (typed.toLowerCase() === usual || typed === '自动') return usual
      const count = typed.split(/[,，;；\s]+/).filter((part) => part !== '').length
      if (count > most) return null
      return readRising(typed, { count, least: 0.01, most: Number.POSITIVE_INFINITY, decimals: 2 })?.join(',') || null
    },
    value: (kept) => (kept === usual ? [] : kept.split(',').map(Number)),
  }
}

/** Names separated by commas, one that holds a comma in double quotes, or a word for all of them; kept as they are typed, each once. */
export function namesOrAll(name: string, example: Meaning, meaning: Meaning): UsualSetting<readonly string[]> {
  const usual = 'all'
  return {
    ...{ name, usual },
    words: meant(
      meaning,
      `names separated by commas, such as ${example.en}, or ${usual}`,
      `名称，用逗号隔开，如 ${example.zh}；也可以写 ${usual}（全部）`,
    ),
    choices: () => [usual],
    read: (typed) => {
      if ([usual, '全部', '所有'].includes(typed.trim().toLowerCase())) return usual
      const names = namesIn(typed)
      return names === null || names.length === 0 ? null : quotedNames(names)
    },
    value: (kept) => (kept === usual ? [] : (namesIn(kept) ?? [])),
  }
}

/** A list of names as it is typed. */
export function quotedNames(names: readonly string[]): string {
  return names.map((name) => (/[,，;；、"“”]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',')
}

/** The names of a list as typed, each once; null where a quote is not closed. */
function namesIn(typed: string): string[] | null {
  const names: string[] = []
  let rest = typed.trim()
  while (rest !== '') {
    const [whole, quoted, curly, plain] =
      /^(?:"((?:[^"]|"")*)"|“([^”]*)”|([^,，;；、"“”]*))\s*(?:[,，;；、]\s*|$)/.exec(rest) ?? []
    if (whole === undefined || whole === '') return null
    const name = (quoted?.replaceAll('""', '"') ?? curly ?? plain ?? '').trim()
    if (name !== '' && !names.includes(name)) names.push(name)
    rest = rest.slice(whole.length)
  }
  return names
}

function readRising(typed: string, { count, least, most, decimals }: Rising): number[] | null {
  const parts = typed.split(/[,，;；\s]+/).filter((part) => part !== '')
  const form = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`)
  const numbers = parts.map((part) => (form.test(part) ? Number(part) : Number.NaN))
  const isRising = numbers.every((n, i) => n >= least && n <= most && (i === 0 || n > numbers[i - 1]!))
  return numbers.length === count && isRising ? numbers : null
}
