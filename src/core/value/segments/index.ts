import { eleven } from './eleven.js'
import { ten } from './ten.js'
import { value } from './value.js'
import type { Vocabulary } from './vocabulary.js'
import { volc } from './volc.js'

/** The vocabularies that are always there; the first is the default. */
export const vocabularies: readonly Vocabulary[] = [eleven, ten, value, volc]
