/** Words for what a sentence rests on, the same on all screens. */
export const evidence = {
  kind: {
    fact: 'Fact',
    number: 'Number',
    quote: 'Quote',
    attributed: 'Attributed claim',
    allegation: 'Allegation',
    observation: 'Our observation',
    opinion: 'Opinion',
    background: 'Background',
    exempt: 'Nothing to check',
  },
  meaning: {
    confirmed: 'Documents, or at least two independent sources',
    likely: 'One reliable named source or document',
    unconfirmed: 'Reported, not verified by us',
    disputed: 'Credible sources disagree',
  },
  /** Within a sentence. */
  asConfidence: {
    confirmed: 'confirmed',
    likely: 'likely',
    unconfirmed: 'unconfirmed',
    disputed: 'disputed',
  },
  relation: {
    supports: 'supports',
    contradicts: 'contradicts',
    context: 'gives context',
  },
  /** The Admiralty scale for one piece of information. */
  credibility: {
    '1': '1, confirmed by other sources',
    '2': '2, probably true',
    '3': '3, possibly true',
    '4': '4, doubtful',
    '5': '5, improbable',
    '6': '6, cannot be judged',
  },
  label: {
    page: 'Page',
    paragraph: 'Paragraph',
    timestamp: 'Time',
    cell: 'Cell',
    section: 'Section',
  },
  place: {
    page: 'p. {value}',
    paragraph: '¶ {value}',
    timestamp: '{value}',
    cell: 'cell {value}',
    section: '§ {value}',
  },
} as const
