#!/usr/bin/env node
// Runs on whatever Node is there, however old: nothing of ours is imported before the version is known to fit, since the
// SQLite binding ends an unfit Node without a word.
const [major, minor] = process.versions.node.split('.').map(Number)
const isFit = major === 20 ? minor >= 12 : major > 22 || (major === 22 && minor >= 14)

if (isFit && Number(process.versions.napi) >= 9) {
  const { realIo, run } = await import('../dist/main.js')
  process.exitCode = await run(process.argv.slice(2), realIo())
} else {
  process.stderr.write(
    `crm needs Node 20.12 or newer (of 20), or 22.14 or newer; this is Node ${process.versions.node}. ` +
      `crm 需要 Node 20.12 以上的 20 版，或 22.14 以上的版本；现在是 Node ${process.versions.node}。\n`,
  )
  process.exitCode = 69
}
