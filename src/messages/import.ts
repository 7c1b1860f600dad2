import { bilingual } from '../core/values/lang.js'

const s = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? noun : nouns}`
const n = (count: number): string => count.toLocaleString('en-US')

/** What `crm import`, `imports` and `undo` say. */
export const importWords = bilingual(
  {
    readAs: (format: string, detail: string) => `read as: ${format}${detail && ` (${detail})`}`,
    row: (row: number) => `row ${row}`,
    headerRow: (row: number) => `header in row ${row}`,
    sheet: (name: string) => `sheet "${name}"`,
    rows: (count: number) => s(count, 'row'),
    orders: (p: { inserted: number; updated: number; unchanged: number; rejected: number }) =>
      `orders: ${n(p.inserted)} new, ${n(p.updated)} updated, ${n(p.unchanged)} unchanged, ${n(p.rejected)} rejected`,
    customers: (p: { inserted: number; updated: number }) => `customers: ${n(p.inserted)} new, ${n(p.updated)} updated`,
    entries: (kind: string, p: { inserted: number; unchanged: number }) =>
      `${kind}: ${n(p.inserted)} new, ${n(p.unchanged)} unchanged`,
    entryKinds: {
      rating: 'ratings',
      points: 'points balances',
      lead: 'leads',
      contact: 'contacts',
      complaint: 'complaints',
      gift: 'gifts',
    },
    lines: (count: number) => s(count, 'order line'),
    total: (p: { currency: string; gross: string; refund: string; net: string }) =>
      `${p.currency}: paid ${p.gross}, refunded ${p.refund}, net ${p.net}`,
    statuses: (list: string) => `status: ${list}`,
    status: {
      paid: 'paid',
      pending: 'pending',
      cancelled: 'cancelled',
      refunded: 'refunded',
      partially_refunded: 'partly refunded',
      unknown: 'unknown',
    },
    nobody: (count: number) => `${s(count, 'order')} without a customer: kept, counted in sales, in no tier`,
    together: (files: number, sheets: number) =>
      files === sheets ? `All ${n(files)} files together` : `All ${n(sheets)} sheets of ${s(files, 'file')} together`,
    skipped: (list: string) => `rows passed over: ${list}`,
    skip: {
      blank: 'blank or text only',
      total: 'total',
      description: 'explanation under the header',
      summary: 'order summary',
      heading: 'heading',
      'not-a-sale': 'not a sale (fees, transfers and the like)',
      refund: 'money given back that names no sale',
      'refund-closed': 'refund refused or withdrawn, nothing given back',
      'refund-open': 'refund not given back yet, not taken off (import the sheet again when it is)',
    },
    hiddenRows: (count: number) =>
      `${s(count, 'row')} hidden in the sheet, by hand or by a filter: read like the others`,
    ignored: (list: string) => `columns not used: ${list}`,
    remembered: (day: string, list: string, id: number) =>
      `columns as you named them on ${day}: ${list}. To forget that: crm formats --forget ${id}`,
    dayParts: (columns: readonly string[]) =>
      `order day put together of the columns ${columns.map((name) => `"${name}"`).join(', ')}`,
    guessed: {
      word: (list: string) => `columns taken by part of their names: ${list}. If one is wrong: --map FIELD="HEADER"`,
      values: (list: string) => `columns taken by their values: ${list}. If one is wrong: --map FIELD="HEADER"`,
    },
    noOrders: (command: string) =>
      `taken as a customer list: no orders were read. If the sheet holds orders: ${command}`,
    noSold: (command: string) =>
      `taken as contacts: the amounts are no turnover. If the sheet holds orders: ${command}`,
    noWon: (command: string) =>
      `taken as leads: no orders were read. If the won ones are sales that no other file tells: ${command}`,
    scaled: (header: string, power: number) =>
      power > 0
        ? `the header "${header}" names a unit: amounts multiplied by ${n(10 ** power)}, 1.2 is ${n(1.2 * 10 ** power)}`
        : `the header "${header}" names a unit: amounts divided by ${n(10 ** -power)}, 12,000 is ${n(12_000 * 10 ** power)}`,
    rounding: (lines: number, difference: string) =>
      `${s(lines, 'line amount')} had more decimals than the currency and were rounded; exact sum − rounded sum = ${difference}`,
    arithmetic: (fitting: number, checked: number) =>
      `lines add up to the order total in ${n(fitting)} of ${n(checked)} orders with several lines`,
    linesDiffer: {
      order: (header: string) =>
        `in the others "${header}" counts, once an order, not the lines; something added or taken off probably has no column of its own. If each row has its own amount: --map itemAmount="${header}"`,
      line: (header: string) =>
        `in the others "${header}" of all rows counts, not price times quantity; look these orders up in the file`,
    },
    currencyAssumed: {
      format: (code: string) => `amounts name no currency: taken as ${code}, as this platform's files are`,
      yen: (code: string) =>
        `amounts with ¥ taken as ${code}, yen, by the file's country or language. If they are yuan: crm import FILE --currency CNY`,
      option: (code: string) => `amounts taken as ${code}, as you said`,
      setting: (code: string) => `amounts name no currency: taken as ${code}, as you set (shop.currency)`,
      country: (code: string) =>
        `amounts name no currency: taken as ${code}, the currency of the only country in the file. If that is wrong: crm config set shop.currency CODE`,
      base: (code: string) =>
        `amounts name no currency: taken as ${code}, the currency of your ledger. If that is wrong: crm config set shop.currency CODE`,
      headers: (code: string) =>
        `amounts name no currency: taken as ${code} because the headers are Chinese. If that is wrong: crm config set shop.currency CODE`,
      locale: (code: string) =>
        `amounts name no currency: taken as ${code}, your country's. If that is wrong: crm config set shop.currency CODE`,
    },
    unknownStatus: (list: string) =>
      `status words not known here: ${list}. An order with one counts as paid when it has a payment date, or an amount in files without payment dates; correct the words where that is wrong`,
    repeated: {
      order: (orders: number, header: string) =>
        `${s(orders, 'order')} with several rows ${orders === 1 ? 'bears' : 'bear'} the same "${header}" on each row: counted once an order. If each row has its own amount: --map itemAmount="${header}"`,
      line: (orders: number, header: string) =>
        `${s(orders, 'order')} with several rows ${orders === 1 ? 'bears' : 'bear'} the same "${header}" on each row: all rows counted, since in other orders each row has its own amount. If it is the order's total: leave it in one row of the order only`,
    },
    waiting: (count: number) =>
      `${s(count, 'refund')} of orders that are not here yet, or are in another currency: kept, waiting, in no figure and not in the sums above until the orders are imported`,
    waitingParts: (count: number) =>
      `${s(count, 'order')} of which only items or payments are here: kept, waiting, in no figure until the platform's order export is imported`,
    enriching: (count: number) =>
      `${s(count, 'order')} already told by another export: not counted again; what is new here (fees, items, buyers) was added to ${count === 1 ? 'it' : 'them'}`,
    notCounted: (count: number, file: string) =>
      `${s(count, 'payment, shipment or invoice', 'payments, shipments or invoices')} not counted: orders of another export cover the same days, and the sales would be there twice. If these are other sales: crm import "${file}" --as orders`,
    paymentsStopped: (count: number) =>
      `${s(count, 'earlier payment, shipment or invoice', 'earlier payments, shipments or invoices')} that counted as ${count === 1 ? 'a sale' : 'sales'} ${count === 1 ? 'does' : 'do'} not any more: exports of orders now tell of those days.`,
    paymentsStarted: (count: number) =>
      `${s(count, 'earlier payment, shipment or invoice', 'earlier payments, shipments or invoices')} ${count === 1 ? 'counts' : 'count'} as ${count === 1 ? 'a sale' : 'sales'} now: no export of orders tells of those days.`,
    restingMerge: (batch: number, detail: string, isDryRun: boolean) =>
      `The merge of batch ${batch} (${detail}) ${isDryRun ? 'would not hold any more: the files then' : 'does not hold any more: the files now'} tell one of them as somebody else, or not at all. If they are one person all the same: crm merge CUSTOMER CUSTOMER`,
    older: (count: number) =>
      `of the unchanged orders, ${n(count)} ${count === 1 ? 'is' : 'are'} written differently here, or as ${count === 1 ? 'it was' : 'they were'} earlier: no amount, day or state changes; kept, so that undo can bring ${count === 1 ? 'it' : 'them'} back`,
    shared: (count: number) =>
      `${s(count, 'phone or e-mail', 'phones or e-mails')} in the ledger ${count === 1 ? 'belongs' : 'belong'} to too many people to be one customer: ${count === 1 ? 'it joins' : 'they join'} nobody. To see who uses ${count === 1 ? 'it' : 'them'}: crm dupes. Who is one customer after all: crm merge CUSTOMER CUSTOMER`,
    moreFiles: (count: number) => `… and ${n(count)} more`,
    moreListed: (count: number) => `… and ${n(count)} more (--json lists them all)`,
    moreUpdates: (count: number) =>
      `… and ${s(count, 'more order')}. To see them all: the same command with > changes.txt behind it`,
    morePlaces: (count: number, rows: string) => `… and ${s(count, 'more place')}: ${rows}`,
    rowNumbers: (runs: string) => `rows ${runs}`,
    allRows: (rows: string) => `${rows} … To see every row: the same command with --dry-run --json`,
    issue: { error: 'rejected', warning: 'warning', note: 'note' },
    updatesTitle: 'What changes in orders already known',
    change: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
    field: {
      placedOn: 'day',
      deliveredOn: 'delivery day',
      status: 'status',
      currency: 'currency',
      totalMinor: 'total',
      refundMinor: 'refund',
      discountMinor: 'discount',
      shippingMinor: 'shipping',
      taxMinor: 'tax',
      feeMinor: 'fee',
      costMinor: 'cost',
      note: 'note',
      owner: 'owner',
      tags: 'tags',
      consent: 'consent',
    },
    order: (number: string) => `order ${number}`,
    unnumbered: (row: number) => `order without a number in row ${row}`,
    otherLines: 'other items',
    blank: '(blank)',
    said: (of: string, what: string) => `${of}: ${what}`,
    listed: ', ',
    changes: '; ',
    dryRun: 'Nothing was written. To do it, run the same command without --dry-run.',
    done: (batch: number) => `Imported as batch ${batch}. To take it back: crm undo`,
    nothingNew: 'Nothing new in it; the ledger is as it was.',
    excelOpen: (file: string) =>
      `"${file}" is open in Excel, WPS or LibreOffice; changes not saved there are not in this import.`,
    leftOut: (file: string) =>
      `"${file}" was left out: no orders or customers can be recognised in it. To see why: crm formats "${file}"`,
    passedOver: (
      why: 'rejected' | 'own' | 'lock' | 'hidden' | 'pdf' | 'numbers' | 'archive',
      count: number,
      files: string,
    ) => {
      const reason = {
        rejected: 'rows an earlier import could not take; once corrected, import it by its name',
        own: 'written by crm',
        lock: 'of a program that has a workbook open',
        hidden: 'hidden',
        pdf: 'a PDF is no spreadsheet; export the orders as Excel or csv instead',
        numbers: 'a format of Apple’s Numbers; open it there and choose File, Export To, Excel',
        archive: 'packed; unpack it, then import what is inside',
      }[why]
      return `${s(count, 'file')} not read (${reason}): ${files}`
    },
    understood: (field: string, header: string) => `${field} ← ${header}`,
    hiddenSheet: (name: string) => `the hidden sheet "${name}" was not read; to read it: --sheet "${name}"`,
    summarySheet: (name: string) =>
      `the sheet "${name}" sums up sales that other sheets tell (neither customers nor order numbers) and was not read; to read it: --sheet "${name}"`,
    otherSheet: (name: string) => `the sheet "${name}" was not recognised and not read`,
    importsTitle: 'Imports and decisions',
    columns: { batch: 'Batch', madeAt: 'When', what: 'What', detail: 'Detail', state: 'State' },
    voided: 'taken back',
    undone: (batch: number, what: string) =>
      `Batch ${batch} taken back (${what}). To put it back: crm undo --redo ${batch}`,
    redone: (batch: number, what: string) =>
      `Batch ${batch} is in force again (${what}). To take it back: crm undo ${batch}`,
    wouldUndo: (batch: number, what: string) => `Batch ${batch} would be taken back (${what}).`,
    wouldRedo: (batch: number, what: string) => `Batch ${batch} would be put back (${what}).`,
  },
  {
    readAs: (format, detail) => `识别为：${format}${detail && `（${detail}）`}`,
    row: (row) => `第 ${row} 行`,
    headerRow: (row) => `表头在第 ${row} 行`,
    sheet: (name) => `工作表“${name}”`,
    rows: (count) => `${n(count)} 行`,
    orders: (p) => `订单：新增 ${n(p.inserted)}，更新 ${n(p.updated)}，未变 ${n(p.unchanged)}，未导入 ${n(p.rejected)}`,
    customers: (p) => `客户：新增 ${n(p.inserted)}，更新 ${n(p.updated)}`,
    entries: (kind, p) => `${kind}：新增 ${n(p.inserted)}，未变 ${n(p.unchanged)}`,
    entryKinds: {
      rating: '评分',
      points: '积分余额',
      lead: '线索',
      contact: '联系记录',
      complaint: '投诉',
      gift: '礼品',
    },
    lines: (count) => `${n(count)} 条订单明细`,
    total: (p) => `${p.currency}：实付 ${p.gross}，退款 ${p.refund}，净额 ${p.net}`,
    statuses: (list) => `状态：${list}`,
    status: {
      paid: '已付款',
      pending: '未付款',
      cancelled: '已取消',
      refunded: '已退款',
      partially_refunded: '部分退款',
      unknown: '未知',
    },
    nobody: (count) => `${n(count)} 个订单没有客户：已保留，计入销售额，不参与分级`,
    together: (files, sheets) =>
      files === sheets ? `${n(files)} 个文件合计` : `${n(files)} 个文件、${n(sheets)} 张表合计`,
    skipped: (list) => `略过的行：${list}`,
    skip: {
      blank: '空行或文字说明',
      total: '合计',
      description: '表头下的说明',
      summary: '订单汇总行',
      heading: '标题行或重复的表头',
      'not-a-sale': '不是销售（手续费、转账等）',
      refund: '没写是哪一笔的退款',
      'refund-closed': '退款已关闭或撤销，没有退钱',
      'refund-open': '退款还没退出去，暂不扣（退完后再导入这张表）',
    },
    hiddenRows: (count) => `有 ${n(count)} 行在表里被隐藏或筛选掉：照样读取`,
    ignored: (list) => `没有用到的列：${list}`,
    remembered: (day, list, id) => `各列按您 ${day} 指定的：${list}。不再这样对应：crm formats --forget ${id}`,
    dayParts: (columns) =>
      `下单日期由${columns.map((name) => `“${name}”`).join('')}${{ 2: '两', 3: '三' }[columns.length]}列合成`,
    guessed: {
      word: (list) => `按表头里的字推测的列：${list}；不对请加 --map 对应项="表头"`,
      values: (list) => `按内容推测的列：${list}；不对请加 --map 对应项="表头"`,
    },
    noOrders: (command) => `按客户名单导入，没有读取订单。如果这是订单表，请用：${command}`,
    noSold: (command) => `按跟进记录导入，金额不算销售额。如果这是订单表，请用：${command}`,
    noWon: (command) => `按销售线索读取，没有读出订单。如果已赢单的就是成交、别的文件里又没有，请运行：${command}`,
    scaled: (header, power) =>
      power > 0
        ? `表头“${header}”写了单位：金额已乘 ${n(10 ** power)}，1.2 即 ${n(1.2 * 10 ** power)}`
        : `表头“${header}”写了单位：金额已除以 ${n(10 ** -power)}，12,000 即 ${n(12_000 * 10 ** power)}`,
    rounding: (lines, difference) =>
      `${n(lines)} 条明细金额的小数位多于该币种，已四舍五入；精确合计 − 取整合计 = ${difference}`,
    arithmetic: (fitting, checked) => `多明细订单 ${n(checked)} 个，其中 ${n(fitting)} 个的明细之和与订单金额相符`,
    linesDiffer: {
      order: (header) =>
        `其余的每单按一次“${header}”计算，不按明细之和；多半是有加减的金额没有单独成列。如果每行各算各的，请加 --map itemAmount="${header}"`,
      line: (header) => `其余的按各行“${header}”之和计算，不按单价乘数量；请在表里核对这些订单`,
    },
    currencyAssumed: {
      format: (code) => `金额没写币种：按该平台惯例算作 ${code}`,
      yen: (code) =>
        `带 ¥ 的金额按文件的国家或文字算作 ${code}（日元）；如果是人民币，请用 crm import 文件 --currency CNY`,
      option: (code) => `金额按您指定的 ${code} 计算`,
      setting: (code) => `金额没写币种：按您设定的 ${code}（shop.currency）计算`,
      country: (code) =>
        `金额没写币种：表里只有一个国家，按其货币 ${code} 计算；不对请用 crm config set shop.currency 币种`,
      base: (code) => `金额没写币种：按账本的币种 ${code} 计算；不对请用 crm config set shop.currency 币种`,
      headers: (code) => `金额没写币种：表头是中文，按 ${code} 计算；不对请用 crm config set shop.currency 币种`,
      locale: (code) => `金额没写币种：按您所在地区的 ${code} 计算；不对请用 crm config set shop.currency 币种`,
    },
    unknownStatus: (list) =>
      `不认识的状态：${list}。有付款时间的（表里没有付款时间列时，有金额的）按已付款计算；不对请在表里改状态`,
    repeated: {
      order: (orders, header) =>
        `有 ${n(orders)} 个订单占多行，每行的“${header}”都相同：按每单一次计算。如果每行各算各的，请加 --map itemAmount="${header}"`,
      line: (orders, header) =>
        `有 ${n(orders)} 个订单占多行，每行的“${header}”都相同：每行都计入，因为其他订单每行各有金额。如果这是整单金额，请每单只在一行里填写`,
    },
    waiting: (count) =>
      `${n(count)} 笔退款的原订单还没有导入，或币种不同：先保留，导入原订单之前不计入任何数据，也不在上面的合计里`,
    waitingParts: (count) => `${n(count)} 个订单只有商品明细或收款记录：先保留，导入平台的订单表之前不计入任何数据`,
    enriching: (count) =>
      `${n(count)} 个订单在别的导出表里已经有了：不重复计算，只补上这里新有的内容（手续费、明细、买家）`,
    notCounted: (count, file) =>
      `${n(count)} 笔收款、发货或发票没有计算：同一时期已有别的订单表，再算就重复了。如果是另外的销售：crm import "${file}" --as orders`,
    paymentsStopped: (count) => `以前按销售计算的 ${n(count)} 笔收款、发货或发票不再计算：现在这段时间有订单表了。`,
    paymentsStarted: (count) => `以前的 ${n(count)} 笔收款、发货或发票现在按销售计算：这段时间没有订单表。`,
    restingMerge: (batch, detail, isDryRun) =>
      `批次 ${batch} 的合并（${detail}）${isDryRun ? '导入后将不再起作用' : '不再起作用'}：新导入的文件把其中一位记成了别人，或者不再提到。如果确实还是同一位：crm merge 客户 客户`,
    older: (count) =>
      `未变的订单里有 ${n(count)} 个在这个文件里写法不同，或是更早的状态：金额、日期和状态都不变；这些内容已留存，撤销时可以恢复`,
    shared: (count) =>
      `账本里有 ${n(count)} 个电话或邮箱被太多人使用，不像同一位客户：不用来合并客户。查看是哪些客户：crm dupes。如果确实是同一位：crm merge 客户 客户`,
    moreFiles: (count) => `…… 还有 ${n(count)} 个文件`,
    moreListed: (count) => `…… 还有 ${n(count)} 条（加 --json 会全部列出）`,
    moreUpdates: (count) => `…… 还有 ${n(count)} 笔订单。全部列出：同一条命令后面加 > changes.txt`,
    morePlaces: (count, rows) => `…… 还有 ${n(count)} 处：${rows}`,
    rowNumbers: (runs) => `第 ${runs} 行`,
    allRows: (rows) => `${rows}……全部行号：同一条命令加 --dry-run --json`,
    issue: { error: '未导入', warning: '提醒', note: '说明' },
    updatesTitle: '已有订单的变化',
    change: (field, from, to) => `${field}：${from} → ${to}`,
    field: {
      placedOn: '日期',
      deliveredOn: '收货日期',
      status: '状态',
      currency: '币种',
      totalMinor: '金额',
      refundMinor: '退款',
      discountMinor: '优惠',
      shippingMinor: '运费',
      taxMinor: '税费',
      feeMinor: '手续费',
      costMinor: '成本',
      note: '备注',
      owner: '负责人',
      tags: '标签',
      consent: '是否同意联系',
    },
    order: (number) => `订单 ${number}`,
    unnumbered: (row) => `第 ${row} 行（没有订单号）`,
    otherLines: '商品明细有变',
    blank: '（空）',
    said: (of, what) => `${of}：${what}`,
    listed: '、',
    changes: '；',
    dryRun: '没有写入任何内容。要正式导入，请去掉 --dry-run 再运行一次。',
    done: (batch) => `已导入，批次 ${batch}。撤销：crm undo`,
    nothingNew: '没有新内容，账本没有变化。',
    excelOpen: (file) => `“${file}”正在 Excel、WPS 或 LibreOffice 中打开，还没保存的改动不会导入。`,
    leftOut: (file) => `跳过了“${file}”：里面看不出有订单或客户。想知道原因：crm formats "${file}"`,
    passedOver: (why, count, files) => {
      const reason = {
        rejected: '以前没能导入的行；改好后请写明文件名再导入',
        own: 'crm 自己写的',
        lock: '表格打开时的临时文件',
        hidden: '隐藏文件',
        pdf: 'PDF 不是表格；请改为导出 Excel 或 csv',
        numbers: '苹果 Numbers 的格式；请在 Numbers 里打开，选“文件”“导出为”“Excel”',
        archive: '压缩包；请先解压，再导入里面的表格',
      }[why]
      return `有 ${n(count)} 个文件没有读取（${reason}）：${files}`
    },
    understood: (field, header) => `${field} ← ${header}`,
    hiddenSheet: (name) => `隐藏的工作表“${name}”没有读取；要读取请加 --sheet "${name}"`,
    summarySheet: (name) =>
      `工作表“${name}”是其他工作表的汇总（没有客户，也没有订单号），没有读取，免得重复计算；要读取请加 --sheet "${name}"`,
    otherSheet: (name) => `工作表“${name}”没有识别，未读取`,
    importsTitle: '导入和操作记录',
    columns: { batch: '批次', madeAt: '时间', what: '操作', detail: '内容', state: '状态' },
    voided: '已撤销',
    undone: (batch, what) => `已撤销批次 ${batch}（${what}）。恢复：crm undo --redo ${batch}`,
    redone: (batch, what) => `已恢复批次 ${batch}（${what}）。撤销：crm undo ${batch}`,
    wouldUndo: (batch, what) => `将撤销批次 ${batch}（${what}）。`,
    wouldRedo: (batch, what) => `将恢复批次 ${batch}（${what}）。`,
  },
)
