import { allIn, type Element } from './part-tree.js'

/** The order in which an element's children must stand, by ECMA-376 part 1 (CT_*); Excel repairs a workbook that has another. */
const orders: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing',
  cfRule: 'formula colorScale dataBar iconSet',
  colorScale: 'cfvo color',
  dataBar: 'cfvo color',
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes',
  'c:chart':
    'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs',
  'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
  'c:plotArea': 'c:layout c:barChart c:scatterChart c:valAx c:catAx c:dTable c:spPr',
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
  'c:scatterChart': 'c:scatterStyle c:varyColors c:ser c:dLbls c:axId',
  'c:barChart/c:ser':
    'c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape',
  'c:scatterChart/c:ser':
    'c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:xVal c:yVal c:smooth',
  'c:marker': 'c:symbol c:size c:spPr',
  'c:dLbls':
    'c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines',
  'c:dLbl':
    'c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator',
  'c:catAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl',
  'c:valAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits',
  'c:scaling': 'c:logBase c:orientation c:max c:min',
  'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
  'c:tx': 'c:strRef c:rich c:v',
  'c:strRef': 'c:f c:strCache',
  'c:numRef': 'c:f c:numCache',
  'c:strCache': 'c:ptCount c:pt',
  'c:numCache': 'c:formatCode c:ptCount c:pt',
  'c:spPr': 'a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:gradFill a:pattFill a:ln',
  'a:ln': 'a:noFill a:solidFill a:prstDash a:custDash a:round a:bevel a:miter a:headEnd a:tailEnd',
  'c:rich': 'a:bodyPr a:lstStyle a:p',
  'c:txPr': 'a:bodyPr a:lstStyle a:p',
  'a:p': 'a:pPr a:r a:br a:fld a:endParaRPr',
  'a:r': 'a:rPr a:t',
  'xdr:oneCellAnchor':
    'xdr:from xdr:ext xdr:sp xdr:grpSp xdr:graphicFrame xdr:cxnSp xdr:pic xdr:contentPart xdr:clientData',
  'xdr:from': 'xdr:col xdr:colOff xdr:row xdr:rowOff',
  'xdr:graphicFrame': 'xdr:nvGraphicFramePr xdr:xfrm a:graphic',
}

/** Elements that must not be left out where their parent stands. */
const needed: Readonly<Record<string, string>> = {
  'c:barChart': 'c:barDir c:axId',
  'c:scatterChart': 'c:scatterStyle c:axId',
  'c:catAx': 'c:axId c:scaling c:axPos c:crossAx',
  'c:valAx': 'c:axId c:scaling c:axPos c:crossAx c:crossBetween',
  'c:dLbl': 'c:idx',
  'xdr:graphicFrame': 'xdr:nvGraphicFramePr xdr:xfrm a:graphic',
  'xdr:oneCellAnchor': 'xdr:from xdr:ext xdr:clientData',
}

/** Where a part departs from the format: children out of order, unknown or missing. */
export function disorderIn(part: Element): string[] {
  return allIn(part).flatMap((parent) =>
    parent.children.flatMap((child) => disorder(child, parent.name)).concat(disorder(parent, '')),
  )
}

function disorder(element: Element, parent: string): string[] {
  const key = element.name === 'c:ser' ? `${parent}/c:ser` : element.name
  const order = orders[key]?.split(' ')
  if (order === undefined) return []
  const names = element.children.map(({ name }) => name)
  // Axes of a plot area may alternate.
  const places = names.map((name) => order.indexOf(name === 'c:catAx' ? 'c:valAx' : name))
  return [
    ...names.filter((_, at) => places[at] === -1).map((name) => `${key}: ${name} unknown`),
    ...names.filter((_, at) => at > 0 && places[at]! < places[at - 1]!).map((name) => `${key}: ${name} too late`),
    ...(needed[key]?.split(' ') ?? []).filter((name) => !names.includes(name)).map((name) => `${key}: ${name} missing`),
  ]
}
