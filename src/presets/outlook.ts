import { calledName } from '../core/report/person.js'
import { type Preset, wholeBirthday } from '../core/report/preset.js'
import { bilingual } from '../core/values/lang.js'

/** Outlook: the headings of its English template; on Windows it takes a file without a byte order mark for the local code page. */
export const outlook: Preset = {
  name: 'outlook',
  words: bilingual(
    { purpose: 'Outlook: People, Manage contacts, Import contacts' },
    { purpose: 'Outlook：联系人 › 管理联系人 › 导入联系人' },
  ),
  source:
    'https://support.microsoft.com/office/create-or-edit-csv-files-to-import-into-outlook-4518d70d-8fe9-46ad-94fa-1494247193c7',
  needs: 'nothing',
  hasMark: true,
  columns: [
    { heading: 'First Name', cell: calledName },
    { heading: 'Last Name', cell: () => '' },
    { heading: 'Company', cell: ({ company }) => company },
    { heading: 'E-mail Address', cell: ({ emails }) => emails[0] ?? '' },
    { heading: 'E-mail 2 Address', cell: ({ emails }) => emails[1] ?? '' },
    { heading: 'E-mail 3 Address', cell: ({ emails }) => emails[2] ?? '' },
    { heading: 'Mobile Phone', cell: ({ phones }) => phones[0] ?? '' },
    { heading: 'Primary Phone', cell: ({ phones }) => phones[1] ?? '' },
    { heading: 'Other Phone', cell: ({ phones }) => phones[2] ?? '' },
    { heading: 'Business Street', cell: ({ street }) => street },
    { heading: 'Business City', cell: ({ city }) => city },
    { heading: 'Business State', cell: ({ region }) => region },
    { heading: 'Business Postal Code', cell: ({ postcode }) => postcode },
    { heading: 'Business Country/Region', cell: ({ country }) => country },
    { heading: 'Birthday', cell: wholeBirthday },
    { heading: 'Notes', cell: ({ wechat }) => (wechat === '' ? '' : `WeChat: ${wechat}`) },
    { heading: 'Categories', cell: ({ tags }) => tags.join(';') },
  ],
}
