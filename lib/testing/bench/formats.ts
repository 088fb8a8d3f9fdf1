/**
 * `npm run bench:formats`: how long each format takes, and the most memory that the process needed until then, for 50,000 words in
 * 2,500 sentences with evidence. Writes formats.md. Aim: 2 s and 200 MiB for all; it fails above. Whoever changed a format runs it on a
 * machine that does nothing else: the tests hold the sizes and leave out the clock.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { strToU8 } from 'fflate'
import { packDossier } from '#lib/domain/formats/dossier.ts'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import { scaleVersion } from '#lib/testing/version-scale.ts'
import { NODE_PACKING } from '#lib/usecases/node-packing.ts'

const MOST_MS = 2000
const MOST_MIB = 200

const version = scaleVersion()
const words = version.blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0)
/** The high-water mark: garbage that came and went within a format is in it, too. */
const peak = () => process.resourceUsage().maxRSS / 1024
const before = peak()
let total = 0
const rows: string[] = []
const line = (...cells: readonly string[]) => rows.push(`| ${cells.join(' | ')} |`)

function measure(name: string, make: () => string | Uint8Array): string | Uint8Array {
  const start = performance.now()
  const output = make()
  const took = performance.now() - start
  total += took
  const size = Math.round(Buffer.byteLength(output) / 1024)
  line(name, took.toFixed(0), String(size), (peak() - before).toFixed(0))
  return output
}

const files = FORMATS.map((format) => {
  const output = measure(format.id, () => format.render(version, NOWHERE))
  const bytes = typeof output === 'string' ? strToU8(output) : output
  return { name: `article/article.${format.extension}`, bytes }
})
measure('dossier', () => packDossier(files, NODE_PACKING))
const memory = peak() - before
const verdict = (is: number, most: number) => (is <= most ? 'pass' : 'FAIL')
const written = `# The formats, measured

\`npm run bench:formats\` writes this page. ${words} words, ${version.sentences.length} sentences, ${version.sources.length} sources; ${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}. Each format is made once, one after the other in one process; the peak is the most memory that the process needed until then, beyond what it needed before the first.

| Format | ms | KiB | Peak, MiB |
|---|---|---|---|
${rows.join('\n')}

- Together ${total.toFixed(0)} ms of ${MOST_MS}: ${verdict(total, MOST_MS)}
- Together ${memory.toFixed(0)} MiB of ${MOST_MIB}: ${verdict(memory, MOST_MIB)}
`
writeFileSync(new URL('formats.md', import.meta.url), written)
console.log(written)
if (total > MOST_MS || memory > MOST_MIB) process.exitCode = 1
