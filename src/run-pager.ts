import { spawn } from 'node:child_process'

/** Makes `less` keep colours, leave short texts alone, read UTF-8 and start nothing; what the reader set for it stands. */
const PAGER_ENVIRONMENT = { LESS: 'FRX', LESSCHARSET: 'utf-8', LESSSECURE: '1' }

/** Ends a shell that does not find a program. */
const NOT_FOUND = 127

/** Starts the program as a shell takes it and hands it the text; false where it cannot be started. */
export function runPager(
  text: string,
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...PAGER_ENVIRONMENT, ...env },
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code !== NOT_FOUND))
    // Who leaves the pager early has seen enough.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
