import type { Version } from '#lib/domain/publication/version.ts'
import { block, fact, said, source, versionOf } from './version-builder.ts'

const sentence = 'Wsentence is so.'
const made = versionOf({
  sources: [
    source('Wsource', {
      description: 'Wdescription',
      url: 'https://w-address.example/',
      capture: { at: '2026-04-02T21:00:00.000Z', hash: 'ef'.repeat(32) },
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
/** A version that says something in each field: in all that is words, a word that stands nowhere else. */
export const everyFieldVersion = (): Version => ({
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
})
