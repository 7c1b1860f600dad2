import { both, orderEn, orderZh, type Params, type Sayings } from './saying.js'

/** Findings about orders, their numbers and who else tells them. */
export const orderIssues: Sayings = {
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
function anewEn({ map }: Params): string {
  return map === '' ? '' : ` If your numbers begin anew every month or day, import without them: --map note="${map}"`
}

function anewZh({ map }: Params): string {
  return map === '' ? '' : `如果单号每月或每天从头编起，请不要当订单号导入：--map note="${map}"`
}
