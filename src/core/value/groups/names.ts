/** What customers can be grouped by; the objects stand in index.ts. */
export const DIMENSIONS = ['country', 'owner', 'platform', 'shop', 'tag', 'type', 'category', 'price-band'] as const
export type DimensionName = (typeof DIMENSIONS)[number]
