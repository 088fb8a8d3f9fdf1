import { at, type DemoArticle, known, says, whole } from './demo-script.ts'

/** Published, and corrected afterwards. One sentence is disputed, which readers are told. */
export const WELLS: DemoArticle = {
  headline: 'Norrhavn closes two wells because of nitrate',
  text: `Norrhavn has closed two of its five wells because their water holds more nitrate than the law allows. Since Friday the town drinks from the other three, and from a pipe that the neighbouring district has opened.
On 8 September the laboratory found 61 milligrams a litre in Well 2 at Alder Hill, and 58 in Well 4. The limit is 50.
The waterworks has each well tested four times a year. Its own table shows that Well 2 first passed the limit in June. “We waited for a second measurement, and we should not have,” said Eva Brandt, who runs the waterworks.
An employee of the waterworks said that the laboratory called about Well 2 in spring, and that nobody passed the call on. Brandt said that there was no such call.
Nitrate comes into ground water mostly from manure and fertiliser that plants do not take up. For infants much of it is dangerous, because it keeps the blood from carrying oxygen. The health office advises against tap water for bottles until the end of the month.
Eleven farms work the fields around Alder Hill. The land office let them spread more manure than the rules allow, in 2024 and again in 2025. Nils Ekdal, who has one of these permits, said that he kept to every line of it. “If the permit is wrong, then change the permit,” he said.
The council decides on 20 October whether the permits end. Nobody could have tasted anything: nitrate has no taste.`,
  sources: {
    order: {
      kind: 'document',
      title: 'Order of the health office on Wells 2 and 4',
      description: 'Health office of Norrhavn',
      reliability: 'A',
      primacy: 'primary',
    },
    table: {
      kind: 'dataset',
      title: 'Nitrate by well and quarter',
      description: 'Norrhavn waterworks',
      url: 'https://water.norrhavn.example/data/nitrate.csv',
      reliability: 'A',
      primacy: 'primary',
    },
    brandt: {
      kind: 'person',
      title: 'Eva Brandt',
      description: 'Head of the Norrhavn waterworks',
      reliability: 'B',
      primacy: 'primary',
      interviews: [
        {
          date: '',
          medium: 'inPerson',
          present: 'Ada Quill',
          recording: 'brandt.m4a',
          timecodes: '',
        },
      ],
    },
    employee: {
      kind: 'person',
      title: 'Waterworks (alias M.)',
      terms: 'background',
      wording: 'an employee of the waterworks',
      reliability: 'C',
      reliabilityReason: 'Was in the room where calls are taken; was right about the closing.',
      primacy: 'primary',
    },
    institute: {
      kind: 'webPage',
      title: 'Institute for Public Health: Nitrate in drinking water',
      url: 'https://health-institute.example/nitrate',
      reliability: 'A',
      primacy: 'secondary',
    },
    permits: {
      kind: 'document',
      title: 'Register of permits under the fertiliser rules',
      description: 'Land office of the district',
      reliability: 'A',
      primacy: 'primary',
    },
    ekdal: {
      kind: 'person',
      title: 'Nils Ekdal',
      description: 'Farmer at Alder Hill',
      reliability: 'B',
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
    known('fact', 'Norrhavn closes', [at('order', 'page', '1')]),
    known('fact', 'Norrhavn has closed', [
      says('order', 'Wells 2 and 4 are to be taken off the net at once'),
      whole('brandt', { credibility: 1 }),
    ]),
    known('fact', 'Since Friday', [at('brandt', 'timestamp', '1:15')]),
    known('number', 'On 8 September', [at('table', 'cell', 'H3,H5', { credibility: 1 })]),
    known('number', 'The limit is 50', [
      says('institute', 'The limit is 50 mg of nitrate a litre.'),
    ]),
    known('fact', 'The waterworks has', [whole('table')]),
    known('number', 'Its own table', [at('table', 'cell', 'G3')]),
    known('quote', '“We waited', [at('brandt', 'timestamp', '6:02')]),
    known(
      'allegation',
      'An employee',
      [
        says('employee', 'They rang us, and it stayed on the pad.', { credibility: 3 }),
        says('brandt', 'There was no call.', { relation: 'contradicts' }),
      ],
      {
        confidence: 'disputed',
        publicNote: 'The waterworks denies it. We have seen no record of such a call.',
      },
    ),
    known('attributed', 'Brandt said', [at('brandt', 'timestamp', '7:48')]),
    known('background', 'Nitrate comes', [at('institute', 'section', '2')]),
    known('background', 'For infants', [at('institute', 'section', '4')]),
    known('fact', 'The health office advises', [at('order', 'page', '2')]),
    known('number', 'Eleven farms', [at('permits', 'page', '3')]),
    known('fact', 'The land office', [at('permits', 'page', '3')]),
    known('attributed', 'Nils Ekdal', [whole('ekdal', { credibility: 3 })], {
      confidence: 'likely',
    }),
    known('quote', '“If the permit', [
      says('ekdal', 'If the permit is wrong, then change the permit.'),
    ]),
    known('fact', 'The council decides', [whole('agenda')]),
    { of: 'Nobody could have', kind: 'exempt', note: 'Common knowledge.' },
  ],
}

/** Why it goes out with what one employee says. */
export const CALL =
  'The employee was in the room, and showed us the rota of that night. The denial stands beside it.'

/** Found by a reader after the first version. */
export const CORRECTION = {
  wrong: 'in June',
  right: 'in March',
  evidence: known('number', 'Its own table', [at('table', 'cell', 'F3', { credibility: 1 })]),
  told: {
    wrong: 'We wrote that Well 2 first passed the limit in June.',
    right: 'By the waterworks’ own table it was in March.',
  },
  note: 'We had read the wrong column.',
}
