import type { CheckCode } from '../core/check.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What is found of one thing, and what to do; '' where there is nothing to do. */
interface CheckWords {
  readonly good: (detail: string) => string
  readonly bad: (count: number, detail: string) => string
  readonly fix: string
}

const same = (say: (detail: string) => string, fix = ''): CheckWords => ({
  good: say,
  bad: (_, detail) => say(detail),
  fix,
})

/** What is said of each thing that `crm check` looks at. */
export const checkFindings = bilingual(
  {
    ledger: { good: (detail) => detail, bad: (_, detail) => detail, fix: 'crm restore LATEST' },
    integrity: {
      good: () => 'in order',
      bad: (n) => `${plural(n, 'fault')}: the file is damaged`,
      fix: 'Go back to a backup; the damaged file is kept: crm restore LATEST',
    },
    references: {
      good: () => 'in order',
      bad: (n) => `${plural(n, 'row')} about something that is not there`,
      fix: 'Go back to a backup: crm restore LATEST',
    },
    derived: {
      good: (detail) => detail || 'come out the same again',
      bad: (n, detail) => detail || `${plural(n, 'figure')} come out otherwise than they stand`,
      fix: 'Report this as a fault of crm; to have them made anew: crm undo, then crm undo --redo, of the import they are from',
    },
    backup: { good: (detail) => detail, bad: (_, detail) => detail, fix: 'crm backup' },
    reach: {
      good: () => 'every customer has a phone or an e-mail',
      bad: (n, detail) => `${plural(n, 'customer')} without phone and e-mail${detail}`,
      fix: 'crm list missing:phone missing:email, then crm edit CUSTOMER --phone NUMBER',
    },
    country: {
      good: () => 'every customer has one',
      bad: (n, detail) => `${plural(n, 'customer')} without a country${detail}`,
      fix: 'crm list missing:country, then crm edit CUSTOMER --country CODE',
    },
    shared: {
      good: () => 'none',
      bad: (n) => `${plural(n, 'phone or e-mail', 'phones or e-mails')} of many customers: they join nobody`,
      fix: 'crm dupes',
    },
    'decided-shared': {
      good: () => 'none',
      bad: (n) => `${plural(n, 'shared contact')} with a block, a tag or a contact: it speaks of everybody who has it`,
      fix: 'crm dupes',
    },
    nobody: {
      good: () => 'none',
      bad: (n) => `${plural(n, 'order')}: part of sales, in no tier`,
      fix: 'Import a file that names the buyers: crm import FILE',
    },
    'unknown-status': {
      good: () => 'all understood',
      bad: (n) => `${plural(n, 'order')} in a state crm does not know`,
      fix: 'Import the platform’s own export of orders: crm import FILE',
    },
    rates: { good: () => 'none missing', bad: (_, detail) => detail, fix: 'crm rates set CURRENCY=RATE' },
    'waiting-refunds': {
      good: () => 'none waits for its order',
      bad: (n) => `${plural(n, 'refund')} ${n === 1 ? 'waits for its order' : 'wait for their orders'}`,
      fix: 'crm import FILE, with the orders',
    },
    'waiting-parts': {
      good: () => 'none',
      bad: (n) => `${plural(n, 'order')} of which only items, parcels or payments are here`,
      fix: 'crm import FILE, with the orders',
    },
    'waiting-entries': {
      good: () => 'none waits for its order',
      bad: (n) =>
        `${plural(n, 'rating or complaint', 'ratings or complaints')} ${n === 1 ? 'waits for its order' : 'wait for their orders'}`,
      fix: 'crm import FILE, with the orders',
    },
    'not-counted': {
      good: () => 'none',
      bad: (n) =>
        `${plural(n, 'payment, shipment or invoice', 'payments, shipments or invoices')} not counted beside orders of the same days`,
      fix: 'If they are other sales: crm import FILE --as orders',
    },
    node: same((detail) => detail),
    sqlite: same((detail) => detail),
    place: same((detail) => detail),
    private: {
      good: () => 'only you can read the ledger',
      bad: (_, detail) => `others on this computer may read ${detail}`,
      fix: 'chmod 600 on the file',
    },
    synced: {
      good: () => 'not in one',
      bad: (_, detail) => `${detail} copies the ledger to other computers; two that write damage it`,
      fix: 'Move it, and name it with --db or CRM_DB; let only backups be synced: crm backup -o FILE',
    },
    network: {
      good: () => 'not on one',
      bad: () => 'the ledger is on a network drive, where it can be damaged',
      fix: 'Move it to this computer’s own disk, and name it with --db or CRM_DB',
    },
    disk: {
      good: (detail) => detail,
      bad: (_, detail) => `${detail}: too little for an import and its backup`,
      fix: 'Make room on the disk',
    },
    'left-over': {
      good: () => 'no unfinished files',
      bad: (n) => `${plural(n, 'unfinished file')} of a stopped crm removed`,
      fix: '',
    },
    terminal: {
      good: (detail) => detail,
      bad: (_, detail) => `${detail}: signs may be shown wrong`,
      fix: 'crm --ascii, or CRM_ASCII=1',
    },
    powershell: {
      good: () => '',
      bad: () => 'PowerShell 5 changes the encoding of what is redirected with >',
      fix: 'Write files with -o FILE',
    },
  } as Readonly<Record<CheckCode, CheckWords>>,
  {
    ledger: { good: (detail) => detail, bad: (_, detail) => detail, fix: 'crm restore LATEST' },
    integrity: {
      good: () => '完好',
      bad: (n) => `有${n}处问题：文件已损坏`,
      fix: '恢复到备份，损坏的文件会保留：crm restore LATEST',
    },
    references: {
      good: () => '完好',
      bad: (n) => `有${n}行所指的内容不存在`,
      fix: '恢复到备份：crm restore LATEST',
    },
    derived: {
      good: (detail) => detail || '重新计算结果一致',
      bad: (n, detail) => detail || `有${n}处重新计算的结果不同`,
      fix: '请把这个问题报告给我们；要重新生成，可对那次导入先 crm undo 再 crm undo --redo',
    },
    backup: { good: (detail) => detail, bad: (_, detail) => detail, fix: 'crm backup' },
    reach: {
      good: () => '每位客户都有电话或邮箱',
      bad: (n, detail) => `${n}位客户没有电话和邮箱${detail}`,
      fix: 'crm list missing:phone missing:email，再 crm edit 客户 --phone 号码',
    },
    country: {
      good: () => '每位客户都有',
      bad: (n, detail) => `${n}位客户没有国家${detail}`,
      fix: 'crm list missing:country，再 crm edit 客户 --country 代码',
    },
    shared: {
      good: () => '没有',
      bad: (n) => `${n}个电话或邮箱由多位客户共用，不用来合并客户`,
      fix: 'crm dupes',
    },
    'decided-shared': {
      good: () => '没有',
      bad: (n) => `${n}个共用的联系方式上有摘牌、标签或联系记录，会涉及所有使用的人`,
      fix: 'crm dupes',
    },
    nobody: {
      good: () => '没有',
      bad: (n) => `${n}笔，计入销售额，不参与分级`,
      fix: '导入有买家信息的文件：crm import 文件',
    },
    'unknown-status': {
      good: () => '都能识别',
      bad: (n) => `${n}笔订单的状态无法识别`,
      fix: '导入平台自己的订单表：crm import 文件',
    },
    rates: { good: () => '不缺', bad: (_, detail) => detail, fix: 'crm rates set 币种=汇率' },
    'waiting-refunds': {
      good: () => '没有在等原订单的',
      bad: (n) => `${n}笔退款的原订单还没有导入`,
      fix: '导入订单：crm import 文件',
    },
    'waiting-parts': {
      good: () => '没有',
      bad: (n) => `${n}个订单只有商品明细、发货或收款记录`,
      fix: '导入订单：crm import 文件',
    },
    'waiting-entries': {
      good: () => '没有在等订单的',
      bad: (n) => `${n}条评分或投诉的订单还没有导入`,
      fix: '导入订单：crm import 文件',
    },
    'not-counted': {
      good: () => '没有',
      bad: (n) => `${n}笔收款、发货或发票没有计算，同一时期已有订单表`,
      fix: '如果是另外的销售：crm import 文件 --as orders',
    },
    node: same((detail) => detail),
    sqlite: same((detail) => detail),
    place: same((detail) => detail),
    private: {
      good: () => '只有您能读取账本',
      bad: (_, detail) => `这台电脑上的其他人可以读取 ${detail}`,
      fix: '对该文件执行 chmod 600',
    },
    synced: {
      good: () => '不在同步文件夹里',
      bad: (_, detail) => `${detail}会把账本同步到别的电脑，两边同时写入会损坏`,
      fix: '请移到别处，用 --db 或 CRM_DB 指定；只同步备份：crm backup -o 文件',
    },
    network: {
      good: () => '不在网络盘上',
      bad: () => '账本在网络盘上，容易损坏',
      fix: '请移到本机硬盘，用 --db 或 CRM_DB 指定',
    },
    disk: {
      good: (detail) => detail,
      bad: (_, detail) => `${detail}，不够导入和备份`,
      fix: '请腾出磁盘空间',
    },
    'left-over': {
      good: () => '没有未写完的文件',
      bad: (n) => `已清理中断时留下的${n}个未写完的文件`,
      fix: '',
    },
    terminal: {
      good: (detail) => detail,
      bad: (_, detail) => `${detail}，有些符号可能显示不对`,
      fix: 'crm --ascii，或设置 CRM_ASCII=1',
    },
    powershell: {
      good: () => '',
      bad: () => 'PowerShell 5 用 > 写文件时会改变编码',
      fix: '请用 -o 文件 来写',
    },
  },
)
