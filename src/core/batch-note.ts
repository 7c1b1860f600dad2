import type { OwnField } from './customer-details.js'
import type { HandField } from './hand-values.js'
import type { GradeKind } from './value/grades/decision.js'

/** What the code of a part is a code of. */
export type NoteCode =
  | 'rule'
  | 'delisting'
  | 'feedback'
  | 'lead'
  | 'level'
  | 'stage'
  | 'invalid'
  | 'leadField'
  | 'points'
  | 'redeemedFor'

/** A part of what a decision says of itself: as it was typed, or a code that is put into words where it is read. */
export type NotePart =
  | string
  | { readonly field: HandField | OwnField; readonly value: string | null }
  | { readonly grade: GradeKind; readonly value: string | null; readonly until: string | null }
  | { readonly of: NoteCode; readonly code: string }
  /** Rows taken from a sheet. */
  | { readonly rows: number }
  /** Gifts recorded of a register, and those that were given a value or a reply. */
  | { readonly gifts: number; readonly changed: number }

/** The parts of which there is something to say. */
export function noteParts(...parts: readonly (NotePart | null | undefined)[]): readonly NotePart[] {
  return parts.filter((part): part is NotePart => Boolean(part))
}
