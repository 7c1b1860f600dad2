import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What the commands that change something by hand say afterwards. */
export const decisionWords = bilingual(
  {
    recorded: (batch: number) => `Recorded as batch ${batch}. To take it back: crm undo`,
    dryRun: 'Nothing was written. To do it, run the same command without --dry-run.',
    logged: (who: string, on: string) => `Contact with ${who} on ${on}.`,
    next: (day: string) => `Next contact: ${day}.`,
    done: (who: string, items: string) => `Done for ${who}: ${items}.`,
    snoozed: (who: string, until: string, items: string) => `Put off for ${who} until ${until}: ${items}.`,
    skipped: (who: string, items: string) => `Skipped this time for ${who}: ${items}.`,
    item: (rule: string, dueOn: string) => `${rule} (due ${dueOn})`,
    nothingDue: (who: string) => `Nothing was due for ${who}; it is recorded all the same.`,
    listed: ', ',
    tagged: (who: string, tags: string) => `Tags put on ${who}: ${tags}.`,
    untagged: (who: string, tags: string) => `Tags taken off ${who}: ${tags}.`,
    blocked: (who: string, id: string) =>
      `${who} is blocked: in no list any more, still in the figures. To lift it: crm unblock ${id}`,
    unblocked: (who: string) => `${who} is no longer blocked.`,
    merged: (list: string, id: string) =>
      `One customer from now on, ${id}: ${list}. Their former ids go on leading there.`,
    side: (name: string, id: string, orders: number) =>
      `${name === '' ? id : `${name} (${id})`}, ${plural(orders, 'order')}`,
    split: (keys: string, out: string, stay: string) => `Two customers from now on: ${out}, with ${keys}; and ${stay}.`,
    set: (name: string, value: string) => `${name} is now ${value}.`,
    unset: (name: string) => `${name} is no longer set.`,
    wouldUnset: (name: string) => `${name} would no longer be set.`,
    notSet: (name: string) => `${name} was not set in this ledger; nothing changed.`,
    pendingCounted: (orders: number) => `${plural(orders, 'order')} not yet paid: counted as purchases.`,
    pendingLeft: (orders: number) => `${plural(orders, 'order')} not yet paid: not counted.`,
    restated: (orders: number, code: string) =>
      `${plural(orders, 'order')} from files that name no currency ${orders === 1 ? 'is' : 'are'} in ${code} now.`,
    wouldSet: (name: string, value: string) => `${name} would be ${value}.`,
    wouldRestate: (orders: number, code: string) =>
      `${plural(orders, 'order')} from files that name no currency would be in ${code}.`,
    noneRestated: 'No imported order changes by it: it counts for orders from files that name no currency.',
    rate: (currency: string, rate: string, base: string) => `1 ${currency} = ${rate} ${base}`,
    ratesFrom: (list: string, from: string) => `${list}, from ${from} on.`,
    ratesAlways: (list: string) => `${list}, for all days.`,
    ratesRead: (count: number, file: string) => `${plural(count, 'rate')} from ${file}.`,
    baseRows: (count: number, base: string) =>
      `${plural(count, 'row')} of ${base} itself ${count === 1 ? 'was' : 'were'} left out: its rate is always 1.`,
    stillMissing: (currencies: string, base: string, pairs: string) =>
      `Amounts in ${currencies} have no rate yet, and figures wait for it. Say how many ${base} one of each is worth: crm rates set ${pairs}`,
  },
  {
    recorded: (batch) => `已记录，批次 ${batch}。撤销：crm undo`,
    dryRun: '没有写入任何内容。要正式执行，请去掉 --dry-run 再运行一次。',
    logged: (who, on) => `已记下 ${on} 与 ${who} 的联系。`,
    next: (day) => `下次联系：${day}。`,
    done: (who, items) => `${who} 已跟进：${items}。`,
    snoozed: (who, until, items) => `${who} 推迟到 ${until}：${items}。`,
    skipped: (who, items) => `${who} 这次跳过：${items}。`,
    item: (rule, dueOn) => `${rule}（应于 ${dueOn} 跟进）`,
    nothingDue: (who) => `${who} 目前没有到期的事项，仍已记下。`,
    listed: '、',
    tagged: (who, tags) => `已给 ${who} 打标签：${tags}。`,
    untagged: (who, tags) => `已去掉 ${who} 的标签：${tags}。`,
    blocked: (who, id) => `${who} 已摘牌：不再出现在任何名单里，数据仍然计入。恢复往来：crm unblock ${id}`,
    unblocked: (who) => `${who} 已恢复往来。`,
    merged: (list, id) => `从现在起是同一位客户 ${id}：${list}。原来的编号仍然可用。`,
    side: (name, id, orders) => (name === '' ? `${id}，${orders} 笔订单` : `${name}（${id}），${orders} 笔订单`),
    split: (keys, out, stay) => `从现在起是两位客户：带着 ${keys} 的 ${out}；以及 ${stay}。`,
    set: (name, value) => `${name} 现在是 ${value}。`,
    unset: (name) => `已取消 ${name} 的设定。`,
    wouldUnset: (name) => `将取消 ${name} 的设定。`,
    notSet: (name) => `账本里没有设定 ${name}，没有改动。`,
    pendingCounted: (orders) => `未付款的 ${orders} 笔订单：算作成交。`,
    pendingLeft: (orders) => `未付款的 ${orders} 笔订单：不计入。`,
    restated: (orders, code) => `没写币种的 ${orders} 笔订单现在按 ${code} 计算。`,
    wouldSet: (name, value) => `${name} 将改为 ${value}。`,
    wouldRestate: (orders, code) => `没写币种的 ${orders} 笔订单将按 ${code} 计算。`,
    noneRestated: '已导入的订单都不受影响：这个设置只用于没写币种的表。',
    rate: (currency, rate, base) => `1 ${currency} = ${rate} ${base}`,
    ratesFrom: (list, from) => `${list}，从 ${from} 起。`,
    ratesAlways: (list) => `${list}，适用于所有日期。`,
    ratesRead: (count, file) => `从 ${file} 读入 ${count} 条汇率。`,
    baseRows: (count, base) => `${base} 就是本位币，汇率总是 1，这样的 ${count} 行没有读入。`,
    stillMissing: (currencies, base, pairs) =>
      `${currencies} 的金额还没有汇率，填写后才能计算。请填写一单位外币等于多少 ${base}：crm rates set ${pairs}`,
  },
)
