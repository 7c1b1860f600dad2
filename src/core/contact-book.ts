/** How one customer can be reached beside the phone and the e-mail in use, and where; '' where nothing is known. */
export interface BookEntry {
  /** Further numbers in E.164 and further addresses, as files give them, the newest first; none where one was typed by hand. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly company: string
  readonly region: string
  readonly city: string
  readonly address: string
  readonly postcode: string
}

/** By customer index; those of whom nothing of it is known are left out. */
export type ContactBook = ReadonlyMap<number, BookEntry>

export const EMPTY_ENTRY: BookEntry = {
  ...{ phones: [], emails: [], company: '', region: '', city: '', address: '', postcode: '' },
}
