import type { Issue } from '../../core/values/issue.js'
import { formatMinor } from '../../core/values/money.js'
import { both, type Sayings } from './saying.js'

/** An order by its number; one without is the row's. */
const orderEn = ({ number }: Issue['params']): string => (number === '' ? 'this order' : `order ${number}`)
const orderZh = ({ number }: Issue['params']): string => (number === '' ? '这笔订单' : `订单 ${number} `)
type Params = Parameters<Sayings[string]['en']>[0]

const kindsEn = { sold: 'counted as sales', back: 'counted as given back', out: 'not counted' }
const kindsZh = { sold: '按销售计入', back: '按退货扣减', out: '没有计入' }

const countedAs = (p: Params, kinds: typeof kindsEn): string =>
  p.isCounted === 0 ? kinds.out : Number(p.sum) < 0 ? kinds.back : kinds.sold

/** Whether there are more rows than are named. */
const isCut = (p: Params): boolean => Number(p.count) > String(p.rows).split(', ').length

/** Findings about orders and what they add up to. */
export const orderIssues: Sayings = {
  'refund.unknown': both(
    () => [
      'partly refunded, but the file does not say how much',
      'The order counts in full until a file with the refund is imported; export it with the refund column.',
    ],
    () => ['部分退款，但表里没有退款金额', '在导入带退款金额的表之前，这个订单按全额计算；请导出时勾选退款金额。'],
  ),
  'refund.part': both(
    (p) => [
      `partly refunded ("${p.value}"), but not how much: nothing taken off`,
      'Write the amount that was given back into the cell instead, and import the file again.',
    ],
    (p) => [`写着“${p.value}”，但没写退了多少：没有扣减`, '请把这一格改成退款金额，再导入一次。'],
  ),
  'refund.exceeds': both(
    () => ['more was refunded than was paid', 'The difference lowers the customer’s net revenue. Check both amounts.'],
    () => ['退款多于实付金额', '多退的部分会从该客户的净销售额里扣除，请核对两个金额。'],
  ),
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
  'parcel.refused': both(
    (p) => [
      `the parcel is "${p.value}": not counted as a sale`,
      'If it was paid for all the same, write "paid" into a status column, and import the file again.',
    ],
    (p) => [`包裹是“${p.value}”，没有计入销售`, '如果这一单还是收了钱，请在状态列写“已付款”，再导入一次。'],
  ),
  'parcel.counted': both(
    (p) => [
      `the parcel is "${p.value}", yet ${orderEn(p)} is counted as sold by what its other cells say`,
      'If it is no sale, write "cancelled" (never paid) or "refunded" into its status, and import the file again.',
    ],
    (p) => [
      `包裹是“${p.value}”，但${orderZh(p).trim()}的其他内容说已售出，仍计入销售`,
      '如果这一单没有成交，请把它的状态改成“已取消”（没付过款）或“已退款”，再导入一次。',
    ],
  ),
  'refund.not-given': both(
    (p) => [
      `the refund beside it is "${p.value}": not taken off`,
      'When the money has gone back, import the file with its new state; then it is taken off.',
    ],
    (p) => [`这笔退款是“${p.value}”，没有扣减`, '钱退出去以后，把更新了状态的文件再导入一次，就会扣减。'],
  ),
  'refund.once': both(
    (p) => [
      `"${p.value}" stands on ${p.cells} rows of one order: taken off once`,
      'If each of the rows gave back that much, write the sum of it on each of them instead, save the file, and import it again.',
    ],
    (p) => [
      `一个订单有 ${p.cells} 行都写着“${p.value}”，只扣减了一次`,
      '如果每一行都各退了这么多，请在这几行都改写成退款总额，保存后再导入一次。',
    ],
  ),
  'row.not-counted': both(
    (p) => [
      `this row says "${p.value}", other rows of ${p.number === '' ? 'its order' : `order ${p.number}`} do not: it is not counted, the order comes to ${formatMinor(Number(p.sum), String(p.currency))}`,
      'If the row counts as well, take the import back (crm undo), give the row the state of the others, save the file, and import it again.',
    ],
    (p) => [
      `${p.number === '' ? '同一订单' : `订单 ${p.number} `}的各行状态不同，这一行是“${p.value}”，没有计入；该订单按 ${formatMinor(Number(p.sum), String(p.currency))} 计算`,
      '如果这一行也要计入，请先用 crm undo 撤销，把它的状态改成和其他行一样，保存后再导入一次。',
    ],
  ),
  'row.goes-on': both(
    (p) => [
      `this row of order ${p.number} says "${p.value}", those below it say nothing: taken as "${p.value}" as well`,
      'If it is this row alone, take the import back (crm undo), write the state of the others into their rows (paid, shipped …), save the file, and import it again.',
    ],
    (p) => [
      `订单 ${p.number} 的这一行是“${p.value}”，下面几行没写状态：也按“${p.value}”处理`,
      '如果只有这一行是这样，请先用 crm undo 撤销，在其他行填上各自的状态（如“已付款”），保存后再导入一次。',
    ],
  ),
  'row.given-back': both(
    (p) => [
      `this row says "${p.value}" beside rows of ${p.number === '' ? 'its order' : `order ${p.number}`} that do not: its ${formatMinor(Number(p.sum), String(p.currency))} is taken as sold and given back`,
      'If it is money given back of the other rows, take the import back (crm undo), write the amount with a minus, save the file, and import it again.',
    ],
    (p) => [
      `${p.number === '' ? '同一订单' : `订单 ${p.number} `}的各行状态不同，这一行是“${p.value}”：${formatMinor(Number(p.sum), String(p.currency))} 按卖出后又退掉计算`,
      '如果这是从其他行里退还的钱，请先用 crm undo 撤销，把这一格的金额改成负数，保存后再导入一次。',
    ],
  ),
  'order.cancelled': both(
    (p) => [
      `${p.number === '' ? 'the order' : `order ${p.number}`} is "${p.paid}" on another row and "${p.value}" on this one: it is taken as cancelled and not counted`,
      'If it was not cancelled, take the import back (crm undo), delete this row, save the file, and import it again.',
    ],
    (p) => [
      `${p.number === '' ? '这个订单' : `订单 ${p.number} `}有一行是“${p.paid}”，这一行是“${p.value}”：按已取消处理，不计入销售`,
      '如果没有取消，请先用 crm undo 撤销，删掉这一行，保存后再导入一次。',
    ],
  ),
  'refund.loose': both(
    (p) => [
      `${p.value} was given back and the row does not say for which sale: not taken off`,
      'Put the sale’s own number into the order number column of the row, save the file, and import it again; then it is taken off.',
    ],
    (p) => [
      `退款 ${p.value} 没写是哪一笔收入的，没有扣除`,
      '请在这一行的订单号（商户单号）里填上那笔收入的单号，保存后再导入一次，就会扣除。',
    ],
  ),
  'kind.unknown': both(
    (p) => [
      `"${p.value}" (${Number(p.count) === 1 ? 'row' : 'rows'} ${p.rows}${isCut(p) ? ` …, ${p.count} in all` : ''}) is no kind of ${p.isCounted ? 'slip' : 'document'} known here: ${countedAs(p, kindsEn)}, ${formatMinor(Math.abs(Number(p.sum)), String(p.currency))}`,
      p.isCounted
        ? 'If they are none, take the import back (crm undo), write what they are there (Sale, Return, Exchange, Void, Gift card …), save the file, and import it again.'
        : 'If they are to count, write what they are there (Invoice, Credit note), save the file, and import it again.',
    ],
    (p) => [
      `不认识的单据类型“${p.value}”（第 ${String(p.rows).replaceAll(', ', '、')} 行${isCut(p) ? `等 ${p.count} 行` : ''}）：${countedAs(p, kindsZh)}，共 ${formatMinor(Math.abs(Number(p.sum)), String(p.currency))}`,
      p.isCounted
        ? '如果不是，请先用 crm undo 撤销，在这一列写明是什么（销售单、退货单、换货单、作废、充值等），保存后再导入一次。'
        : '如果要计入，请在这一列写明是什么（销售发票、红字发票），保存后再导入一次。',
    ],
  ),
  'orders.returns': both(
    (p) => [
      `"${p.value}" sounds like returns, but no column says so: all rows were counted as sales, ${p.amounts}`,
      'If it was given back, take the import back (crm undo), add a column "Type" with "Return" in each row, save the file, and import it again; a column "Original order" may name the sale of each.',
    ],
    (p) => [
      `“${p.value}”像是退货表，但表里没有一列这么写：全部按销售计入，共 ${p.amounts}`,
      '如果是退货，请先用 crm undo 撤销，加一列“单据类型”，每行填“退货单”，保存后再导入一次；再加一列“原单号”，可以写明退的是哪一笔销售。',
    ],
  ),
  'orders.purchases': both(
    (p) => [
      `one buyer ("${p.value}") and several sellers: this looks like a list of what you bought`,
      'If it is, take it back with `crm undo` and export the orders you sold instead.',
    ],
    (p) => [
      `买家只有“${p.value}”一个，卖家却有好几个：这像是您自己的采购单`,
      '如果是采购单，请用 `crm undo` 撤销，改为导出“已卖出”的订单。',
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
  'order-id.missing': both(
    () => ['this row has no order number', 'Fill in the order number, so that the same order is not counted twice.'],
    () => ['这一行没有订单号', '请补上订单号，避免同一订单重复计算。'],
  ),
  'order-id.damaged': both(
    (p) => [
      `Excel has dropped digits of this order number: "${p.value}"`,
      'The lost digits cannot be brought back here: export the file again and import it without opening it in Excel. To take the numbers as they stand: --force',
    ],
    (p) => [
      `订单号被 Excel 改坏了，丢了几位数字：“${p.value}”`,
      '丢掉的数字找不回来：请从平台重新导出，不要用 Excel 打开保存，直接导入。一定要照样导入请加 --force。',
    ],
  ),
  'order-id.forced': both(
    (p) => [
      `Excel has dropped digits of this order number, taken as it stands: "${p.value}"`,
      'Orders whose numbers differ only in the lost digits cannot be told apart. Take it back with crm undo if you find the original export.',
    ],
    (p) => [
      `订单号被 Excel 改坏了，按现在的样子导入：“${p.value}”`,
      '只在丢掉的几位上不同的订单会混在一起；找到原文件后请用 crm undo 撤销再导入。',
    ],
  ),
  'order.arrival': both(
    (p) => [
      `${orderEn(p)} is told differently by two files, and neither says which is newer${p.before === p.after ? '' : `: ${p.before} before, ${p.after} now`}`,
      'What was imported last counts. If that is wrong: crm undo.',
    ],
    (p) => [
      `两份文件里${orderZh(p)}的内容不一样，看不出哪份更新${p.before === p.after ? '' : `：原来 ${p.before}，现在 ${p.after}`}`,
      '以最后导入的为准；不对请 crm undo 撤销。',
    ],
  ),
  'order.other-items': both(
    (p) => [
      `${orderEn(p)} has wholly other items in another file: those here count, those there do not any more`,
      'If they are parts of one order, put its rows into one sheet and import that. If this file is wrong: crm undo.',
    ],
    (p) => [
      `${orderZh(p)}在另一份文件里是完全不同的商品：现在只算这一份，那一份不再计算`,
      '如果是同一笔订单被拆到两份文件里，请把它的各行放到同一张表再导入；这份导错了请 crm undo 撤销。',
    ],
  ),
  'order.items-left': both(
    (p) => [
      `${orderEn(p)} has wholly other items in another file, of a later day or state: those there count, those here do not`,
      'If they are parts of one order, put its rows into one sheet and import that.',
    ],
    (p) => [
      `${orderZh(p)}在另一份日期或状态更新的文件里是完全不同的商品：只算那一份，这一份不计算`,
      '如果是同一笔订单被拆到两份文件里，请把它的各行放到同一张表再导入。',
    ],
  ),
  'order.conflict': both(
    (p) => [
      `order ${p.number} is known with another day and another buyer`,
      `If this file is from another of your shops, name it: --shop "My second shop".${anewEn(p)}`,
    ],
    (p) => [
      `订单 ${p.number} 已存在，但日期和买家都不同`,
      `如果这是您另一家店铺的文件，请注明店铺：--shop "第二家店"。${anewZh(p)}`,
    ],
  ),
  'order.moved': both(
    (p) => [
      `${orderEn(p)} is known with another day and another amount (${p.before}; here ${p.after}): it is taken for one order, as the later state has it`,
      `If they are two orders, take this import back with crm undo. From another of your shops? Name it: --shop "My second shop".${anewEn(p)}`,
    ],
    (p) => [
      `${orderZh(p)}已存在，但日期和金额都不同（${p.before}；这里是 ${p.after}）：按同一笔订单处理，以较新的为准`,
      `如果其实是两笔，请先 crm undo 撤销本次导入。来自另一家店铺？请注明：--shop "第二家店"。${anewZh(p)}`,
    ],
  ),
  'order.days': both(
    (p) => [
      `${orderEn(p)} has rows of several days: taken as one order of its first day`,
      `If they are several orders, take this import back with crm undo.${anewEn(p)}`,
    ],
    (p) => [
      `${orderZh(p)}的各行日期不同：按同一笔订单、以第一行的日期导入`,
      `如果其实是几笔订单，请先 crm undo 撤销本次导入。${anewZh(p)}`,
    ],
  ),
  'order.again': both(
    (p) => [
      `the same day, amount and customer as an order of ${p.file} (batch ${p.batch})`,
      `If they are the same sales, they count twice now: take one of the two imports back, this one with crm undo or the other with crm undo ${p.batch}.`,
    ],
    (p) => [
      `日期、金额和客户与 ${p.file}（批次 ${p.batch}）里的一笔订单相同`,
      `如果是同一批销售，现在就重复计算了：请撤销其中一次导入，撤销本次用 crm undo，撤销那次用 crm undo ${p.batch}。`,
    ],
  ),
  'order.corrected': both(
    (p) => [
      `new here, while ${p.file} (batch ${p.batch}) has ${p.before} for this customer and day, and this file has not`,
      `If the amount was corrected, both count now. Where this file holds all that the older one does, take that back: crm undo ${p.batch}`,
    ],
    (p) => [
      `这一行是新的；${p.file}（批次 ${p.batch}）里同一客户同一天是 ${p.before}，这份文件里没有`,
      `如果是改过金额，现在两笔都计入了。如果这份文件包含了旧文件的全部内容，请撤销旧的：crm undo ${p.batch}`,
    ],
  ),
}

/** What to do where a sheet's numbers are no order numbers; '' for a platform's export. */
function anewEn({ map }: Issue['params']): string {
  return map === '' ? '' : ` If your numbers begin anew every month or day, import without them: --map note="${map}"`
}

function anewZh({ map }: Issue['params']): string {
  return map === '' ? '' : `如果单号每月或每天从头编起，请不要当订单号导入：--map note="${map}"`
}
