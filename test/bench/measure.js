import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from './files.js'

const GNU_TIME = '/usr/bin/time'
const POLL_MS = 5
const hasGnuTime = existsSync(GNU_TIME) && spawnSync(GNU_TIME, ['-f', '%M', 'true']).status === 0

/** How the peak memory of a process is found out here. */
export const memoryMethod = hasGnuTime
  ? 'ru_maxrss of the finished process (GNU time)'
  : existsSync('/proc/self/status')
    ? `VmHWM of the running process, looked at every ${POLL_MS} ms`
    : 'not measured on this system'

/** The kernel's high-water mark of a running process in kB; null once it is gone. */
function highWaterKb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return null
  }
}

/** NODE_EXTRA_CA_CERTS alone costs Node 70 ms at start; it has nothing to do with what is measured. */
function plainEnvironment(extra) {
  const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = { ...process.env, ...extra }
  return env
}

function wrapped(command, memoryFile) {
  return hasGnuTime ? [GNU_TIME, '-q', '-f', '%M', '-o', memoryFile, ...command] : command
}

/**
 * Runs one process to its end: `{ms, peakKb, status, complaint}`. Its stdout is thrown away, stdin may be a file.
 * @param {{command: readonly string[], stdin?: string, env?: Record<string, string>}} step
 */
async function runStep({ command, stdin, env }) {
  const memoryFile = join(scratchFolder(), `peak-${process.pid}`)
  const [program, ...args] = wrapped(command, memoryFile)
  const input = stdin === undefined ? 'ignore' : openSync(stdin, 'r')
  const startedAt = process.hrtime.bigint()
  const child = spawn(program, args, { stdio: [input, 'ignore', 'pipe'], env: plainEnvironment(env) })
  const complaint = []
  let polledKb = null
  child.stderr.on('data', (bytes) => complaint.push(bytes))
  const poll = hasGnuTime ? null : setInterval(() => (polledKb = highWaterKb(child.pid) ?? polledKb), POLL_MS)
  const status = await new Promise((resolve) => child.on('error', () => resolve(127)).on('close', resolve))
  const ms = Number(process.hrtime.bigint() - startedAt) / 1e6
  clearInterval(poll)
  if (input !== 'ignore') closeSync(input)
  const peakKb = hasGnuTime && existsSync(memoryFile) ? Number(readFileSync(memoryFile, 'utf8').trim()) : polledKb
  rmSync(memoryFile, { force: true })
  return { ms, peakKb, status, complaint: Buffer.concat(complaint).toString() }
}

/**
 * Runs the steps of a job one after the other, after `reset` has put everything back: time is their sum, memory the
 * largest. A step that fails ends the job with an error that says how.
 */
export async function runJob({ steps, reset }) {
  reset?.()
  let ms = 0
  let peakKb = null
  for (const step of steps) {
    const result = await runStep(step)
    if (result.status !== 0) {
      throw new Error(
        `${step.command.slice(0, 4).join(' ')} … ended with ${result.status}: ${result.complaint.trim().slice(-300)}`,
      )
    }
    ms += result.ms
    peakKb = result.peakKb === null ? peakKb : Math.max(peakKb ?? 0, result.peakKb)
  }
  return { ms, peakKb }
}

/** The middle of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs two jobs in turn, A B A B …, `pairs` times after one of each to warm up: the results of both, pair by pair.
 * Without B, A alone.
 */
export async function runInTurn(a, b, pairs) {
  const results = { a: [], b: [] }
  for (let i = -1; i < pairs; i++) {
    const ofA = await runJob(a)
    const ofB = b === null ? null : await runJob(b)
    if (i < 0) continue
    results.a.push(ofA)
    if (ofB !== null) results.b.push(ofB)
  }
  return results
}
