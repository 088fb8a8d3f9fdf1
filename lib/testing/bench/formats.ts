/**
 * `npm run bench:formats`: how long each format takes, and how much memory all of them together, for 50,000 words in
 * 2,500 sentences with evidence. Aim: 2 s and 200 MiB for all.
 */
import { cpus } from 'node:os'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import { scaleVersion } from '#lib/testing/version-scale.ts'

const version = scaleVersion()
const words = version.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0)
const before = process.memoryUsage().rss
let most = before
let total = 0
console.log(
  `${words} words, ${version.sentences.length} sentences, ${version.sources.length} sources; ${cpus()[0]?.model}`,
)
for (const format of FORMATS) {
  const start = performance.now()
  const output = format.render(version, NOWHERE)
  const took = performance.now() - start
  total += took
  most = Math.max(most, process.memoryUsage().rss)
  const size = Math.round(Buffer.byteLength(output) / 1024)
  console.log(
    `${format.id.padEnd(12)} ${took.toFixed(0).padStart(6)} ms ${String(size).padStart(7)} KiB`,
  )
}
const mebibytes = (most - before) / 2 ** 20
console.log(`together ${total.toFixed(0)} ms, ${mebibytes.toFixed(0)} MiB more than before`)
