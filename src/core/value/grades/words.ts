import { bilingual, type Lang } from '../../values/lang.js'
import type { GradeKind } from './decision.js'

/** Best first, as the reports show them. */
export const CLASSES = ['strategic', 'key', 'general', 'potential'] as const
export type CustomerClass = (typeof CLASSES)[number]

/** Best first. */
export const COLOURS = ['green', 'yellow', 'red', 'black'] as const
export type Colour = (typeof COLOURS)[number]

export const BUYER_TYPES = ['end-user', 'reseller', 'gift'] as const
export type BuyerType = (typeof BUYER_TYPES)[number]

export const POTENTIALS = ['big-order', 'steady'] as const
export type Potential = (typeof POTENTIALS)[number]

/** Service levels; `none` is that of who is blocked. */
export const LEVELS = ['A', 'B', 'C', 'none'] as const
export type Level = (typeof LEVELS)[number]

/** How grades are called; a colour never stands without what it means. */
export const gradeWords = bilingual(
  {
    kinds: {
      tier: 'tier by hand',
      class: 'class by hand',
      vip: 'VIP',
      credit: 'credit list by hand',
      'buyer-type': 'buyer type',
      referrer: 'referrer',
    } satisfies Record<GradeKind, string>,
    vip: { yes: 'yes', no: 'no' },
    classes: { strategic: 'strategic', key: 'key', general: 'general', potential: 'potential' } satisfies Record<
      CustomerClass,
      string
    >,
    colours: {
      green: 'green list (good credit)',
      yellow: 'yellow list (fair)',
      red: 'red list (ordinary)',
      black: 'black list (bad)',
    } satisfies Record<Colour, string>,
    buyerTypes: { 'end-user': 'end user', reseller: 'reseller', gift: 'gift buyer' } satisfies Record<
      BuyerType,
      string
    >,
    potentials: { 'big-order': 'big-order potential', steady: 'steady-trade potential' } satisfies Record<
      Potential,
      string
    >,
    levels: { A: 'A', B: 'B', C: 'C', none: 'none' } satisfies Record<Level, string>,
  },
  {
    kinds: {
      tier: '人工指定类别',
      class: '人工指定客户等级',
      vip: 'VIP客户',
      credit: '人工指定信用名单',
      'buyer-type': '买家类型',
      referrer: '推荐人',
    },
    vip: { yes: '是', no: '否' },
    classes: { strategic: '战略客户', key: '重点客户', general: '一般客户', potential: '潜在客户' },
    colours: {
      green: '绿名单（信用好）',
      yellow: '黄名单（较好）',
      red: '红名单（一般）',
      black: '黑名单（差）',
    },
    buyerTypes: { 'end-user': '终端买家', reseller: '转销型买家', gift: '礼品买家' },
    potentials: { 'big-order': '大单潜力', steady: '稳定采购潜力' },
    levels: { A: 'A', B: 'B', C: 'C', none: '无' },
  },
)

/** A decided value as people read it; a referrer's id stays as it is. Null where nothing is decided. */
export function gradeText(what: GradeKind, value: string | null, lang: Lang): string | null {
  const words = gradeWords[lang]
  const texts: Partial<Record<GradeKind, Readonly<Record<string, string>>>> = {
    class: words.classes,
    vip: words.vip,
    credit: words.colours,
    'buyer-type': words.buyerTypes,
  }
  return value === null ? null : (texts[what]?.[value] ?? value)
}
