/** Whether a platform has masked the value (`138****0001`, `k***s`, `##密文`, `$$…`): shown, never a key. */
export function isMasked(text: string): boolean {
  if (text.includes('*') || text.startsWith('##') || text.startsWith('$$')) return true
  return /＊|●{2}|•{2}|密文|[0-9][xX]{3}/.test(text)
}

const placeholders = new Set([
  ...'guest anonymous unknown unspecified none null nil undefined customer client buyer test tester testing noname nobody noemail nomail default na walkin'.split(
    ' ',
  ),
  ...'n/a|n.a.|no name|no email|no phone|not provided|not available|walk-in|walk in|walk-in customer|walk in customer|guest user|guest customer|guest checkout|cash customer|test user|test customer|-|--|—|——|.|?|??|/'.split(
    '|',
  ),
  ...'无 无名 无名氏 匿名 匿名用户 匿名买家 匿名客户 匿名会员 未知 未填 未填写 未登记 不详 暂无 没有 散客 游客 路人 客户 顾客 买家 用户 微信用户 默认 零售 零售客户 现金客户 测试 测试用户 测试客户'.split(
    ' ',
  ),
])
const nobodysMail =
  /^(?:test|no-?reply|donotreply|none|null|na|noemail|no-?mail|nomail|guest|unknown|anonymous|abc|xxx)@|@(?:test|none|noemail)\.[a-z]+$|^[a-z]@[a-z]\.[a-z]+$/

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
