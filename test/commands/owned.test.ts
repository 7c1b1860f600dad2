import { expect, test } from 'vitest'
import { ownedBy } from '../../src/commands/owned.js'

test.each([
  ['', undefined, ''],
  ['tier:A', undefined, 'tier:A'],
  ['', 'li', 'owner=li'],
  ['', '小李', 'owner=小李'],
  ['tier:A', 'Li Wei', 'tier:A owner="Li Wei"'],
  ['', 'a,"b"', 'owner="a,b"'],
])('a filter "%s" of owner %s: %s', (filter, owner, expected) => expect(ownedBy(filter, owner)).toBe(expected))
