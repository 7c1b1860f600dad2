const names: readonly string[] = [
  'jan january januar jän jänner januari',
  'feb february februar februari',
  'mar march mär märz mrz maart mrt mars',
  'apr april',
  'may mai mei maj',
  'jun june juni',
  'jul july juli',
  'aug august augustus augusti',
  'sep sept september',
  'oct october okt oktober',
  'nov november',
  'dec december dez dezember desember',
]

const monthOfName = new Map(names.flatMap((list, at) => list.split(' ').map((name) => [name, at + 1] as const)))

/** The month (1–12) an English, German, Dutch or Nordic name or abbreviation stands for; null when it is none. */
export function monthOfWord(word: string): number | null {
  return monthOfName.get(word.toLowerCase()) ?? null
}
