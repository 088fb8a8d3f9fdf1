import { at, type DemoArticle, known, says, whole } from './demo-script.ts'

/** In review: all of it has sources, most of it is approved. */
export const FERRY: DemoArticle = {
  headline: 'Norrhavn’s harbour ferry cancels one crossing in nine',
  text: `The ferry across Norrhavn harbour cancelled 212 of its 1,918 crossings between June and August. That is one in nine, and twice the share of the summer before.
The numbers come from the operator’s own log, which the harbour authority released after a request by this newspaper. Engine trouble is given for 131 of the cancelled crossings, wind for 46 and missing crew for 35.
“We run two ferries that were built for thirty years, and both are in their thirty-eighth,” said Maren Holt, who manages the line for Fjordlink. She said that a third vessel is on order and will sail from May.
The city pays Fjordlink €3.1 million a year for the line. The contract sets a fine of €400 for each crossing that is cancelled for reasons other than weather. By that rule the summer would have cost the company €66,400. The city has fined it for 24 crossings, €9,600 in all.
Deputy mayor Tomas Reuss said that his office relies on the operator to report which crossings fall under the rule. “Nobody in this building has ever counted,” he said.
On Tuesday at ten past seven some sixty people stood on the pier of Skerry Island, and no ferry came. Lina Aas, a nurse, was late for her shift for the fourth time this year. The way around the bay takes fifty minutes by car.
Fjordlink did not say how many crossings were cancelled in September. The council debates the contract on 14 October.`,
  sources: {
    log: {
      kind: 'dataset',
      title: 'Crossings of line 3, June to August',
      description: 'Log of Fjordlink, released by the Norrhavn harbour authority',
      reliability: 'A',
      primacy: 'primary',
    },
    count: {
      kind: 'calculation',
      title: 'Our count of the crossings of line 3',
      description: 'From the log of the operator, this summer and the one before',
      reliability: 'B',
    },
    holt: {
      kind: 'person',
      title: 'Maren Holt',
      description: 'Manager of line 3, Fjordlink',
      reliability: 'B',
      primacy: 'primary',
      interviews: [
        { date: '', medium: 'phone', present: 'Ada Quill', recording: 'holt.m4a', timecodes: '' },
      ],
    },
    terms: {
      kind: 'document',
      title: 'Operating contract for line 3',
      description: 'City of Norrhavn and Fjordlink, 2023',
      reliability: 'A',
      primacy: 'primary',
    },
    letter: {
      kind: 'document',
      title: 'Letter of the treasurer on fines under the contract for line 3',
      description: 'City of Norrhavn, answer to this newspaper',
      reliability: 'A',
      primacy: 'primary',
    },
    reuss: {
      kind: 'person',
      title: 'Tomas Reuss',
      description: 'Deputy mayor of Norrhavn',
      reliability: 'B',
      primacy: 'primary',
    },
    pier: {
      kind: 'observation',
      title: 'Visit to the pier of Skerry Island',
      description: 'By a reporter of this newspaper',
      reliability: 'B',
      primacy: 'primary',
    },
    aas: {
      kind: 'person',
      title: 'Lina Aas',
      description: 'Nurse, lives on Skerry Island',
      reliability: 'C',
      primacy: 'primary',
    },
    agenda: {
      kind: 'webPage',
      title: 'Norrhavn city council: Agenda',
      url: 'https://council.norrhavn.example/agenda',
      reliability: 'A',
    },
  },
  evidence: [
    known('number', 'Norrhavn’s harbour ferry', [at('count', 'cell', 'D5')]),
    known('number', 'The ferry across', [at('log', 'cell', 'B93:C93', { credibility: 1 })]),
    known('number', 'That is one in nine', [at('count', 'cell', 'D5:E5')], {
      publicNote: '212 of 1,918 crossings this summer, 104 of 1,904 the summer before.',
    }),
    known('fact', 'The numbers come from', [whole('log')]),
    known('number', 'Engine trouble', [at('log', 'cell', 'F93:H93', { credibility: 2 })]),
    known('quote', '“We run two ferries', [at('holt', 'timestamp', '2:40')]),
    known('attributed', 'She said that a third', [at('holt', 'timestamp', '3:05')], {
      confidence: 'likely',
    }),
    known('number', 'The city pays', [at('terms', 'page', '4')]),
    known('number', 'The contract sets', [at('terms', 'section', '11')]),
    known('number', 'By that rule', [at('count', 'cell', 'D9')], {
      publicNote: '166 crossings that were cancelled for other reasons than wind, at €400 each.',
    }),
    known('number', 'The city has fined', [at('letter', 'page', '1')]),
    known('attributed', 'Deputy mayor', [whole('reuss')]),
    known('quote', '“Nobody in this building', [
      says('reuss', 'Nobody in this building has ever counted.'),
    ]),
    known('observation', 'On Tuesday', [whole('pier')], { note: 'Counted twice, 58 and 61.' }),
    known('fact', 'Lina Aas', [whole('aas', { credibility: 3 })], { confidence: 'likely' }),
    known('fact', 'The way around', [whole('pier')]),
    known('fact', 'Fjordlink did not say', [at('holt', 'timestamp', '9:30')]),
    known('fact', 'The council debates', [whole('agenda')]),
  ],
}

/** What was still wrong when it was approved: the approval of that sentence lapses with it. */
export const FINED = {
  wrong: '21 crossings, €8,400 in all',
  right: '24 crossings, €9,600 in all',
}

/** Asked by the second reviewer. */
export const QUESTION = {
  of: 'Lina Aas',
  asks: 'Is that her word alone? Then let us say “by her own account”, or see her duty sheet.',
}
