import { calledName } from '../core/report/person.js'
import { type Preset, wholeBirthday } from '../core/report/preset.js'
import { bilingual } from '../core/values/lang.js'

/** Klaviyo's list upload: its own properties by their names, the first column the e-mail; phones E.164, days ISO. */
export const klaviyo: Preset = {
  name: 'klaviyo',
  words: bilingual(
    { purpose: 'Klaviyo: Lists & segments, Upload contacts; needs an e-mail or a phone' },
    { purpose: 'Klaviyo：Lists & segments › Upload contacts；要有邮箱或电话' },
  ),
  source: 'https://help.klaviyo.com/hc/en-us/articles/115005078967',
  needs: 'email or phone',
  hasMark: false,
  columns: [
    { heading: 'Email', cell: ({ emails }) => emails[0] ?? '' },
    { heading: 'Phone Number', cell: ({ phones }) => phones[0] ?? '' },
    { heading: 'First Name', cell: calledName },
    { heading: 'Last Name', cell: () => '' },
    { heading: 'Organization', cell: ({ company }) => company },
    { heading: 'Address', cell: ({ street }) => street },
    { heading: 'City', cell: ({ city }) => city },
    { heading: 'State/Region', cell: ({ region }) => region },
    { heading: 'Zip Code', cell: ({ postcode }) => postcode },
    { heading: 'Country', cell: ({ country }) => country },
    { heading: 'Birthday', cell: wholeBirthday },
  ],
}
