import type { Settings } from './config.js'
import type { Io } from './io.js'

/** Lines of a screen of which nobody knows the height. */
const DEFAULT_ROWS = 24

/** Writes a text for people: through the pager where it is longer than the screen, else as it is. */
export async function writePaged(text: string, { stdout, page }: Io, { pager }: Settings): Promise<void> {
  const isLong = stdout.isTTY && text.split('\n').length > (stdout.rows ?? DEFAULT_ROWS)
  if (isLong && pager.value !== '' && (await page(text, pager.value))) return
  stdout.write(text)
}
