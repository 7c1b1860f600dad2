import { textOf } from './markup.js'

const HEADER_CHARS = 65_536

/** Whether a text is a web archive (RFC 2557), as Excel saves a "single file web page". */
export function isWebArchive(text: string): boolean {
  return /^\s*mime-version:/i.test(text)
}

/** The web pages of an archive, in their order. */
export function pagesOf(archive: string): string[] {
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)/i.exec(archive.slice(0, HEADER_CHARS))?.[1]
  if (boundary === undefined) return []
  return archive
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => pageOf(part) ?? [])
}

function pageOf(part: string): string | undefined {
  const blank = /\r?\n\r?\n/.exec(part.slice(0, HEADER_CHARS))
  if (blank === null) return undefined
  const headers = part.slice(0, blank.index)
  if (!/^content-type:\s*text\/html/im.test(headers)) return undefined
  const body = part.slice(blank.index + blank[0].length)
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(headers)?.[1]
  return decoded(body, /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase(), charset)
}

function decoded(body: string, transfer: string | undefined, charset: string | undefined): string {
  const bytes = bytesOf(body, transfer)
  if (bytes === undefined) return body
  const declared = charset ?? /charset\s*=\s*["']?([\w.:-]+)/i.exec(bytes.toString('latin1', 0, HEADER_CHARS))?.[1]
  return textOf(bytes, declared ?? 'utf-8')
}

/** The bytes a transfer encoding stands for; undefined where the body is text as it is. */
function bytesOf(body: string, transfer: string | undefined): Buffer | undefined {
  if (transfer === 'base64') return Buffer.from(body, 'base64')
  if (transfer !== 'quoted-printable') return undefined
  const joined = body.replace(/=[ \t]*\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
