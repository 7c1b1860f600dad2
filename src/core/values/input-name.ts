import { bilingual, type Lang } from './lang.js'

const words = bilingual({ standardInput: 'standard input' }, { standardInput: '标准输入' })

/** How a command line and the ledger name what another program hands over. */
export const standardInput = '-'

/** An input file as people read its name. */
export function shownInput(file: string, lang: Lang): string {
  return file === standardInput ? words[lang].standardInput : file
}
