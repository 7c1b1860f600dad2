/**
 * What a ledger should hold after any commands, kept as plain lists: batches of facts about made-up people, each known by one e-mail
 * address. Everything asked of it is worked out anew from the batches in force, and nothing of src is used: where the program and this
 * disagree, one of them is wrong.
 */

/** A person's number stands for the e-mail address and the name. */
export type Person = number

/** Days since the first of the run. */
export type Day = number

export type Fact =
  | {
      readonly of: 'order'
      readonly who: Person
      readonly number: string
      readonly on: Day
      readonly paid: number
      readonly refund: number
    }
  | { readonly of: 'profile'; readonly who: Person }
  | ContactFact
  | { readonly of: 'tag'; readonly who: Person; readonly tag: string; readonly isOn: boolean }
  | { readonly of: 'value'; readonly who: Person; readonly field: 'owner' | 'city'; readonly value: string | null }
  | LeadFact
  | PointsFact
  | FeedbackFact
  | { readonly of: 'score'; readonly who: Person; readonly on: Day; readonly score: number }
  | { readonly of: 'delisting'; readonly who: Person; readonly subject: string; readonly step: string }
  | {
      readonly of: 'campaign'
      readonly who: Person | null
      readonly subject: string
      readonly step: 'new' | 'contact' | 'export'
      readonly on: Day
    }
  | { readonly of: 'merge'; readonly a: Person; readonly b: Person }

export interface ContactFact {
  readonly of: 'contact'
  /** What one command recorded of the customer is one contact. */
  readonly command: object
  readonly who: Person
  readonly on: Day
  readonly kind: 'contact' | 'done' | 'snooze' | 'skip'
  readonly rule: string | null
  readonly channel: string | null
  readonly result: string | null
  readonly text: string | null
  readonly next: Day | null
}

export interface LeadFact {
  readonly of: 'lead'
  readonly who: Person
  readonly subject: string
  readonly step: 'add' | 'level' | 'stage' | 'claim' | 'release' | 'won' | 'lost' | 'invalid'
  readonly on: Day
  /** The owner, level, stage or reason given. */
  readonly word: string
}

export interface FeedbackFact {
  readonly of: 'feedback'
  readonly who: Person
  readonly subject: string
  readonly kind: string
  readonly step: string
}

export interface PointsFact {
  readonly of: 'points'
  readonly who: Person
  readonly on: Day
  readonly points: number
}

export interface ModelBatch {
  readonly id: number
  readonly command: string
  readonly facts: readonly Fact[]
  /** Contents of the file, for one that came of a file. */
  readonly file?: string
  /** When it was taken back; null while in force. */
  voided: number | null
}

/** The kinds of facts that make a subject by their first step. */
const opening = { lead: 'add', delisting: 'propose', campaign: 'new', feedback: 'open' } as const

export class LedgerModel {
  readonly batches: ModelBatch[] = []
  private clock = 0
  private readonly subjects = { lead: 0, delisting: 0, campaign: 0, feedback: 0 }

  record(command: string, told: readonly Fact[], file?: string): void {
    const facts = told.map((fact) => this.ofWhom(fact, told))
    const given = file === undefined ? {} : { file }
    this.batches.push({ id: this.batches.length + 1, command, facts, ...given, voided: null })
    for (const fact of facts) if (isAboutSubject(fact) && fact.step === opening[fact.of]) this.subjects[fact.of]++
  }

  /** The next number of a kind; numbers taken back are not given again. */
  nextSubject(kind: keyof typeof opening): string {
    return `${{ lead: 'L', delisting: 'D', campaign: 'C', feedback: 'F' }[kind]}${this.subjects[kind] + 1}`
  }

  setVoided(batch: ModelBatch, isVoided: boolean): void {
    batch.voided = isVoided ? ++this.clock : null
  }

  /** What holds with a batch taken back, or put back, that stays as it is. */
  supposing<T>(batch: ModelBatch, isVoided: boolean, work: () => T): T {
    const { voided } = batch
    batch.voided = isVoided ? 0 : null
    const found = work()
    batch.voided = voided
    return found
  }

  /** The batch taken back last. */
  lastVoided(): ModelBatch | undefined {
    return this.batches
      .filter(({ voided }) => voided !== null)
      .sort((a, b) => a.voided! - b.voided!)
      .at(-1)
  }

  inForce(): readonly ModelBatch[] {
    return this.batches.filter(({ voided }) => voided === null)
  }

  factsInForce(): readonly Fact[] {
    return this.inForce().flatMap(({ facts }) => facts)
  }

  /** A step is about whoever its subject was opened for, also while he is one with somebody else. */
  private ofWhom(fact: Fact, own: readonly Fact[]): Fact {
    if (!isAboutSubject(fact) || fact.step === opening[fact.of]) return fact
    const opener = [...this.batches.flatMap(({ facts }) => facts), ...own]
      .filter(isAboutSubject)
      .find((one) => one.of === fact.of && one.subject === fact.subject && one.step === opening[one.of])
    return opener === undefined || opener.who === null ? fact : ({ ...fact, who: opener.who } as Fact)
  }
}

type SubjectFact = Extract<Fact, { readonly subject: string }>

function isAboutSubject(fact: Fact): fact is SubjectFact {
  return fact.of in opening
}
