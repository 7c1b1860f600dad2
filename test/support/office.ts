import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The program on PATH that opens and saves workbooks; undefined where there is none. */
export const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

/** What a test that needs it says of itself where it is skipped. */
export const officeMissing = office ? '' : ' (skipped: no libreoffice on PATH)'

/** What LibreOffice is told for each kind of file: a list saved as text is saved sheet by sheet. */
const filters = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
} as const

export type OfficeKind = keyof typeof filters

/** LibreOffice opens a file of a folder and saves it as another kind, under the same name. */
export function saveByOffice(folder: string, file: string, kind: OfficeKind, to: string): void {
  mkdirSync(to, { recursive: true })
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const argv = [profile, '--headless', '--convert-to', filters[kind], '--outdir', to, join(folder, file)]
  execFileSync(office!, argv, { stdio: 'ignore' })
}
