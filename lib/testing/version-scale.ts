import type { Version } from '#lib/domain/publication/version.ts'
import { block, fact, said, source, versionOf } from './version-builder.ts'

const SENTENCES = 2_500
const WORDS = 20
const SOURCES = 200

/** 50,000 words in 2,500 sentences with evidence, of 200 sources: the size that formats are measured with. */
export function scaleVersion(): Version {
  const names = Array.from({ length: SOURCES }, (_, at) => `Ledger ${at + 1} of the harbour board`)
  const sentence = (n: number) => {
    const words = Array.from(
      { length: WORDS - 2 },
      (_, at) => VOCABULARY[(n * 7 + at * 5) % VOCABULARY.length],
    )
    const name = names[n % SOURCES] ?? ''
    return fact(`Entry ${n + 1} ${words.join(' ')}.`, n % 9 ? 'confirmed' : 'disputed', [
      { source: name, at: ['page', String(n)], quote: `Line ${n}: ${words.slice(0, 6).join(' ')}` },
    ])
  }
  const paragraphs = Array.from({ length: SENTENCES / 5 }, (_, at) =>
    block(
      'paragraph',
      Array.from({ length: 5 }, (_item, place) => sentence(at * 5 + place)),
    ),
  )
  return versionOf({
    sources: names.map((name, at) =>
      source(name, { url: `https://board.example/ledgers/${at + 1}` }),
    ),
    blocks: [block('headline', [said('Every ledger of the harbour board')]), ...paragraphs],
    version: { slug: 'every-ledger' },
  })
}

const VOCABULARY =
  'lists a winch two ropes of hemp and the oil that was drawn for lamps along north pier before ice came to our bay'.split(
    ' ',
  )
