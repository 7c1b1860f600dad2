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
