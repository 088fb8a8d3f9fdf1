import type { Version } from '#lib/domain/publication/version.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { block, fact, said, source, type TestBlock, versionOf } from './version-builder.ts'

const SOURCES = [
  source('Petrel deck log', {
    description: 'Port of Tarn Haven, January to April 2026',
    url: 'https://port.tarn-haven.example/petrel/log-2026.pdf',
    capture: { at: '2026-04-20T09:12:00.000Z', hash: hashOf('log-2026.pdf') },
  }),
  source('Wage sheets of the pilot office', {
    kind: 'dataset',
    description: 'Obtained from the port under the records act',
  }),
  source('Oda Renfrew', {
    kind: 'person',
    description: 'Harbour master until March 2026, interview on 21 April',
  }),
  source('A member of the crew', {
    kind: 'person',
    description:
      'Has served on the Petrel; the name is withheld because the port forbids interviews',
  }),
  source('Statement of the port', {
    kind: 'organisation',
    description: 'E-mail to this newspaper, 29 April 2026',
  }),
  source('Tide and buoy survey 2026', {
    url: 'https://survey.example/tarn/2026?area=north&sheet=4',
    description: 'Hydrographic office, published 2 April 2026',
  }),
  source('Our count from the breakwater', {
    kind: 'observation',
    description: 'Three evenings in April 2026',
  }),
]

const OPENING: readonly TestBlock[] = [
  block('headline', [
    fact('Buoy tender lay idle for 63 nights while the channel drifted', 'confirmed', [
      { source: 'Petrel deck log', at: ['page', '2–40'] },
    ]),
  ]),
  block('standfirst', [
    fact('The port of Tarn Haven paid a night crew through the spring.', 'confirmed', [
      { source: 'Wage sheets of the pilot office', at: ['cell', 'F2:F118'] },
    ]),
    said('The boat stayed where it was.', { kind: 'observation' }),
  ]),
  block(
    'paragraph',
    [
      fact(
        'From January to April the tender Petrel left its berth after dark on eleven evenings and stayed in on 63.',
        'confirmed',
        [
          {
            source: 'Petrel deck log',
            at: ['page', '2–40'],
            quote: 'Night watch. Lines checked. No departure.',
          },
          { source: 'Our count from the breakwater', at: ['section', 'evenings 1–3'] },
        ],
      ),
      fact('Its crew of four was paid for every one of them.', 'confirmed', [
        { source: 'Wage sheets of the pilot office', at: ['cell', 'F118'], quote: '74 nights' },
      ]),
      said('Outside, the marks moved.'),
    ],
    [
      { kind: 'italic', words: 'Petrel' },
      { kind: 'bold', words: 'every one of them. Outside' },
    ],
  ),
  block(
    'paragraph',
    [
      fact(
        'A survey in the spring found 47 of the 112 buoys in the north channel more than thirty metres from their place.',
        'confirmed',
        [
          {
            source: 'Tide and buoy survey 2026',
            at: ['page', '14'],
            quote: 'Of 112 marks examined, 47 lay outside the tolerance of 30 m.',
          },
        ],
      ),
      fact('The tender is the only boat in the county that can lift them.', 'likely', [
        {
          source: 'Oda Renfrew',
          at: ['timestamp', '12:40'],
          quote: 'There is the Petrel, and then there is nothing.',
        },
      ]),
    ],
    [
      {
        kind: 'link',
        words: 'A survey in the spring',
        href: 'https://survey.example/tarn/2026?area=north&sheet=4',
      },
    ],
  ),
]

const MIDDLE: readonly TestBlock[] = [
  block('subhead', [said('Two explanations', { kind: 'opinion' })]),
  block('paragraph', [
    fact(
      'The port says that the hydraulic arm was out of order from the ninth of January.',
      'disputed',
      [
        {
          source: 'Statement of the port',
          at: ['paragraph', '3'],
          quote: 'The lifting arm failed on 9 January and no part could be had before May.',
        },
        {
          source: 'Petrel deck log',
          relation: 'contradicts',
          at: ['page', '11'],
          quote: '22 Jan. Arm tested under load. Good.',
        },
      ],
      [
        'The port has not shown us the order for the part. We asked for it on 28 April and again on 30 April.',
      ],
    ),
    fact(
      'A member of the crew said that they were told not to sail because fuel for the quarter had been spent.',
      'unconfirmed',
      [
        {
          source: 'A member of the crew',
          at: ['timestamp', '03:15'],
          quote: 'They said the tank money was gone until spring.',
        },
      ],
      ['We could not see the accounts for fuel.'],
    ),
  ]),
  block('quote', [
    {
      ...fact('“You do not lose a channel in a night.', 'confirmed', [
        {
          source: 'Oda Renfrew',
          at: ['timestamp', '21:07'],
          quote: 'You don’t lose a channel in a night. You lose it a metre at a time.',
        },
      ]),
      kind: 'quote' as const,
    },
    said('You lose it a metre at a time.”', {
      kind: 'quote',
      confidence: 'confirmed',
      citations: [{ source: 'Oda Renfrew', at: ['timestamp', '21:07'] }],
    }),
  ]),
  block('paragraph', [said('Three things would have shown it:')]),
  block('bullet', [
    fact('the deck log, which is kept by hand;', 'confirmed', [{ source: 'Petrel deck log' }]),
  ]),
  block('bullet', [
    fact('the wage sheets, which nobody laid beside it;', 'likely', [
      { source: 'Oda Renfrew', at: ['timestamp', '24:31'] },
    ]),
  ]),
  block('bullet', [said('a walk along the breakwater after supper.', { kind: 'opinion' })]),
]

const ENDING: readonly TestBlock[] = [
  block('caption', [
    fact('The Petrel at her berth on 17 April, a little after ten in the evening.', 'confirmed', [
      { source: 'Our count from the breakwater', at: ['section', 'evening 2'] },
    ]),
  ]),
  block('subhead', [said('What comes next', { kind: 'opinion' })]),
  block('numbered', [
    fact('The county auditor opens the books on 18 May.', 'likely', [
      { source: 'Statement of the port', relation: 'context', at: ['paragraph', '6'] },
    ]),
  ]),
  block('numbered', [
    said('Until then the pilots go in by daylight.', {
      kind: 'background',
      confidence: 'confirmed',
      citations: [{ source: 'Oda Renfrew', at: ['timestamp', '30:02'] }],
    }),
  ]),
]

/** A finished article with every role, each confidence and a correction behind it. */
export function smallVersion(): Version {
  return versionOf({
    sources: SOURCES,
    blocks: [...OPENING, ...MIDDLE, ...ENDING],
    version: {
      slug: 'buoy-tender-nights',
      number: 2,
      change: 'correction',
      note: 'We first wrote that 52 buoys were out of place. The survey lists 47; five of its rows are lights on land.',
      publishedAt: '2026-05-04T16:40:00.000Z',
      previousHash: 'a'.repeat(64),
      reviewers: 2,
      history: [
        {
          number: 1,
          change: 'first',
          note: '',
          publishedAt: '2026-05-03T05:00:00.000Z',
          hash: 'a'.repeat(64),
        },
      ],
    },
  })
}
