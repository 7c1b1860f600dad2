import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactPersons, readContactPerson, withPerson, writeContactPersons } from '../../src/core/contact-persons.js'

describe('contact persons', () => {
  test.each([
    ['Anna Chen, buyer, +49 30 901820', '', { name: 'Anna Chen', role: 'buyer', phone: '+4930901820', email: '' }],
    ['Anna Chen, +49 30 901820, buyer', '', { name: 'Anna Chen', role: 'buyer', phone: '+4930901820', email: '' }],
    ['陈安，采购，13800000002', '', { name: '陈安', role: '采购', phone: '+8613800000002', email: '' }],
    ['陈安/采购/13800000002', '', { name: '陈安', role: '采购', phone: '+8613800000002', email: '' }],
    ['Bob, Bob@Example.com', '', { name: 'Bob', role: '', phone: '', email: 'bob@example.com' }],
    ['Eva, sales, 030 901820', 'DE', { name: 'Eva', role: 'sales', phone: '+4930901820', email: '' }],
    ['Eva, 030/901820', 'DE', { name: 'Eva', role: '', phone: '+4930901820', email: '' }],
    ['Eva, head, of purchasing', '', { name: 'Eva', role: 'head of purchasing', phone: '', email: '' }],
    ['Eva', '', { name: 'Eva', role: '', phone: '', email: '' }],
  ])('%s', (typed, country, person) => {
    expect(readContactPerson(typed, country)).toEqual(person)
    const kept = writeContactPersons([person])
    expect(contactPersons(kept)).toEqual([person])
  })

  test.each([
    ['', 'name', ''],
    ['-, buyer', 'name', '-, buyer'],
    ['bob@example.com', 'name', 'bob@example.com'],
    ['13800000002', 'name', '13800000002'],
    ['Bob, 123456', 'phone', '123456'],
    ['Bob, 030 901820', 'phone', '030 901820'],
    ['Bob, bob@', 'email', 'bob@'],
  ])('%s is not understood because of its %s', (typed, problem, text) => {
    expect(readContactPerson(typed, '')).toEqual({ problem, text })
  })

  test('the same name is the same person; several keep their order', () => {
    const [a, b, c] = ['Anna, buyer', 'Bob', 'anna, boss'].map((text) => {
      const person = readContactPerson(text, '')
      if ('problem' in person) throw new Error(text)
      return person
    })
    expect([a!, b!, c!].reduce(withPerson, contactPersons('')).map(({ role }) => role)).toEqual(['boss', ''])
    expect(writeContactPersons([a!, b!])).toBe('Anna / buyer; Bob')
  })

  test('whatever is read is read again from what is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const person = readContactPerson(typed, '')
        if ('problem' in person) return
        expect(contactPersons(writeContactPersons([person]))).toEqual([person])
      }),
      { seed: 7, numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Anna', 'Bob / x', ' - ', '; ', ',', '/', '+49 30 901820', 'x@y.de', '"', '='), {
          maxLength: 6,
        }),
        (parts) => {
          const person = readContactPerson(parts.join(''), '')
          if ('problem' in person) return
          expect(contactPersons(writeContactPersons([person]))).toEqual([person])
        },
      ),
      { seed: 7, numRuns: 1000 },
    )
  })
})
