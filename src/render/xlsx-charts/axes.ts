import type { Lang } from '../../core/values/lang.js'
import { colors, lineOf, titled, wordsOf, xmlText } from './markup.js'

/** The axes' numbers inside their chart. */
export const AXES = '<c:axId val="1"/><c:axId val="2"/>'

const SIZE = 900

interface ValueAxis {
  readonly id: 1 | 2
  readonly at: 'b' | 'l'
  readonly format: string
  readonly lang: Lang
  readonly title?: string
  /** Its words and line are not drawn: the figures stand at the bars. */
  readonly isHidden?: boolean
  readonly most?: number
  /** Crosses the other axis at its far end, where that one runs backwards. */
  readonly isAcross?: boolean
  /** A bar needs room on either side of a name, a curve does not. */
  readonly between: 'between' | 'midCat'
}

/** An axis of figures. */
export function valueAxis({
  id,
  at,
  format,
  lang,
  title,
  isHidden = false,
  most,
  isAcross = false,
  between,
}: ValueAxis): string {
  const scale = most === undefined ? '' : `<c:max val="${most}"/><c:min val="0"/>`
  const grid = isHidden ? '' : `<c:majorGridlines><c:spPr>${lineOf(colors.line, 0.75)}</c:spPr></c:majorGridlines>`
  return `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${scale}</c:scaling><c:delete val="${isHidden ? 1 : 0}"/><c:axPos val="${at}"/>${grid}${
    title === undefined ? '' : titled(title, lang, SIZE)
  }<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>${ticks('nextTo')}<c:crossAx val="${3 - id}"/><c:crosses val="${
    isAcross ? 'max' : 'autoZero'
  }"/><c:crossBetween val="${between}"/></c:valAx>`
}

/** An axis of names; `isDown` reads from the top. */
export function nameAxis(at: 'b' | 'l', isDown: boolean): string {
  const order = isDown ? 'maxMin' : 'minMax'
  return `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${at}"/><c:numFmt formatCode="General" sourceLinked="0"/>${ticks('low')}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
}

function ticks(labels: 'nextTo' | 'low'): string {
  return `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/><c:spPr>${lineOf(colors.line, 0.75)}</c:spPr>${wordsOf(SIZE, colors.soft)}`
}
