/** A language the program speaks, besides its words: what follows from it everywhere. */
export interface Language {
  /** Of pages, for browsers and what reads them aloud (BCP 47). */
  readonly pageTag: string
  /** What the texts of a workbook are spelled in. */
  readonly spellingTag: string
  readonly signs: Signs
  /** The units numbers are shortened by, the largest first. */
  readonly shortUnits: readonly (readonly [size: number, sign: string])[]
  /** Of a language that does not have all words yet: which says those it lacks. English and Chinese have all. */
  readonly standIn?: 'en' | 'zh'
}

/** Signs with their blanks, as they stand between the parts of a sentence. */
interface Signs {
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  readonly and: string
  /** Brackets behind a word. */
  readonly open: string
  readonly close: string
  /** Between two sentences. */
  readonly gap: string
}

/**
 * The languages, an object each by its code, which `--lang`, the settings and the system's locale name it by. Another one needs its
 * object here, with a `standIn`, and speaks at once; its words are given to `bilingual` (lang.ts) one set after the other.
 */
export const languages = {
  en: {
    ...{ pageTag: 'en', spellingTag: 'en-US' },
    signs: { comma: ', ', semicolon: '; ', colon: ': ', and: ' and ', open: ' (', close: ')', gap: ' ' },
    shortUnits: [
      [1e9, 'B'],
      [1e6, 'M'],
      [1e3, 'k'],
    ],
  },
  zh: {
    ...{ pageTag: 'zh-Hans', spellingTag: 'zh-CN' },
    signs: { comma: '、', semicolon: '；', colon: '：', and: '和', open: '（', close: '）', gap: '' },
    // Ten thousands.
    shortUnits: [
      [1e8, '亿'],
      [1e4, '万'],
    ],
  },
} as const satisfies Readonly<Record<string, Language>>
