import { bilingual } from '../../core/values/lang.js'

/** Words of the commands about the ledger itself. */
export const safetyWords = {
  status: bilingual(
    {
      summary: 'what is in the ledger, where it is, and what needs attention',
      arguments: {},
      options: {},
      examples: ['crm', 'crm status'],
    },
    { summary: '账本里有什么、放在哪里、有什么要处理', arguments: {}, options: {}, examples: ['crm', 'crm status'] },
  ),
  check: bilingual(
    {
      summary: 'whether the ledger is whole, the data complete and the computer fit; each fault with what to do',
      arguments: {},
      options: {},
      examples: ['crm check', 'crm check --json'],
    },
    {
      summary: '检查账本是否完好、资料是否齐全、电脑环境是否合适，并说明怎样处理',
      arguments: {},
      options: {},
      examples: ['crm check', 'crm check --json'],
    },
  ),
  backup: bilingual(
    {
      summary: 'back the ledger up, or list the backups',
      arguments: { action: 'make, which is meant without it, or list' },
      options: {},
      examples: ['crm backup', 'crm backup list', 'crm backup -o crm-copy.db'],
    },
    {
      summary: '备份账本，或查看有哪些备份',
      arguments: { action: 'make（备份，可以不写）或 list（查看）' },
      options: {},
      examples: ['crm backup', 'crm backup list', 'crm backup -o 账本副本.db'],
    },
  ),
  restore: bilingual(
    {
      summary: 'go back to a backup; what the ledger is now is backed up first',
      arguments: { backup: 'LATEST, a name of crm backup list, or a file' },
      options: { yes: 'do not ask; needs --confirm', confirm: 'the file name of the ledger, to confirm' },
      examples: ['crm restore LATEST', 'crm restore crm-copy.db --dry-run'],
    },
    {
      summary: '恢复到备份；现在的账本会先备份',
      arguments: { backup: 'LATEST（最近的备份）、crm backup list 里的名称，或文件名' },
      options: { yes: '不再询问，要同时写 --confirm', confirm: '账本的文件名，用来确认' },
      examples: ['crm restore LATEST', 'crm restore 账本副本.db --dry-run'],
    },
  ),
  exportAll: bilingual(
    {
      summary:
        'write everything in the ledger as csv files with a list of what they are, to leave with or to work on elsewhere',
      arguments: { target: 'a new folder, or a file ending in .zip' },
      options: { force: 'replace the zip file that is there', mkdirs: 'make the folder it goes into' },
      examples: ['crm export-all my-data', 'crm export-all my-data.zip'],
    },
    {
      summary: '把账本里的全部内容写成 csv，附说明，方便换工具或另作他用',
      arguments: { target: '新的文件夹，或以 .zip 结尾的文件名' },
      options: { force: '覆盖已有的 zip 文件', mkdirs: '自动建好所在的文件夹' },
      examples: ['crm export-all 全部数据', 'crm export-all 全部数据.zip'],
    },
  ),
  forget: bilingual(
    {
      summary: 'erase a customer for good, also from the backups; cannot be undone',
      arguments: { customer: 'name, id, phone or e-mail; list tells how many were forgotten' },
      options: {
        all: 'delete the orders as well; without it they stay in sales, of nobody',
        yes: 'do not ask; needs --confirm',
        confirm: 'the name of the customer, or the id of one without a name, to confirm',
      },
      examples: ['crm forget "Li Lei" --dry-run', 'crm forget "Li Lei" --yes --confirm "Li Lei"'],
    },
    {
      summary: '彻底删除一位客户，备份里也删；不能撤销',
      arguments: { customer: '姓名、编号、电话或邮箱；写 list 只显示删除过几位' },
      options: {
        all: '连订单一起删除；不写则订单仍计入销售额，不再属于任何人',
        yes: '不再询问，要同时写 --confirm',
        confirm: '客户姓名（没有姓名的写编号），用来确认',
      },
      examples: ['crm forget 李雷 --dry-run', 'crm forget 李雷 --yes --confirm 李雷'],
    },
  ),
  config: bilingual(
    {
      summary: 'show or change settings',
      arguments: {
        action: 'get, set, unset, load or list',
        name: 'name of the setting; after load, the file that holds several',
        value: 'its new value',
      },
      options: {},
      examples: [
        'crm config list',
        'crm config get zone',
        'crm config set zone Asia/Shanghai',
        'crm config unset zone',
        'crm config load settings.json --dry-run',
      ],
    },
    {
      summary: '查看或修改设置',
      arguments: {
        action: 'get（查看）、set（修改）、unset（取消）、load（从文件读入）或 list（全部）',
        name: '设置的名称；load 后面写设置文件的名称',
        value: '新的值',
      },
      options: {},
      examples: [
        'crm config list',
        'crm config get zone',
        'crm config set zone Asia/Shanghai',
        'crm config unset zone',
        'crm config load settings.json --dry-run',
      ],
    },
  ),
  completion: bilingual(
    {
      summary: 'have the shell complete commands, options, customers, segments, formats and sheets at the Tab key',
      arguments: { shell: 'bash, zsh, fish or powershell' },
      options: {},
      examples: ['crm completion bash', 'crm completion powershell'],
    },
    {
      summary: '让终端按 Tab 键补全命令、选项、客户、分群、格式和工作表',
      arguments: { shell: 'bash、zsh、fish 或 powershell' },
      options: {},
      examples: ['crm completion bash', 'crm completion powershell'],
    },
  ),
  rates: bilingual(
    {
      summary: 'show or give exchange rates to the base currency',
      arguments: {
        action: 'set, import or list',
        pairs: 'CURRENCY=RATE: what one unit is worth in the base currency; after import, the sheet that holds them',
      },
      options: { from: 'from this day on; without it for all days' },
      examples: [
        'crm rates list',
        'crm rates set USD=7.10',
        'crm rates set USD=7.05 EUR=7.80 --from 2026-01-01',
        'crm rates import rates.xlsx',
      ],
    },
    {
      summary: '查看或填写对本位币的汇率',
      arguments: {
        action: 'set（填写）、import（读表）或 list（查看）',
        pairs: '币种=汇率：一单位外币等于多少本位币；import 后面写汇率表的文件名',
      },
      options: { from: '从这一天起；不写表示所有日期' },
      examples: [
        'crm rates list',
        'crm rates set USD=7.10',
        'crm rates set USD=7.05 EUR=7.80 --from 2026-01-01',
        'crm rates import rates.xlsx',
      ],
    },
  ),
}
