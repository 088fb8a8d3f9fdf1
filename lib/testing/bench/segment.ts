/**
 * The segmenter beside the engine's own and four libraries:
 *
 *   npm run bench:segment                    the project's cases by language, and speed
 *   npm run bench:segment -- --data FOLDER   also F1 on every FOLDER/*.json, [{ text, lang, sentences: [[start, end]] }]
 *
 * F1 counts the boundaries inside each text, as the number of visible characters before them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { segment } from '#lib/domain/text/segmentation.ts'
import { ENGLISH_CASES, OTHER_CASES, readCase } from '#lib/testing/segment-cases.ts'
import { CASES_BY_LANGUAGE } from '#lib/testing/segment-cases-languages.ts'
import { type Segment, segmentPeers } from './segment-peers.ts'

interface Score {
  readonly hit: number
  readonly false: number
  readonly missed: number
}

const SEGMENTERS: Readonly<Record<string, Segment>> = { galley: segment, ...(await segmentPeers()) }

const sample = z.object({
  text: z.string(),
  lang: z.string(),
  sentences: z.array(z.tuple([z.number(), z.number()])),
})

const inside = (
  text: string,
  spans: readonly (readonly [number, number])[],
): ReadonlySet<number> => {
  const visible = (end: number) => text.slice(0, end).replace(/\s/g, '').length
  const all = visible(text.length)
  return new Set(spans.map(([, end]) => visible(end)).filter((count) => count > 0 && count < all))
}

function scoreOf(samples: readonly z.infer<typeof sample>[], cut: Segment): Score {
  const score = { hit: 0, false: 0, missed: 0 }
  for (const { text, lang, sentences } of samples) {
    const wanted = inside(text, sentences)
    const found = inside(text, cut(text, lang))
    for (const end of found) wanted.has(end) ? score.hit++ : score.false++
    for (const end of wanted) if (!found.has(end)) score.missed++
  }
  return score
}

const percent = (part: number, of: number): string =>
  ((100 * part) / (of || 1)).toFixed(1).padStart(6)

/** Boundaries behind an end mark and outside quotations: what every segmenter claims to find. */
function plainScoreOf(samples: readonly z.infer<typeof sample>[], cut: Segment): Score {
  const score = { hit: 0, false: 0, missed: 0 }
  for (const { text, lang, sentences } of samples) {
    const wanted = inside(text, sentences)
    const plain = inside(text, sentences.filter(isPlain(text)))
    const found = inside(text, cut(text, lang))
    for (const end of found) if (!wanted.has(end)) score.false++
    for (const end of plain) found.has(end) ? score.hit++ : score.missed++
  }
  return score
}

const END_MARK = /[.!?…。！？؟۔।:;][\s»”"'’)\]』」›“]*$/u

const isPlain =
  (text: string) =>
  ([from, to]: readonly [number, number]): boolean => {
    const before = text.slice(0, to)
    const open = (before.match(/[“«]/gu)?.length ?? 0) > (before.match(/[”»]/gu)?.length ?? 0)
    const straight = (before.match(/"/g)?.length ?? 0) % 2 === 1
    return END_MARK.test(text.slice(from, to)) && !open && !straight
  }

function reportCases(): void {
  const elsewhere = [...OTHER_CASES, ...CASES_BY_LANGUAGE]
  const cases = [...ENGLISH_CASES, ...elsewhere]
  for (const [name, cut] of Object.entries(SEGMENTERS)) {
    const right = cases.filter(({ line, lang }) => {
      const { text, sentences } = readCase(line)
      const found = cut(text, lang).map(([from, to]) => text.slice(from, to).trim())
      return found.join('|') === sentences.join('|')
    })
    const english = right.filter(({ lang }) => lang === 'en').length
    const others = right.length - english
    process.stdout.write(
      `${name.padEnd(18)} cases: English ${english}/${ENGLISH_CASES.length}, others ${others}/${elsewhere.length}\n`,
    )
  }
}

function reportData(folder: string): void {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const samples = z.array(sample).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    for (const [name, cut] of Object.entries(SEGMENTERS)) {
      const score = scoreOf(samples, cut)
      const precision = percent(score.hit, score.hit + score.false)
      const recall = percent(score.hit, score.hit + score.missed)
      const f1 = percent(2 * score.hit, 2 * score.hit + score.false + score.missed)
      const plain = plainScoreOf(samples, cut)
      const f1plain = percent(2 * plain.hit, 2 * plain.hit + plain.false + plain.missed)
      process.stdout.write(
        `${basename(file, '.json').padEnd(16)} ${name.padEnd(18)} P${precision} R${recall} F1${f1} F1-plain${f1plain}\n`,
      )
    }
  }
}

function reportSpeed(): void {
  const texts = ENGLISH_CASES.map(({ line }) => readCase(line).text)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const long = texts
    .filter((text) => !text.includes('\n'))
    .join(' ')
    .repeat(100)
  for (const [name, cut] of Object.entries(SEGMENTERS)) {
    let rounds = 0
    const start = performance.now()
    while (performance.now() - start < 1500) {
      for (const text of texts) cut(text, 'en')
      rounds++
    }
    const seconds = (performance.now() - start) / 1000
    const lengths = [10_000, 100_000, 400_000].map((length) => {
      const from = performance.now()
      cut(long.slice(0, length), 'en')
      return `${length / 1000}k ${(performance.now() - from).toFixed(1)} ms`
    })
    const speed = ((bytes * rounds) / 1e6 / seconds).toFixed(1)
    process.stdout.write(
      `${name.padEnd(18)} ${speed.padStart(6)} MB/s; one paragraph of ${lengths.join(', ')}\n`,
    )
  }
}

const { values } = parseArgs({ options: { data: { type: 'string' } } })
reportCases()
if (values.data) reportData(values.data)
reportSpeed()
