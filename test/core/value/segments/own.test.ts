import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allCodes, codesOf, patternsOf } from '../../../../src/core/value/segments/codes.js'
import { type OwnSegments, vocabularyFaults } from '../../../../src/core/value/segments/own.js'

describe('patterns of codes', () => {
  test.each([
    ['555', '555'],
    ['5[4-5]5', '545 555'],
    ['[15]1[1-2]', '111 112 511 512'],
    ['11*', '111 112 113 114 115'],
    ['111 111, 112；113', '111 112 113'],
    ['５5１', '551'],
    ['', ''],
  ])('%s', (patterns, codes) => {
    expect(codesOf(patterns, 'scores')!.toSorted().join(' ')).toBe(codes)
  })

  test.each(['556', '55', '5555', '5[5-4]1', '[0-5]11', '5-51', 'abc', '[]11', '5?5', '[1-]11', '011'])(
    '%s is none',
    (bad) => {
      expect(codesOf(bad, 'scores')).toBeNull()
    },
  )

  test('codes put into patterns are those codes again', () => {
    fc.assert(
      fc.property(fc.subarray([...allCodes('scores')]), (codes) => {
        expect(codesOf(patternsOf(codes, 'scores'), 'scores')!.toSorted()).toEqual(codes.toSorted())
      }),
    )
    expect(
      patternsOf(
        allCodes('scores').filter((code) => code[0] !== '5'),
        'scores',
      ),
    ).toBe('1** 2** 3** 4**')
  })
})

const faults = (segments: OwnSegments) =>
  vocabularyFaults('mine', segments).map(({ code, params: { name: _name, most: _most, ...params } }) => [code, params])

describe('own segments', () => {
  test('are right when every code is in exactly one', () => {
    expect(
      faults([
        ['Top', '5[4-5]*'],
        ['Rest', '5[1-3]* [1-4]**'],
      ]),
    ).toEqual([])
  })

  test('a gap is told with its codes', () => {
    expect(
      faults([
        ['Top', '5[4-5]*'],
        ['Rest', '5[1-3]* [1-3]** 4[2-5]* 41[1-4]'],
      ]),
    ).toEqual([['vocabulary.missing', { count: 1, codes: '415' }]])
  })

  test('an overlap is told with its codes and segments', () => {
    expect(
      faults([
        ['Top', '5**'],
        ['Good', '55* [3-4]**'],
        ['Rest', '[1-3]**'],
      ]),
    ).toEqual([
      ['vocabulary.overlap', { segments: ['Top', 'Good'], count: 5, codes: '55*' }],
      ['vocabulary.overlap', { segments: ['Good', 'Rest'], count: 25, codes: '3**' }],
    ])
  })

  test('a gap and an overlap are told together', () => {
    expect(
      faults([
        ['A', '1** 2** 3**'],
        ['B', '3** 4**'],
      ]).map(([code]) => code),
    ).toEqual(['vocabulary.missing', 'vocabulary.overlap'])
  })

  test('names are there, differ, and can be typed in a filter', () => {
    expect(
      faults([
        [' ', '5**'],
        ['Rest', '[1-4]**'],
      ]),
    ).toEqual([['vocabulary.name', { segment: ' ' }]])
    expect(
      faults([
        ['A "b"', '5**'],
        ['Rest', '[1-4]**'],
      ]),
    ).toEqual([['vocabulary.name', { segment: 'A "b"' }]])
    expect(
      faults([
        ['-', '5**'],
        ['Rest', '[1-4]**'],
      ]),
    ).toEqual([['vocabulary.name', { segment: '-' }]])
    // The names of an object stand as written, but for whole numbers: 5, 4, 3 would be read as 3, 4, 5, the worst first.
    expect(faults(Object.entries({ '5': '[3-5]**', '4': '[1-2]**' }))).toEqual([
      ['vocabulary.name', { segment: '4' }],
      ['vocabulary.name', { segment: '5' }],
    ])
    expect(
      faults([
        ['5 stars', '5**'],
        ['★4', '[1-4]**'],
      ]),
    ).toEqual([])
    expect(
      faults([
        ['Top', '5**'],
        ['top ', '[1-4]**'],
      ]),
    ).toEqual([['vocabulary.twice', { segment: 'top' }]])
  })

  test('what cannot be read is told by segment, before gaps are looked for', () => {
    expect(
      faults([
        ['Top', '5** 6**'],
        ['Rest', ''],
      ]),
    ).toEqual([
      ['vocabulary.pattern', { segment: 'Top', pattern: '6**' }],
      ['vocabulary.pattern', { segment: 'Rest', pattern: '' }],
    ])
  })
})
