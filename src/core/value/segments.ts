/**
 * The eleven segments by RFM code (ALGORITHMS §2.1), after the list published for Squeezely and Spotler Activate. Every
 * one of the 125 codes stands exactly once.
 */
import { bilingual } from '../values/lang.js'

/** Best first, as the reports show them. */
export const SEGMENT_CODES = {
  champions: '555 554 544 545 454 455 445',
  loyal: '543 444 435 355 354 345 344 335',
  'potential-loyalist':
    '553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323',
  new: '512 511 422 421 412 411 311',
  promising: '525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313',
  'need-attention': '535 534 443 434 343 334 325 324',
  'about-to-sleep': '331 321 312 221 213 231 241 251',
  'at-risk': '255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124',
  'cannot-lose': '155 154 144 214 215 115 114 113',
  hibernating: '332 322 233 232 223 222 132 123 122 212 211',
  lost: '111 112 121 131 141 151',
} as const

export type Segment = keyof typeof SEGMENT_CODES

export const SEGMENTS = Object.keys(SEGMENT_CODES) as readonly Segment[]

const byCode: ReadonlyMap<number, Segment> = new Map(
  SEGMENTS.flatMap((segment) => SEGMENT_CODES[segment].split(' ').map((code) => [Number(code), segment] as const)),
)

/** The segment of a customer with these scores (1–5 each); null without scores. */
export function segmentOf(r: number, f: number, m: number): Segment | null {
  return byCode.get(r * 100 + f * 10 + m) ?? null
}

/** The segments' names as people read them. */
export const segmentWords = bilingual<Record<Segment, string>>(
  {
    champions: 'Champions',
    loyal: 'Loyal',
    'potential-loyalist': 'Potential loyalist',
    new: 'New',
    promising: 'Promising',
    'need-attention': 'Need attention',
    'about-to-sleep': 'About to sleep',
    'at-risk': 'At risk',
    'cannot-lose': 'Cannot lose',
    hibernating: 'Hibernating',
    lost: 'Lost',
  },
  {
    champions: '核心客户',
    loyal: '忠诚客户',
    'potential-loyalist': '潜在忠诚客户',
    new: '新客户',
    promising: '有潜力客户',
    'need-attention': '需要关注',
    'about-to-sleep': '即将沉睡',
    'at-risk': '流失风险',
    'cannot-lose': '不能流失',
    hibernating: '沉睡客户',
    lost: '已流失',
  },
)
