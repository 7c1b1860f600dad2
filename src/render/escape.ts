/** Text as HTML or SVG text or attribute value: markup escaped, characters that hide or turn text around made visible. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']|[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g,
    (char) => {
      return entities[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
