import type { Version } from '#lib/domain/publication/version.ts'
import { CONFIDENCES, LOCATOR_LABELS } from '#lib/domain/sourcing/annotation.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { SOURCE_KINDS } from '#lib/domain/sourcing/source.ts'
import {
  block,
  fact,
  said,
  source,
  type TestBlock,
  type TestSentence,
  versionOf,
} from './version-builder.ts'

const WHO = [
  'The harbour office',
  'A pilot on the late watch',
  'The county',
  'The insurer',
  'A diver from the yard',
  'The lock keeper',
]
const DID = [
  'recorded',
  'moved',
  'counted',
  'paid for',
  'reported',
  'refused',
  'repaired',
  'measured',
]
const WHAT = [
  'eleven moorings',
  'the north lights',
  'a broken winch',
  'two loads of gravel',
  'the winter survey',
  'the tide gauge',
]
const WHEN = [
  'on the first night of the storm',
  'between the ninth and the twelfth of March',
  'before the ferry came in',
  'after the auditor had left',
  'in the week of the regatta',
]
const WHY = [
  'although no order for it can be found',
  'and charged the port for the hours',
  'because the channel had to stay open',
  'without telling the pilots',
  'as the contract asks',
]

/** About 2,000 words and 40 sources, made by counting: the size that the page's budget is set for. */
export function largeVersion(): Version {
  const paragraphs = Array.from({ length: 28 }, (_, at) => paragraph(at))
  return versionOf({
    sources: Array.from({ length: 40 }, (_, at) => sourceAt(at)),
    blocks: [
      block('headline', [
        said('A winter of small repairs at Tarn Haven, counted one by one', { kind: 'opinion' }),
      ]),
      block('standfirst', [
        fact('Forty sources, one channel and a bill that nobody added up.', 'confirmed', [
          { source: nameAt(0) },
        ]),
      ]),
      ...paragraphs,
    ],
    version: { slug: 'winter-of-repairs', reviewers: 3 },
  })
}

function paragraph(at: number): TestBlock {
  if (at % 9 === 8)
    return block('subhead', [
      said(`Part ${(at + 1) / 9}: what the papers say`, { kind: 'opinion' }),
    ])
  return block(
    'paragraph',
    Array.from({ length: 4 }, (_, place) => sentence(at * 4 + place)),
  )
}

function sentence(n: number): TestSentence {
  const words = [
    pick(WHO, n),
    pick(DID, n * 3),
    pick(WHAT, n * 5 + 1),
    pick(WHEN, n * 7 + 2),
    `${pick(WHY, n * 11 + 3)}, in entry ${n + 1}`,
  ]
  const text = `${words.join(' ')}.`
  if (n % 6 === 5) return said(text, { kind: 'background' })
  const confidence =
    n % 13 === 4
      ? 'disputed'
      : n % 11 === 3
        ? 'unconfirmed'
        : n % 7 === 2
          ? 'likely'
          : CONFIDENCES[0]
  const cite = (at: number) => ({
    source: nameAt(at),
    relation: at % 17 === 5 ? ('contradicts' as const) : ('supports' as const),
    at: [pick(LOCATOR_LABELS, at), String(n + 1)] as const,
    quote: `${pick(WHAT, at + n)} ${pick(WHEN, n + 1)}, signed and dated, line ${n * 3 + at}`,
  })
  const notes =
    confidence === 'disputed' ? [`We put entry ${n + 1} to both sides; neither has withdrawn.`] : []
  return fact(text, confidence, n % 4 === 0 ? [cite(n), cite(n + 7)] : [cite(n)], notes)
}

function nameAt(at: number): string {
  const place = at % 40
  return `${pick(WHO, place).replace(/^(The|A) /, '')}, paper ${place + 1}`
}

function sourceAt(at: number) {
  const url = at % 3 ? `https://records.tarn-haven.example/papers/${at + 1}.pdf` : null
  return source(nameAt(at), {
    kind: pick(SOURCE_KINDS, at),
    url,
    description: `Filed ${pick(WHEN, at)}`,
    ...(url && { capture: { at: '2026-05-02T05:00:00.000Z', hash: hashOf(url) } }),
  })
}

function pick<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length]
  if (item === undefined) throw new Error('An empty list has nothing to pick')
  return item
}
