import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

const NEAR = 'Did you mean {near}?'
const NEAR_ZH = '您是不是要写 {near}？'

/** What is said of a filter, below the filter itself with the place marked. */
export const filterErrors: Errors = {
  'filter.field': bilingual(
    said(
      'The filter asks for something customers do not have.',
      NEAR,
      'Fields: tier, segment, stage, country, last, orders, net, tag, platform, name, blocked, class, service, handtier, vip, candidate, credit, type, potential, loyal, owner, lead, level, leadstage, sample, company, consent, language, channel, birthday (month), interest, need, contact, note, missing (in the file); a field of your own: field.NAME',
    ),
    said(
      '筛选条件里有不认识的字段。',
      NEAR_ZH,
      '可用字段：tier（等级）、segment（客户分群）、stage（生命周期）、country（国家）、last（上次下单）、orders（订单数）、net（净销售额）、tag（标签）、platform（平台）、name（姓名）、blocked（摘牌）、class（客户等级）、service（服务级别）、handtier（人工类别）、vip、candidate（VIP候选）、credit（信用）、type（买家类型）、potential（潜力）、loyal（忠实）、owner（负责人）、lead（意向客户）、level（意向级别）、leadstage（跟进阶段）、sample（抽样）、company（公司）、consent（是否同意联系）、language（语言）、channel（偏好渠道）、birthday（生日月份）、interest（兴趣偏好）、need（需求）、contact（联系人）、note（备注）、missing（档案缺少）、field.名称（自定义的一项），写中文也行',
    ),
  ),
  'filter.operator': bilingual(
    said('This comparison does not fit the field.', NEAR),
    said('这个字段不能这样比较。', NEAR_ZH),
  ),
  'filter.value': bilingual(
    said('The filter lacks a value.', 'Example: tier:A,B'),
    said('筛选条件缺少值。', '例如：tier:A,B'),
  ),
  'filter.choice': bilingual(
    said('The filter has a value the field does not know.', NEAR, 'It takes: {allowed}'),
    said('这个字段没有这个值。', NEAR_ZH, '可以写：{allowed}'),
  ),
  'filter.country': bilingual(
    said('The filter names a country that is not known.', NEAR, 'Write its two letters or its name: country:US'),
    said('筛选条件里的国家不认识。', NEAR_ZH, '请写两个字母的代码或国名：country:CN'),
  ),
  'filter.date': bilingual(
    said(
      'The filter needs a date or a number of days here.',
      'Examples: last>90d (more than 90 days ago), last>=2026-05-01',
    ),
    said('这里要写日期或天数。', '例如：last>90d（90天以前）、last>=2026-05-01'),
  ),
  'filter.number': bilingual(
    said('The filter needs a number here.', 'Examples: orders>=3, net>=1000'),
    said('这里要写数字。', '例如：orders>=3、net>=1000'),
  ),
  'filter.flag': bilingual(
    said('This field takes no value.', 'Write it alone, or with a minus for the opposite: blocked, -blocked'),
    said('这个字段后面不用写值。', '单独写它；加减号表示相反：blocked、-blocked'),
  ),
  'filter.sample': bilingual(
    said(
      'A sample is a whole number of percent from 1 to 99.',
      'Example: sample:20 (a fifth of all, always the same ones)',
    ),
    said('抽样要写1到99的百分数，不带小数。', '例如：sample:20（抽取五分之一，每次都是同一批客户）'),
  ),
  'filter.quote': bilingual(
    said('The filter has a quotation mark that is never closed.', 'Example: name:"Anna Example"'),
    said('筛选条件里的引号没有成对。', '例如：name:"张三"'),
  ),
}
