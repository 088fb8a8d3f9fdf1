import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { block, fact, said, source, versionOf } from '#lib/testing/version-builder.ts'
import { FORMATS } from './registry.ts'

/** A version that says something in each field: in all that is words, a word that stands nowhere else. */
const sentence = 'Wsentence is so.'
const made = versionOf({
  sources: [
    source('Wsource', {
      description: 'Wdescription',
      url: 'https://w-address.example/',
      csl: {
        author: [{ family: 'Wfamily', given: 'Wgiven' }],
        issued: { 'date-parts': [[1987, 6, 5]] },
        publisher: 'Wpublisher',
        'container-title': 'Wcontainer',
        DOI: '10.5555/w-doi',
        ISBN: '9780306406157',
      },
    }),
  ],
  blocks: [
    block('headline', [said('Wheadline')]),
    block('standfirst', [said('Wstandfirst')]),
    block(
      'paragraph',
      [
        fact(
          sentence,
          'disputed',
          [
            {
              source: 'Wsource',
              relation: 'contradicts',
              at: ['page', 'Wlocator'],
              quote: 'Wquote',
            },
          ],
          ['Wpublicnote'],
        ),
        said('Wlink.'),
      ],
      [{ kind: 'link', words: 'Wlink', href: 'https://w-href.example/' }],
    ),
    block('caption', [said('Wcaption')]),
  ],
})
const cited = made.sentences.find(({ text }) => text === sentence)
const override = (reason: string) => ({
  ...{ sentence: cited?.id ?? null, what: 'queried' as const, reason },
})
const version: Version = {
  ...made,
  ...{ number: 2, change: 'correction', note: 'Wnote', byline: 'Wbyline', section: 'Wsection' },
  correction: { wrong: 'Wwrong', right: 'Wright', sentences: [cited?.id ?? ''] },
  ...{ dateline: 'Wdateline', previousHash: 'ab'.repeat(32) },
  firstPublishedAt: '2026-04-01T05:00:00.000Z',
  figures: [
    {
      ...{ id: 'wfigure', before: 3, mediaType: 'image/webp', alt: 'Walt' },
      sizes: [{ width: 640, height: 480, bytes: 1, hash: 'cd'.repeat(32) }],
      credit: { name: 'Wcredit', url: 'https://w-credit.example/' },
    },
  ],
  overrides: [override('Woverride')],
  history: [
    {
      ...{ number: 1, change: 'first', note: 'Wfirst', publishedAt: '2026-04-01T05:00:00.000Z' },
      ...{ hash: 'ab'.repeat(32), overrides: [override('Wearlier')] },
    },
  ],
}
const HASHES = { picture: 'cd'.repeat(32), before: 'ab'.repeat(32) }
const [ID, FINGERPRINT] = [cited?.id ?? '', cited?.fingerprint ?? '']
const FIELDS = {
  words: ['Wheadline', 'Wstandfirst', 'Wsentence', 'Wlink', 'Wcaption'],
  links: ['w-href'],
  byline: ['Wbyline'],
  dateline: ['Wdateline'],
  section: ['Wsection'],
  picture: ['Walt', 'Wcredit'],
  pictureFile: [HASHES.picture],
  pictureAddress: ['w-credit'],
  change: ['Wnote', 'Wwrong', 'Wright'],
  history: ['Wfirst'],
  inSpite: ['Woverride'],
  inSpiteBefore: ['Wearlier'],
  hashBefore: [HASHES.before],
  confidence: ['isputed'],
  notes: ['Wpublicnote'],
  passages: ['Wlocator', 'Wquote', 'ontradicts'],
  sources: ['Wsource'],
  about: ['Wdescription'],
  address: ['w-address'],
  publication: ['Wfamily', 'Wgiven', '1987', 'Wpublisher', 'Wcontainer', 'w-doi', '9780306406157'],
  id: [ID],
  fingerprint: [FINGERPRINT],
} as const
type Field = keyof typeof FIELDS
const TEXT: readonly Field[] = [
  ...(['words', 'links', 'byline', 'dateline', 'section', 'picture', 'pictureFile'] as const),
  'pictureAddress',
]
const NO_WORDS = TEXT.filter((field) => field !== 'words')
const RECORD: readonly Field[] = ['change', 'history', 'inSpite', 'inSpiteBefore', 'hashBefore']
const EVIDENCE: readonly Field[] = ['confidence', 'notes', 'passages', 'id', 'fingerprint']
const SOURCES: readonly Field[] = ['sources', 'about', 'address', 'publication']
const FEED: readonly Field[] = [
  ...(['dateline', 'section', 'pictureAddress', 'inSpite', 'inSpiteBefore'] as const),
  ...(['hashBefore', 'notes', 'passages', 'fingerprint'] as const),
]

/** What each format leaves out, and nothing else: what it is for does not ask for it, or it has no place for it. */
const LEFT_OUT: Readonly<Record<string, readonly Field[]>> = {
  html: ['fingerprint'],
  json: [],
  jsonld: [
    ...(['links', 'pictureAddress', 'history', 'inSpite', 'inSpiteBefore'] as const),
    ...(['hashBefore', 'fingerprint'] as const),
  ],
  markdown: ['section', 'pictureAddress', 'hashBefore', 'id', 'fingerprint'],
  text: ['links', 'section', 'pictureFile', 'pictureAddress', 'hashBefore', 'id', 'fingerprint'],
  // The words alone: what annotations count in.
  plain: [...NO_WORDS, ...RECORD, ...EVIDENCE, ...SOURCES],
  // Rows are sentences: what concerns the article has none.
  csv: [...NO_WORDS, 'about', 'publication', ...RECORD.filter((field) => field !== 'inSpite')],
  // Read back as an article with the same citations: a footnote is a citation, and has no other words.
  docx: [
    ...(['section', 'pictureFile', 'pictureAddress', 'history', 'inSpite'] as const),
    ...(['inSpiteBefore', 'hashBefore', 'about', 'publication', 'id', 'fingerprint'] as const),
  ],
  annotations: [...NO_WORDS, 'about', 'publication', 'fingerprint', ...RECORD],
  // Leads to the annotations, which have the rest.
  ninjs: [
    ...(['pictureAddress', 'notes', 'passages', 'fingerprint'] as const),
    ...RECORD.filter((field) => field !== 'change'),
  ],
  csl: [...TEXT, ...RECORD, ...EVIDENCE],
  bibtex: [...TEXT, ...RECORD, ...EVIDENCE],
  atom: FEED,
  feed: FEED,
  prov: [...NO_WORDS.filter((field) => field !== 'byline'), 'inSpite', 'inSpiteBefore', 'notes'],
}

it.each(FORMATS)('[FMT32] $id has every field but those that it is not for', ({ id, render }) => {
  const output = render(version)
  const text = typeof output === 'string' ? output : partsOf(output)
  const missing = Object.entries(FIELDS).flatMap(([field, marks]) =>
    marks.every((mark) => text.includes(mark)) ? [] : [field],
  )
  expect(missing.sort()).toEqual([...(LEFT_OUT[id] ?? [])].sort())
})

function partsOf(archive: Uint8Array): string {
  const parts = Object.values(unzipSync(archive))
  return parts.map((part) => strFromU8(part)).join('\n')
}
