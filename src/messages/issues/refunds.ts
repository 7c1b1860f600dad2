import { formatMinor } from '../../core/values/money.js'
import { both, orderEn, orderZh, type Params, type Sayings } from './saying.js'

const kindsEn = { sold: 'counted as sales', back: 'counted as given back', out: 'not counted' }
const kindsZh = { sold: '按销售计入', back: '按退货扣减', out: '没有计入' }

const countedAs = (p: Params, kinds: typeof kindsEn): string =>
  p.isCounted === 0 ? kinds.out : Number(p.sum) < 0 ? kinds.back : kinds.sold

/** Whether there are more rows than are named. */
const isCut = (p: Params): boolean => Number(p.count) > String(p.rows).split(', ').length

/** Findings about what came back, was cancelled or is no sale. */
export const refundIssues: Sayings = {
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
  'refund.twice': both(
    (p) => [
      `this column gives ${formatMinor(Number(p.told), String(p.currency))} of ${p.number === '' ? 'the order' : `order ${p.number}`} back, rows with a minus ${formatMinor(Number(p.rows), String(p.currency))}: taken for the same money, ${formatMinor(Number(p.counted), String(p.currency))} is taken off`,
      'If both were given back, take the import back (crm undo), write the sum of them into this column, save the file, and import it again.',
    ],
    (p) => [
      `${p.number === '' ? '这个订单' : `订单 ${p.number} `}在这一列写着退 ${formatMinor(Number(p.told), String(p.currency))}，另有负数行共退 ${formatMinor(Number(p.rows), String(p.currency))}：按同一笔退款处理，只扣减 ${formatMinor(Number(p.counted), String(p.currency))}`,
      '如果两笔都退了，请先用 crm undo 撤销，在这一列改写成退款总额，保存后再导入一次。',
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
}
