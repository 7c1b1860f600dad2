import { Worker } from 'node:worker_threads'

/** A watch over work that may never give the thread back, when no timer of its own can fire any more. */
export interface Watch {
  begin(index: number): void
  /** Seconds the processor worked since `begin`, whatever else the machine had to do. */
  end(): number
  stop(): void
}

const HANGS_AFTER_MS = 120_000

/** Kills the process with a word on stderr when one case takes minutes, so that a hang is a failure and not a silence. */
export function watchForHang(): Watch {
  const beat = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(
    `const { workerData: { beat, ms } } = require('node:worker_threads')
     const { writeSync } = require('node:fs')
     for (;;) {
       const seen = Atomics.load(beat, 0)
       if (seen < 0) break
       if (Atomics.wait(beat, 0, seen, ms) !== 'timed-out' || seen % 2 === 0) continue
       writeSync(2, 'hangs: case ' + Atomics.load(beat, 1) + '\\n')
       process.kill(process.pid, 'SIGKILL')
     }`,
    { eval: true, workerData: { beat, ms: HANGS_AFTER_MS } },
  )
  worker.unref()
  let start = process.cpuUsage()
  const tick = () => {
    Atomics.add(beat, 0, 1)
    Atomics.notify(beat, 0)
  }
  return {
    begin(index) {
      Atomics.store(beat, 1, index)
      start = process.cpuUsage()
      tick()
    },
    end() {
      tick()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1e6
    },
    stop() {
      Atomics.store(beat, 0, -1)
      Atomics.notify(beat, 0)
    },
  }
}
