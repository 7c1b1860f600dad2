const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_SIZE = 22

/**
 * Sets the time of every entry of a zip file to midnight of a day (`YYYY-MM-DD`), in place, so that equal contents give
 * equal bytes. For archives without a comment and without zip64 records; others are left as they are.
 */
export function stampZip(bytes: Uint8Array, day: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_SIZE
  if (end < 0 || view.getUint32(end, true) !== END) return bytes
  const date = dosDate(day)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    setTime(view, at + 12, date)
    setTime(view, view.getUint32(at + 42, true) + 10, date)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

function setTime(view: DataView, at: number, date: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, date, true)
}

// Zip knows days from 1980 to 2107.
function dosDate(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return ((Math.min(2107, Math.max(1980, year)) - 1980) << 9) | (month << 5) | date
}
