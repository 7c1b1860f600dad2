import type { Format } from '../core/import/format.js'
import { bilingual } from '../core/values/lang.js'

/** Youzan's customer export, its last header blank. 消费金额 and 消费次数 are life-time figures and no orders. */
export const youzanCustomers: Format = {
  name: 'youzan-customers',
  platform: 'youzan',
  kind: 'customers',
  title: bilingual('Youzan customers export', '有赞客户导出'),
  must: [['客户手机号'], ['消费次数'], ['成为客户时间']],
  any: ['客户姓名', '客户昵称', '客户生日', '客户积分', '是否会员', '标签', '来源渠道'],
  weight: 2,
  fields: {
    buyerName: ['客户姓名', '客户昵称'],
    phone: ['客户手机号'],
    region: ['所属区域', '微信地域'],
    tags: ['标签'],
    birthday: ['客户生日'],
    points: ['客户积分'],
    channel: ['来源渠道', '来源方式'],
  },
  buyerScope: 'shop',
  country: 'CN',
}
