/** Why somebody is delisted (R30): failing credit, misuse of name or brand, attacks or rumours, breach or other grave conduct. */
export const DELISTING_CAUSES = ['credit', 'misuse', 'attack', 'breach', 'other'] as const
export type DelistingCause = (typeof DELISTING_CAUSES)[number]

/** The steps a seller records, in their order. */
export const DELISTING_STEPS = ['propose', 'check', 'decide', 'told', 'objection', 'review'] as const
export type DelistingStep = (typeof DELISTING_STEPS)[number]
