/** Whether a platform has masked the value (`138****0001`, `k***s`, `##密文`, `$$…`): shown, never a key. */
export function isMasked(text: string): boolean {
  if (text.includes('*') || text.startsWith('##') || text.startsWith('$$')) return true
  return /＊|●{2}|•{2}|密文|[0-9][xX]{3}/.test(text)
}

const placeholders = new Set([
  ...'guest anonymous unknown unspecified none null nil undefined customer client buyer test tester testing noname nobody noemail nomail default na walkin'.split(
    ' ',
  ),
  ...'n/a|n.a.|no name|no email|no phone|not provided|not available|walk-in|walk in|walk-in customer|walk in customer|guest user|guest customer|guest checkout|cash customer|cash sale|test user|test customer|test order|no-name|first last|firstname lastname|-|--|—|——|.|?|??|/'.split(
    '|',
  ),
  ...'佚名 某某 陌生人 路人甲 先生 女士 小姐 亲 收件人 收货人 本人 会员 普通会员 新客户 老客户 淘宝用户 淘宝买家 支付宝用户 微信好友 客户自提 自提 到店 门店零售'.split(
    ' ',
  ),
  ...'无 无名 无名氏 匿名 匿名用户 匿名买家 匿名客户 匿名会员 未知 未填 未填写 未登记 不详 暂无 没有 散客 游客 路人 客户 顾客 买家 用户 微信用户 默认 零售 零售客户 现金客户 测试 测试用户 测试客户'.split(
    ' ',
  ),
])
/** Words typed where an address is demanded; domains that a standard keeps from ever being anybody's, or that mean none. */
const nobodysMail =
  /^(?:tests?|testing|no-?reply|donotreply|none|null|nil|na|noemail|no-?mail|nomail|no-?one|nobody|guest|unknown|anonymous|abc|asdf?|qwe(?:rty)?|xxx+|aaa+|111+|123)@|@(?:test|none|noemail|nomail|nowhere|noreply)\.[a-z]+$|\.(?:test|invalid|localhost)$|^([a-z0-9])@(?:\1|[a-z])\.[a-z]+$/

/** Whether a name, id or e-mail stands for nobody in particular (guest, 匿名, n/a, test@test.com): never a key. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 40) return false
  const word = text.trim().toLowerCase()
  return word === '' || placeholders.has(word) || (word.includes('@') && nobodysMail.test(word))
}

const relay = /@(?:marketplace\.amazon|members\.ebay)\.[a-z.]+$/

/** Whether a marketplace made this e-mail address (in normal form) for the buyer: it tells buyers apart and reaches nobody. */
export function isRelayEmail(address: string): boolean {
  return relay.test(address)
}
