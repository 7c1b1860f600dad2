import { formatMinor } from '../../core/values/money.js'
import { both, type Sayings } from './saying.js'

/** Findings about what orders came to, were paid and cost. */
export const amountIssues: Sayings = {
  'amount.small': both(
    (p) => [
      `${p.value} is little for an order in this currency: was it in thousands, as 195.000, before a spreadsheet program saved the file?`,
      'Import the file as the shop exported it, without opening and saving it in between. If the amounts are right, nothing needs to be done.',
    ],
    (p) => [
      `${p.value} 对这个币种来说太小：是不是原为 195.000 这样的千位写法，被表格软件另存时改掉了？`,
      '请直接导入平台导出的原文件，中间不要用表格软件打开再保存。如果金额没错，不用处理。',
    ],
  ),
  'order.part-paid': both(
    (p) => [
      `only ${formatMinor(Number(p.paid), String(p.currency))} of ${formatMinor(Number(p.total), String(p.currency))} was paid: counted as a sale of all of it`,
      'If it is not to count before all is paid, write 0 there or "unpaid" into a status column, and import the file again.',
    ],
    (p) => [
      `${formatMinor(Number(p.total), String(p.currency))} 里只收到 ${formatMinor(Number(p.paid), String(p.currency))}：仍按全额计入销售`,
      '如果没付清之前不该计入，请把这一格改成 0，或在状态列写“未付款”，再导入一次。',
    ],
  ),
  'orders.paid-how': both(
    (p) => [
      `the column says how orders were paid (${p.ways}): taken as paid; ${p.blanks} left blank taken as not paid, and not counted`,
      'If they were paid, write how, or "yes", into the blank cells and import the file again. If the column is not kept for all orders, name it "Payment method" and import again.',
    ],
    (p) => [
      `这一列写的是怎么付的（${p.ways}）：写了的按已付款，空着的 ${p.blanks} 个订单按未付款，没有计入销售`,
      '如果其实付了，请在空格里填上怎么付的或“是”，再导入一次；如果这一列不是每单都填，请把表头改成“支付方式”，再导入一次。',
    ],
  ),
  'order.deposit': both(
    (p) => [
      `no column says what orders came to: "${p.header}" and "${p.rest}" together are taken for it`,
      'If the amount stands in one column, take the import back (crm undo) and name it: --map orderTotal="HEADER"',
    ],
    (p) => [
      `表里没有订单总额：按“${p.header}”加“${p.rest}”计算`,
      '如果某一列就是订单金额，请先用 crm undo 撤销，再注明：--map orderTotal="表头"',
    ],
  ),
  'order.parts-differ': both(
    (p) => [
      `the order comes to ${p.value}, its deposit and the rest to ${p.paid}: ${p.value} counts`,
      'If what was paid is right, correct the total and import the file again; if the total is right, nothing needs to be done.',
    ],
    (p) => [
      `总额是 ${p.value}，定金加尾款是 ${p.paid}：按总额 ${p.value} 计算`,
      '如果总额写错了，请改正后再导入一次；如果总额没错，不用处理。',
    ],
  ),
  'order.deposit-only': both(
    (p) => [
      `"${p.rest}" is not paid or not filled in: the order counts with its deposit, ${p.value}`,
      'When the rest is paid, fill it in and import the file again: the order is updated, not counted twice.',
    ],
    (p) => [
      `“${p.rest}”没付或没填：这个订单先按定金 ${p.value} 计算`,
      '收到以后填上，再导入一次；订单会更新，不会重复计算。',
    ],
  ),
  'discount.rate': both(
    (p) => [
      `"${p.value}" is read as a rate: ${p.percent} % of price times quantity is paid; the other rates of the sheet likewise, each on its own row`,
      'If that is wrong, take the import back (crm undo), add a column with what each order came to (Amount), and import the file again.',
    ],
    (p) => [
      `“${p.value}”按折扣率读：实付为单价乘数量的 ${p.percent}%；表里其他折扣率也这样读，只算在它所在的那一行`,
      '如果不对，请先用 crm undo 撤销，加一列“金额”，填上每单实收多少，再导入一次。',
    ],
  ),
  'discount.beside': both(
    (p) => [
      `"${p.value}" is a rate: the amount of the order counts as it stands, nothing more is taken off; so with the other rates of the sheet`,
      'If the amounts are those before the discount, take the import back (crm undo), write what was paid there instead, and import the file again.',
    ],
    (p) => [
      `“${p.value}”是折扣率：订单按表里的金额计算，不再另外打折；表里其他折扣率也一样`,
      '如果表里的金额是打折前的，请先用 crm undo 撤销，改成实收金额，再导入一次。',
    ],
  ),
  'discount.fraction': both(
    (p) => [
      `${p.value} is taken as an amount, and is very little for a discount: Excel keeps 10% as 0.1`,
      'If it is a rate, take the import back (crm undo), write it with words (10% off, 9折), and import the file again.',
    ],
    (p) => [
      `${p.value} 按金额扣减，作为优惠太少了：Excel 会把 10% 存成 0.1`,
      '如果其实是折扣率，请先用 crm undo 撤销，写成“9折”或“优惠10%”，再导入一次。',
    ],
  ),
  'discount.full': both(
    (p) => [
      `"${p.header}" is price times quantity, so the discount ${p.value} is not taken off in it: it counts as it stands; so with other rows`,
      `If the discount is still to be taken off, take the import back (crm undo) and import the file again with --map goodsTotal="${p.header}". If the price is the one after the discount, nothing needs to be done.`,
    ],
    (p) => [
      `“${p.header}”正好等于单价乘数量，没有减掉优惠 ${p.value}：按表里的金额计算，其他行也一样`,
      `如果还要再减优惠，请先用 crm undo 撤销，再加上 --map goodsTotal="${p.header}" 重新导入；如果单价已经是优惠后的价格，不用处理。`,
    ],
  ),
  'discount.row': both(
    (p) => [
      `"${p.value}" stands on one row of ${p.number === '' ? 'an order' : `order ${p.number}`}, other rows of it have no discount: taken off this row only`,
      'If it is of the whole order, take the import back (crm undo), write it on each of its rows, save the file, and import it again.',
    ],
    (p) => [
      `${p.number === '' ? '同一订单' : `订单 ${p.number} `}有好几行，只有这一行写着“${p.value}”：只按这一行打折`,
      '如果整单都打折，请先用 crm undo 撤销，在这个订单的每一行都填上，保存后再导入一次。',
    ],
  ),
  'discount.ignored': both(
    (p) => [
      `no discount that is understood: "${p.value}"; the order was taken with its amount`,
      'Nothing needs to be done if the amount is what was paid. To keep the discount, write it as an amount (10) or a rate (10% off, 9折).',
    ],
    (p) => [
      `折扣看不懂：“${p.value}”；订单已按表里的金额导入`,
      '如果金额就是实收，可以不管；想记下折扣，请写成金额（10）或折扣率（9折、优惠10%）。',
    ],
  ),
  'discount.unclear': both(
    (p) => [
      `how much "${p.value}" takes off is not clear, and no column says what the order came to`,
      'Write 9折 or 10% off, or the discount as an amount, and import the file again.',
    ],
    (p) => [
      `“${p.value}”看不出优惠了多少，表里又没有订单金额`,
      '请写成“9折”或“优惠10%”，或填写优惠的金额，再导入一次。',
    ],
  ),
  'total.differs': both(
    (p) => [
      `the sheet's own total is ${formatMinor(Number(p.stated), String(p.currency))}, its orders add up to ${formatMinor(Number(p.sum), String(p.currency))}`,
      'The orders were taken as they are; the total was not. Check whether rows are missing or the total is out of date; Excel does not add up amounts that stand as text.',
    ],
    (p) => [
      `表里的合计是 ${formatMinor(Number(p.stated), String(p.currency))}，各订单相加是 ${formatMinor(Number(p.sum), String(p.currency))}`,
      '订单按各行导入，合计不导入。请核对是否缺了行、合计没有更新，或有的金额是文本格式（Excel 求和时不算）。',
    ],
  ),
  'cost.ignored': both(
    (p) => [
      `not an amount, left out: "${p.value}"`,
      'This keeps no order out; what it cost is unknown. Write the amount as a number, as soon as you know it, and import the file again.',
    ],
    (p) => [
      `不是金额，已略过：“${p.value}”`,
      '这一项不影响订单导入，只是成本或费用未知。金额确定后填成数字，再导入一次即可。',
    ],
  ),
  'cost.other-currency': both(
    (p) => [
      `this is in ${p.cost}, the order in ${p.order}: left out`,
      'This keeps no order out; what it cost is unknown. Write costs and fees in the currency of the sale. If the sales are in another currency than said here, name it with --currency.',
    ],
    (p) => [
      `这里是 ${p.cost}，订单是 ${p.order}：没有采用`,
      '这一项不影响订单导入，只是成本或费用未知。请把成本和费用换算成订单的币种；如果这里说的订单币种不对，请用 --currency 注明。',
    ],
  ),
}
