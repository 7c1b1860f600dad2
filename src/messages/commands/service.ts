import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands about service and credit. */
export const serviceWords = {
  credit: bilingual(
    {
      summary: 'credit lists: green, yellow, red and black, with fulfilment and the reason',
      arguments: { filter: argumentWords.en.filter },
      options: {},
      examples: ['crm credit', 'crm credit credit:red,black', 'crm credit tier:A -o credit.xlsx'],
    },
    {
      summary: '信用名单：绿、黄、红、黑，附履约率和原因',
      arguments: { filter: argumentWords.zh.filter },
      options: {},
      examples: ['crm credit', 'crm credit credit:red,black', 'crm credit tier:A -o 信用名单.xlsx'],
    },
  ),
}
