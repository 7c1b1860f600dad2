import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What `crm campaign` says while it chooses customers and writes lists. */
export const campaignCommandWords = bilingual(
  {
    made: (id: string, name: string, occasion: string, contacted: number, heldOut: number) =>
      `Campaign ${id} "${name}" (${occasion}): ${plural(contacted, 'customer')} to contact, ${heldOut} held out to compare with.`,
    noHeldOut: 'Nobody is held out, so what came of it cannot be told from what they would have bought anyway.',
    tooFewToHoldOut: (customers: number, percent: number, fewest: number) =>
      `Nobody is held out: ${percent} % of ${plural(customers, 'customer')} comes to nobody (from ${fewest} customers on, one is), so what came of it cannot be told from what they would have bought anyway.`,
    leftOut: {
      blocked: (n: number) => `${plural(n, 'blocked customer')} left out.`,
      refusing: (n: number) =>
        `${plural(n, 'customer')} left out who ${n === 1 ? 'does' : 'do'} not agree to be written to.`,
      'held-out': (n: number) => `${plural(n, 'customer')} left out: held out of another campaign that still runs.`,
      busy: (n: number) => `${plural(n, 'customer')} left out: in another campaign just now (setting campaign.pause).`,
      missing: (n: number) => `${plural(n, 'customer')} left out: a value of the message is missing.`,
    },
    sample: (who: string, message: string) => `Message to ${who}: ${message}`,
    languageChosen: (counts: readonly (readonly [language: string, customers: number])[]) =>
      `Not known to be in the customer's own language: ${counts.map(([language, n]) => `${plural(n, 'message')} in [${language}]`).join(', ')}. To say what a customer reads: crm edit CUSTOMER --language en`,
    write: (id: string) => `To write the list: crm campaign export ${id} -o ${id.toLowerCase()}.xlsx`,
    missing: (placeholder: string, count: number, names: readonly string[], isMore: boolean) =>
      `{${placeholder}} of ${plural(count, 'customer')} (${names.join(', ')}${isMore ? ' …' : ''})`,
    from: (id: string, day: string) =>
      `Orders of the 30 days after ${day} count. What came of it, then: crm campaign result ${id}`,
    again: (id: string, day: string) =>
      `The list was first written on ${day}; the 30 days go on counting from then. What came of it: crm campaign result ${id}`,
  },
  {
    made: (id, name, occasion, contacted, heldOut) =>
      `活动 ${id}“${name}”（${occasion}）：联系${contacted}位客户，另留${heldOut}位作对照（暂不联系）。`,
    noHeldOut: '没有留对照组：事后分不清哪些订单是活动带来的。',
    tooFewToHoldOut: (customers, percent, fewest) =>
      `没有留对照组：${customers}位客户的${percent}%不到1位（满${fewest}位才会留出1位），事后分不清哪些订单是活动带来的。`,
    leftOut: {
      blocked: (n) => `已排除${n}位停止往来的客户。`,
      refusing: (n) => `已排除${n}位不同意接收消息的客户。`,
      'held-out': (n) => `已排除${n}位客户：正在别的活动的对照组里。`,
      busy: (n) => `已排除${n}位客户：刚进入别的活动（设置 campaign.pause）。`,
      missing: (n) => `已排除${n}位客户：消息里的内容缺少数据。`,
    },
    sample: (who, message) => `给 ${who} 的消息：${message}`,
    languageChosen: (counts) =>
      `客户的语言不明，或消息里没有他们的语言：${counts.map(([language, n]) => `${n}位用[${language}]`).join('，')}。注明客户用什么语言：crm edit 客户 --language zh`,
    write: (id) => `导出名单：crm campaign export ${id} -o ${id.toLowerCase()}.xlsx`,
    missing: (placeholder, count, names, isMore) =>
      `{${placeholder}} 缺${count}位客户的（${names.join('、')}${isMore ? ' 等' : ''}）`,
    from: (id, day) => `从 ${day} 之后30天内的订单计入效果。到时查看：crm campaign result ${id}`,
    again: (id, day) => `名单最早在 ${day} 导出，30天仍从那天算起。查看效果：crm campaign result ${id}`,
  },
)
