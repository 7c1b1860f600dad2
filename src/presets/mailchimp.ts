import { calledName } from '../core/report/person.js'
import { dayOfYear, type Preset } from '../core/report/preset.js'
import { bilingual } from '../core/values/lang.js'

/** Mailchimp's audience import: an address in one cell, its parts two blanks apart with the country's code; birthdays MM/DD. */
export const mailchimp: Preset = {
  name: 'mailchimp',
  words: bilingual(
    { purpose: 'Mailchimp: Audience, Import contacts, Upload a file; needs an e-mail' },
    { purpose: 'Mailchimp：Audience › Import contacts › Upload a file；要有邮箱' },
  ),
  source: 'https://mailchimp.com/help/format-guidelines-for-your-import-file/',
  needs: 'email',
  hasMark: false,
  columns: [
    { heading: 'Email Address', cell: ({ emails }) => emails[0] ?? '' },
    { heading: 'First Name', cell: calledName },
    { heading: 'Last Name', cell: () => '' },
    {
      heading: 'Address',
      cell: ({ street, city, region, postcode, country }) =>
        street === '' ? '' : [street, city, region, postcode, country].filter((part) => part !== '').join('  '),
    },
    { heading: 'Phone Number', cell: ({ phones }) => phones[0] ?? '' },
    { heading: 'Birthday', cell: (person) => dayOfYear(person).replace('-', '/') },
    { heading: 'Company', cell: ({ company }) => company },
    { heading: 'Tags', cell: ({ tags }) => tags.join(', ') },
  ],
}
