/** What was published of an article, and how its words are taken down. */
export const versions = {
  title: 'Versions',
  untitled: 'Untitled',
  back: 'Back to the article',
  none: 'Nothing is published yet',
  noneText: 'Each version stays here as readers got it, with what it changed and why.',
  earlier: 'Earlier versions',
  version: 'Version {number, number}',
  heading: {
    first: 'Version {number, number}: first published',
    update: 'Version {number, number}: update',
    clarification: 'Version {number, number}: clarification',
    correction: 'Version {number, number}: correction',
    retraction: 'Version {number, number}: retraction',
  },
  published: {
    first: 'first published, <when></when>',
    update: 'update, <when></when>',
    clarification: 'clarification, <when></when>',
    correction: 'correction, <when></when>',
    retraction: 'retraction, <when></when>',
  },
  record:
    '<who>{name}</who>, <when></when> · SHA-256 <hash></hash> · {isSigned, select, true {signed} other {not signed}}',
  wrong: '<b>What was wrong:</b> <bdi>{words}</bdi>',
  right: '<b>What is right:</b> <bdi>{words}</bdi>',
  correctedIn: 'In {count, plural, =1 {one sentence} other {# sentences}}.',
  inSpite:
    '{place, select, sentences {Each of {count, number} sentences was published} sentence {One sentence was published} other {Published}} {spite}: <q>{reason}</q>',
  takenDown:
    '<b>Taken down</b> by <who>{name}</who>, <when></when>. Readers find this in its place: <q>{reason}</q>',
  seeTombstone: 'See what readers find',
  read: 'Read',
  changedSince: 'What changed since version {number, number}',
  download: 'Download',
  takeDown: 'Take down…',
  takingDown: 'Take version {number, number} down',
  takeItDown: 'Take it down',
  saysTakenDown: 'Version {number, number} is taken down.',
  takeDownMeans:
    'For reasons of law. Its words go for good, from the database too. Number, times, hash and signature stay, so that whoever has a copy can still prove what it is. To say that an article was wrong, publish a correction or a retraction.',
  repeated:
    '{count, plural, =1 {What it says of itself, its note, its correction and its reasons, is repeated in the history of version {list}, which was signed with it. If that has to go too, take that down as well; what is published afterwards does not have it.} other {What it says of itself, its note, its correction and its reasons, is repeated in the history of versions {list}, which were signed with it. If that has to go too, take those down as well; what is published afterwards does not have it.}}',
  reason: 'Reason',
  reasonHint: 'Readers find it in the place of the words.',
  confirm: 'Type {slug} to confirm',
  typeExactly: 'Type exactly: {slug}',
} as const
