import { calledName } from '../core/report/person.js'
import { type Preset, type PresetColumn, wholeBirthday } from '../core/report/preset.js'
import { bilingual } from '../core/values/lang.js'

/** How many phones and e-mails of one person have columns. */
const NUMBERED = [0, 1, 2]

const emails = NUMBERED.map(
  (at): PresetColumn => ({ heading: `E-mail ${at + 1} - Value`, cell: (person) => person.emails[at] ?? '' }),
)
const phones = NUMBERED.map(
  (at): PresetColumn => ({ heading: `Phone ${at + 1} - Value`, cell: (person) => person.phones[at] ?? '' }),
)

/** Google Contacts: the headings of its own export; labels are parted by ` ::: `. */
export const google: Preset = {
  name: 'google',
  words: bilingual({ purpose: 'Google Contacts: Import, Select file' }, { purpose: 'Google 通讯录：导入 › 选择文件' }),
  source: 'https://support.google.com/contacts/answer/1069522',
  needs: 'nothing',
  hasMark: false,
  columns: [
    { heading: 'First Name', cell: calledName },
    { heading: 'Last Name', cell: () => '' },
    { heading: 'Organization Name', cell: ({ company }) => company },
    { heading: 'Birthday', cell: wholeBirthday },
    { heading: 'Notes', cell: ({ wechat }) => (wechat === '' ? '' : `WeChat: ${wechat}`) },
    { heading: 'Labels', cell: ({ tags }) => tags.join(' ::: ') },
    ...emails,
    ...phones,
    { heading: 'Address 1 - Street', cell: ({ street }) => street },
    { heading: 'Address 1 - City', cell: ({ city }) => city },
    { heading: 'Address 1 - Region', cell: ({ region }) => region },
    { heading: 'Address 1 - Postal Code', cell: ({ postcode }) => postcode },
    { heading: 'Address 1 - Country', cell: ({ country }) => country },
  ],
}
