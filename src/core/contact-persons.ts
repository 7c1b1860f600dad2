import { normaliseEmail, normalisePhone } from './values/contact-point.js'
import { cleanCell } from './values/text.js'

/** Somebody who speaks for a customer: '' where nothing is known of the role, the phone (E.164) or the e-mail. */
export interface ContactPerson {
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly email: string
}

/** Between the parts of a person as typed; a stroke between digits is part of a number. */
const partMark = /[,，、|;；]+|(?<!\d)\/|\/(?!\d)/
/** Between the parts of a person, and between persons, as kept. */
const BETWEEN_PARTS = ' / '
const BETWEEN_PERSONS = '; '

/** Why a person was not understood, and the part that is to blame. */
export interface PersonProblem {
  readonly problem: 'name' | 'phone' | 'email'
  readonly text: string
}

/**
 * A person as typed: the name, then in any order a role, a phone and an e-mail (`Anna Chen, buyer, +49 30 901820`). National numbers are
 * those of `country`.
 */
export function readContactPerson(typed: string, country: string): ContactPerson | PersonProblem {
  const [name = '', ...parts] = typed.split(partMark).map(cleanCell)
  if (name === '' || name.includes('@') || isNumber(name)) return { problem: 'name', text: typed }
  const roles: string[] = []
  let [phone, email] = ['', '']
  for (const part of parts) {
    if (part.includes('@')) {
      email = normaliseEmail(part) ?? ''
      if (email === '') return { problem: 'email', text: part }
    } else if (isNumber(part)) {
      const read = normalisePhone(part, country || undefined)
      if ('problem' in read) return { problem: 'phone', text: part }
      phone = read.e164
    } else if (part !== '') roles.push(part)
  }
  return { name, role: roles.join(' '), phone, email }
}

/** Mostly digits, and enough of them: a phone, however it is written. */
function isNumber(text: string): boolean {
  return /^[+(]?[\d\s()+./-]{6,}$/.test(text.replace(/^(?:tel|phone|mobile|电话|手机)[ .:：]*/i, ''))
}

/** Persons as they are kept and shown: `Anna Chen / buyer / +4930901820; Bob Li`. */
export function writeContactPersons(persons: readonly ContactPerson[]): string {
  return persons
    .map(({ name, role, phone, email }) => [name, role, phone, email].filter((part) => part !== '').join(BETWEEN_PARTS))
    .join(BETWEEN_PERSONS)
}

/** Persons of a kept text. */
export function contactPersons(text: string): ContactPerson[] {
  return text.split(BETWEEN_PERSONS).flatMap((entry) => {
    const person = readContactPerson(entry.split(BETWEEN_PARTS).join(','), '')
    return 'problem' in person ? [] : [person]
  })
}

/** The persons with another one: in the place of whoever has the same name, else at the end. */
export function withPerson(persons: readonly ContactPerson[], person: ContactPerson): ContactPerson[] {
  const isSame = ({ name }: ContactPerson) => name.toLowerCase() === person.name.toLowerCase()
  return persons.some(isSame) ? persons.map((one) => (isSame(one) ? person : one)) : [...persons, person]
}
