/** What customers can be graded by. */
export const MEASURES = ['net', 'gross', 'orders', 'profit'] as const
export type Measure = (typeof MEASURES)[number]
