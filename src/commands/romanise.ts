import { spellingsOf } from '../core/twins/spelling.js'

/** Says how names are spelled in Latin letters; the table of readings is loaded only where twins are sought. */
export async function nameSpeller(): Promise<(name: string) => readonly string[]> {
  const { pinyin } = await import('pinyin-pro')
  return (name) =>
    spellingsOf(name, (han) => pinyin(han, { toneType: 'none', type: 'array', surname: 'head', v: true }))
}
