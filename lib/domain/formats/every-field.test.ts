import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { everyFieldVersion } from '#lib/testing/version-every-field.ts'
import { FORMATS } from './registry.ts'

const HASHES = { picture: 'cd'.repeat(32), before: 'ab'.repeat(32), copy: 'ef'.repeat(32) }
const version = everyFieldVersion()
const cited = version.sentences.find(({ citations }) => citations.length)
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
  copy: [HASHES.copy],
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
const SOURCES: readonly Field[] = ['sources', 'about', 'address', 'publication', 'copy']
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
  csv: [
    ...NO_WORDS,
    'about',
    'publication',
    'copy',
    ...RECORD.filter((field) => field !== 'inSpite'),
  ],
  // Read back as an article with the same citations: a footnote is a citation, and has no other words.
  docx: [
    ...(['section', 'pictureFile', 'pictureAddress', 'history', 'inSpite'] as const),
    ...([
      'inSpiteBefore',
      'hashBefore',
      'about',
      'publication',
      'copy',
      'id',
      'fingerprint',
    ] as const),
  ],
  // When a copy was made is in them, which bytes it has is not for them to say.
  annotations: [...NO_WORDS, 'about', 'publication', 'copy', 'fingerprint', ...RECORD],
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
