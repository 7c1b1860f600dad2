import { bilingual } from '../../core/values/lang.js'

/** What a file may hold at most, by the limit it was refused for. `{most}` is the place of the figure. */
export const limitWords = bilingual<Readonly<Record<string, string>>>(
  {
    'file-bytes': 'a file of at most {most}',
    entries: 'at most {most} parts in the file',
    'entry-name': 'only parts that stay inside the file when it is unpacked',
    bytes: 'at most {most} in a part',
    ratio: 'parts that unpack to at most {most} times their size',
    token: 'at most {most} between two tags',
    'blank-cells': 'at most {most} blank cells for each filled one',
    'part-bytes': 'at most {most} in a part that is read whole',
    'markup-bytes': 'at most {most} in a file of this kind',
    'xls-bytes': 'at most {most} in a workbook of the old kind (.xls)',
    'repeated-cells': 'at most {most} cells that are written once for several places',
    tables: 'at most {most} tables in a page',
    'shared-strings': 'at most {most} different texts',
    'shared-characters': 'at most {most} characters in all different texts together',
    rows: 'at most {most} rows in a sheet',
    columns: 'at most {most} columns in a sheet',
    characters: 'at most {most} characters in a cell',
  },
  {
    'file-bytes': '文件不超过 {most}',
    entries: '文件里不超过 {most} 个部分',
    'entry-name': '各部分解压后都留在文件自己的位置',
    bytes: '每个部分不超过 {most}',
    ratio: '每个部分解压后不超过原来的 {most} 倍',
    token: '两个标签之间不超过 {most}',
    'blank-cells': '每个有内容的单元格前不超过 {most} 个空单元格',
    'part-bytes': '需要整体读取的部分不超过 {most}',
    'markup-bytes': '这类文件不超过 {most}',
    'xls-bytes': '旧版工作簿（.xls）不超过 {most}',
    'repeated-cells': '写一次、用在多处的单元格不超过 {most} 个',
    tables: '一个网页里不超过 {most} 个表格',
    'shared-strings': '不同的文字不超过 {most} 条',
    'shared-characters': '不同的文字合计不超过 {most} 个字符',
    rows: '每个工作表不超过 {most} 行',
    columns: '每个工作表不超过 {most} 列',
    characters: '每个单元格不超过 {most} 个字符',
  },
)

const MEGABYTE = 2 ** 20

/** The figure of a limit as a reader takes it: bytes in megabytes. */
export function limitFigure(limit: string, most: number): string {
  const isBytes = /bytes$/.test(limit) || limit === 'token'
  return isBytes ? `${most / MEGABYTE} MB` : most.toLocaleString('en-US')
}
