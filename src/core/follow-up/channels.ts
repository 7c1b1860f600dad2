import { bilingual, LANGS, type Lang } from '../values/lang.js'

/** The ways to reach a customer, as they are kept. */
export const CHANNELS = [...(['phone', 'wechat', 'whatsapp', 'email', 'sms', 'platform', 'visit', 'other'] as const)]

export type Channel = (typeof CHANNELS)[number]

/** Whether a text is a channel as it is kept. */
export function isChannel(text: string): text is Channel {
  return CHANNELS.some((channel) => channel === text)
}

/** What people read for each. */
export const channelNames: Readonly<Record<Lang, Readonly<Record<Channel, string>>>> = bilingual(
  {
    phone: 'phone',
    wechat: 'WeChat',
    whatsapp: 'WhatsApp',
    email: 'e-mail',
    sms: 'text message',
    platform: 'message on the platform',
    visit: 'visit',
    other: 'other',
  },
  {
    phone: '电话',
    wechat: '微信',
    whatsapp: 'WhatsApp',
    email: '邮件',
    sms: '短信',
    platform: '平台消息',
    visit: '拜访',
    other: '其他',
  },
)

/** What else sellers write for each. */
const alsoCalled: Readonly<Record<Channel, string>> = {
  phone: 'call telephone tel mobile 手机 打电话 致电 语音',
  wechat: 'weixin wx 企业微信 企微 微信群',
  whatsapp: 'wa whats-app',
  email: 'mail 邮箱 电子邮件 电邮',
  sms: 'text texting 手机短信',
  platform: 'chat shop-chat 旺旺 阿里旺旺 千牛 站内信 平台 客服消息',
  visit: 'meeting 上门 面谈 到访 走访 上门拜访',
  other: '其它',
}

/** The words a channel is known by, in every language. */
export function channelWords(channel: Channel): readonly string[] {
  return [...LANGS.map((lang) => channelNames[lang][channel]), ...alsoCalled[channel].split(' ')]
}

/** Case, blanks and hyphens make no difference. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

/** The channel somebody means, in any language; null for none that is known. */
export function channelNamed(typed: string): Channel | null {
  const word = plain(typed)
  return CHANNELS.find((channel) => [channel, ...channelWords(channel)].some((one) => plain(one) === word)) ?? null
}
