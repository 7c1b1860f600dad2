import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end; `during` may meddle with it meanwhile. */
export function ends(
  [command = '', ...args]: readonly string[],
  { cwd, env, during }: { cwd: string; env: NodeJS.ProcessEnv; during?: (child: ChildProcess) => void },
): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env } })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk
  })
  during?.(child)
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, ...said })))
}
