import type { Format } from '../core/import/format.js'

/** Shop systems that number their customers give guests the number 0, which is nobody's. */
export const withoutGuestId: NonNullable<Format['buyer']> = (text) => (text('buyerId') === '0' ? { buyerId: '' } : {})
