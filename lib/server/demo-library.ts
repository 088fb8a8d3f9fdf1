import { at, type DemoArticle, known, says, whole } from './demo-script.ts'

/** A draft with gaps: half of it has sources, and one number has a source without a place in it. */
export const LIBRARY: DemoArticle = {
  headline: 'Library roof leaks two years after a €2.4 million repair',
  text: `The reading room of the Oster Street library has been closed since Monday because rain comes through its roof. The city paid €2.4 million for the repair of that roof in 2024.
Caretaker Jonas Vik counted nineteen buckets under the skylights on Tuesday morning. “We moved the map collection first, because paper does not forgive,” he said.
The building department says the leak has nothing to do with the repair. In its view, a storm on 12 November lifted four copper plates that were not part of the contract.
The contract, however, lists “all copper covering above the reading room” on page 7. The contractor, Halden Roofs, did not answer three requests for comment.
An engineer who saw the roof in October told this newspaper that the plates were held by a third of the screws that the plan asks for. The city has ordered a report, which is due on 15 January.
Until then the library lends books from a bus in the yard. It is a good bus.`,
  sources: {
    notice: {
      kind: 'webPage',
      title: 'Norrhavn City Library: Reading room closed',
      url: 'https://library.norrhavn.example/news/reading-room-closed',
      reliability: 'A',
      primacy: 'primary',
    },
    vik: {
      kind: 'person',
      title: 'Jonas Vik',
      description: 'Caretaker of the Oster Street library',
      reliability: 'B',
      primacy: 'primary',
      interviews: [
        {
          date: '',
          medium: 'inPerson',
          present: 'Ada Quill',
          recording: 'vik-1.m4a',
          timecodes: '',
        },
      ],
    },
    contract: {
      kind: 'document',
      title: 'Contract 2024/118, renewal of the roof, Oster Street 4',
      description: 'City of Norrhavn and Halden Roofs, 2024',
      reliability: 'A',
      primacy: 'primary',
    },
    statement: {
      kind: 'organisation',
      title: 'Norrhavn building department',
      description: 'Written statement to this newspaper',
      reliability: 'B',
    },
    engineer: {
      kind: 'person',
      title: 'Roof engineer (alias K.)',
      terms: 'background',
      wording: 'an engineer who saw the roof in October',
      reliability: 'C',
      reliabilityReason: 'Was on the roof; works for a competitor of the contractor.',
      primacy: 'primary',
    },
  },
  evidence: [
    known('fact', 'The reading room', [
      says('notice', 'The reading room is closed until further notice'),
    ]),
    known('number', 'The city paid', [whole('contract')], {
      confidence: 'likely',
      note: 'On which page does the sum stand? The council’s minutes have 2.38.',
    }),
    known('attributed', 'Caretaker Jonas Vik', [whole('vik', { credibility: 2 })], {
      confidence: 'likely',
    }),
    known('quote', '“We moved', [at('vik', 'timestamp', '4:12')]),
    known('attributed', 'The building department', [
      says('statement', 'no connection with the works of 2024'),
    ]),
    known('quote', 'The contract, however', [
      at('contract', 'page', '7', { quote: 'all copper covering above the reading room' }),
    ]),
    known(
      'allegation',
      'An engineer',
      [says('engineer', 'every third screw, if that', { credibility: 3 })],
      {
        confidence: 'unconfirmed',
        note: 'We have his photographs of two plates. Ask for the plan.',
      },
    ),
    { of: 'It is a good bus', kind: 'opinion' },
  ],
}
