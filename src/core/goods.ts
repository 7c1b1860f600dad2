/** What stands on a line of an order and is nothing a customer buys again: postage, fees, discounts, make-up payments. */
const charges = new RegExp(
  `^(?:${[
    'postage|(?:dotcom|dot com) postage|shipping|delivery|carriage|freight|handling|p&p|packing|insurance',
    '(?:shipping|delivery|postage|handling|service|transaction|packing|freight) (?:fee|fees|cost|costs|charge|charges)',
    '(?:shipping|postage|delivery) (?:and|&) (?:handling|packing|packaging)|bank charges|amazon fee|manual',
    'discount|rounding|deposit|tip|tips|gratuity|vat|sales tax|tax|gift wrap(?:ping)?|adjust bad debt',
  ].join('|')})$`,
)
const chineseCharges =
  /^(?:(?:补|补拍|补付|拍|付)?(?:运费|邮费|快递费|差价|差额|差)|邮差|补邮|运费险|税费|手续费|服务费|包装费|定金|尾款|折扣|优惠)(?:补差价?|补拍|补差|专拍|专用|专用链接|专拍链接|链接|补拍链接|差价|补款)*$/

/** Whether a product by this name is goods; one without a name is. */
export function isGoods(name: string): boolean {
  const folded = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return !charges.test(folded) && !chineseCharges.test(folded.replace(/[\s()[\]【】!！,，。、*-]/g, ''))
}
