import { bilingual, LANGS } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of settings, files of them and segments of the seller's own that cannot be taken. */
export const settingErrors: Errors = {
  'config.twice': bilingual(
    said('"{name}" stands twice.', 'Leave one of the two out.'),
    said('“{name}”写了两次。', '请删掉其中一个。'),
  ),
  'config.not-json': bilingual(
    said(
      '"{file}" is not JSON, so no setting was read.',
      'It cannot be read from line {line} on.',
      'A file of settings looks like this: {"tier.cuts": [80, 95], "rfm.scoring": "bands"}',
    ),
    said(
      '“{file}”不是 JSON，没有读入任何设置。',
      '从第 {line} 行起读不懂。',
      '设置文件的写法：{"tier.cuts": [80, 95], "rfm.scoring": "bands"}',
    ),
  ),
  'config.not-object': bilingual(
    said(
      '"{file}" holds no settings by name.',
      'A file of settings looks like this: {"tier.cuts": [80, 95], "rfm.scoring": "bands"}',
    ),
    said('“{file}”里没有按名称写的设置。', '设置文件的写法：{"tier.cuts": [80, 95], "rfm.scoring": "bands"}'),
  ),
  'config.file-not-json': bilingual(
    said(
      'The settings file "{file}" cannot be read: it is not JSON.',
      'It looks like this: {"lang": "zh", "color": false}',
      'Correct it or delete it: crm runs without one.',
    ),
    said(
      '设置文件“{file}”读不懂：不是 JSON。',
      '写法：{"lang": "zh", "color": false}',
      '请改正或删除它；没有设置文件也能用。',
    ),
  ),
  'config.file-unknown': bilingual(
    said(
      'The settings file "{file}" sets "{name}", which is no setting of this computer.',
      'It may set lang, color, ascii, pager and db; how figures are worked out is set in the ledger: crm config set',
    ),
    said(
      '设置文件“{file}”里的“{name}”不是本机设置。',
      '可以写 lang、color、ascii、pager 和 db；怎么计算由账本决定：crm config set',
    ),
  ),
  'config.file-own-alone': bilingual(
    said(
      'The settings file "{file}" names a program ({name}); only your own settings file may, since a folder can come from anybody.',
      'Take it out there, and set it for yourself: crm config set {name} PROGRAM',
    ),
    said(
      '设置文件“{file}”里写了要运行的程序（{name}）；文件夹可能来自别人，所以只有您自己的设置文件可以写。',
      '请从里面删掉，改为自己设置：crm config set {name} 程序',
    ),
  ),
  'config.file-bad-value': bilingual(
    said(
      'The settings file "{file}" gives {name} a value it cannot have.',
      `lang takes ${LANGS.map((lang) => `"${lang}"`).join(' or ')}; color and ascii take true or false; pager and db take a text.`,
    ),
    said(
      '设置文件“{file}”里 {name} 的值不对。',
      `lang 写 ${LANGS.map((lang) => `"${lang}"`).join(' 或 ')}；color 和 ascii 写 true 或 false；pager 和 db 写文字。`,
    ),
  ),
  'config.refused': bilingual(
    said(
      '"{file}" was not taken; no setting was changed. To correct: {count}.',
      '{faults}',
      'Correct the file and load it again; all settings and what they take: crm config list --json',
    ),
    said(
      '“{file}”没有读入，没有改动任何设置。要改正 {count} 处。',
      '{faults}',
      '改正后再读一次；全部设置和可以写的值：crm config list --json',
    ),
  ),
  'vocabulary.unknown': bilingual(
    said(
      'There are no segments called "{name}".',
      'Did you mean {near}?',
      'Choose one of {allowed}, or write your own: crm config load FILE with {"rfm.vocabulary.NAME": {"Top": "5[4-5]*", "Rest": "5[1-3]* [1-4]**"}}',
      'To go back to the usual ones: {unset}',
    ),
    said(
      '没有叫“{name}”的分群。',
      '您是不是要写 {near}？',
      '可以选择：{allowed}；也可以自己写：crm config load 文件，内容如 {"rfm.vocabulary.名称": {"核心": "5[4-5]*", "其他": "5[1-3]* [1-4]**"}}',
      '恢复默认：{unset}',
    ),
  ),
  'vocabulary.built-in': bilingual(
    said(
      '"{name}" is built in, and its name cannot be given to segments of your own; taken are {allowed}.',
      'Choose another name: rfm.vocabulary.NAME',
      'To use those built in: crm config set rfm.vocabulary {name}',
    ),
    said(
      '分群“{name}”是自带的，自定义分群不能用它的名称；已占用的名称：{allowed}。',
      '请另起名称：rfm.vocabulary.名称',
      '要用自带的：crm config set rfm.vocabulary {name}',
    ),
  ),
  'vocabulary.in-use': bilingual(
    said(
      'The segments "{name}" are those in use (rfm.vocabulary).',
      'Choose others first: crm config set rfm.vocabulary eleven',
    ),
    said('分群“{name}”正在使用（rfm.vocabulary）。', '请先换一套：crm config set rfm.vocabulary eleven'),
  ),
  'vocabulary.form': bilingual(
    said('{name} needs names with their codes.', 'Write it like this: {"Top": "5[4-5]*", "Rest": "5[1-3]* [1-4]**"}'),
    said('{name} 要写各群的名称和编码。', '写法：{"核心": "5[4-5]*", "其他": "5[1-3]* [1-4]**"}'),
  ),
  'vocabulary.name': bilingual(
    said(
      '{name}: "{segment}" can be no name of a segment.',
      'A name has a letter or a digit, is more than a number, and has at most {most} characters and no quotes.',
    ),
    said(
      '{name}：“{segment}”不能作分群的名称。',
      '名称要有文字或数字，不能只是一个数，不超过 {most} 个字，不能有引号。',
    ),
  ),
  'vocabulary.twice': bilingual(
    said('{name}: "{segment}" names two segments.', 'Give each a name of its own, or put their codes together.'),
    said('{name}：有两个群都叫“{segment}”。', '请分别起名，或把编码合在一起。'),
  ),
  'vocabulary.pattern': bilingual(
    said(
      '{name}: the codes of "{segment}" cannot be read.',
      'Not understood: "{pattern}".',
      'A code is R F M, three places, each 1 to 5, [4-5], [135] or *: 555 5[4-5][3-5] [4-5][1-2]*',
    ),
    said(
      '{name}：“{segment}”的编码看不懂。',
      '看不懂的是“{pattern}”。',
      '编码是R、F、M三位，每位写1至5、[4-5]、[135]或*：555 5[4-5][3-5] [4-5][1-2]*',
    ),
  ),
  'vocabulary.missing': bilingual(
    said('{name}: {count} of the 125 codes are in no segment: {codes}.', 'Give each of them to one segment.'),
    said('{name}：125个编码里有{count}个不属于任何群：{codes}。', '请把它们分别归到某一个群。'),
  ),
  'vocabulary.overlap': bilingual(
    said('{name}: several segments ({segments}) share {count} codes: {codes}.', 'Leave them in one of the segments.'),
    said('{name}：多个群（{segments}）里都有这{count}个编码：{codes}。', '每个编码只能留在一个群里。'),
  ),
  'config.unknown': bilingual(
    said('There is no setting "{name}".', 'Did you mean {near}?', 'There are: {allowed}'),
    said('没有“{name}”这项设置。', '您是不是要写 {near}？', '可以设置：{allowed}'),
  ),
  'config.bad-value': bilingual(
    said('"{value}" is no value for {name}.', 'Did you mean {near}?', 'It takes {takes}.'),
    said('{name} 不能是“{value}”。', '您是不是要写 {near}？', '可以写：{takes}。'),
  ),
}
