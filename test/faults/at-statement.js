// Loaded before the program (node --import): ends the process at the Nth statement of its write, or fails that statement as
// a full disk would, or runs the write without a transaction, to show that a half-done write would be seen.
import Database from 'better-sqlite3'

const { KILL_AT, FAIL_AT, WITHOUT_TRANSACTION, COUNT } = process.env
let isWriting = false
let count = 0

function step() {
  if (!isWriting) return
  count++
  if (count === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL')
  if (count === Number(FAIL_AT)) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
}

const exec = Database.prototype.exec
Database.prototype.exec = function (sql) {
  step()
  return exec.call(this, sql)
}

const Statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1'))
for (const name of ['run', 'get', 'all']) {
  const original = Statement[name]
  Statement[name] = function (...values) {
    const isFrame = /^(BEGIN IMMEDIATE|COMMIT)$/.test(this.source)
    step()
    const result = isFrame && WITHOUT_TRANSACTION ? undefined : original.apply(this, values)
    if (isFrame) isWriting = this.source !== 'COMMIT'
    return result
  }
}

if (COUNT) process.on('exit', () => process.stderr.write(`statements: ${count}\n`))
