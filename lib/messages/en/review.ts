/** Review mode: what waits, the sentence, what it rests on, and what is decided about it. */
export const review = {
  title: 'Review',
  nothing: 'Nothing to review',
  noText: 'The article has no text yet.',
  allApproved: 'All {count, number} sentences are approved.',
  unknownSource: 'Unknown source',
  ownWork: 'You changed this: somebody else has to approve it.',
  others: '{count, plural, one {somebody else} other {# others}}',

  /** What is still open when nothing is left for the reviewer. */
  waits: {
    otherReviewer:
      '{count, plural, one {# sentence waits for another reviewer, because you changed what they say.} other {# sentences wait for another reviewer, because you changed what they say.}}',
    asker:
      '{count, plural, one {# sentence waits for {names} to close what they asked.} other {# sentences wait for {names} to close what they asked.}}',
    answer:
      '{count, plural, one {# sentence waits for an answer to your query.} other {# sentences wait for an answer to your query.}}',
    answerFrom:
      '{count, plural, one {# sentence waits for an answer to your query from {names}.} other {# sentences wait for an answer to your query from {names}.}}',
    source:
      '{count, plural, one {# sentence waits for a source.} other {# sentences wait for a source.}}',
    sourceFrom:
      '{count, plural, one {# sentence waits for a source from {names}.} other {# sentences wait for a source from {names}.}}',
  },

  queue: {
    title: 'Review queue',
    left: '{count, number} left for you',
    done: '{done, number} of {count, number} done',
    doneAndLeft: '{done, number} of {count, number} done, {timeLeft}',
    approveViewed: 'Approve {count, number} viewed…',
    all: 'All sentences',
    more: 'Show more of {count, number}',
    group: {
      rejected: 'Rejected or disputed',
      lapsedMine: 'Your approval no longer holds',
      lapsed: 'Re-approve',
      asked: 'Queries',
      claims: 'Numbers, quotes, allegations',
      rest: 'The rest',
      unsourced: 'Wait for a source',
      done: 'Done',
    },
  },

  /** One sentence of the queue, and why it stands there. */
  entry: {
    display: '{display}: ',
    number: '<more>, sentence </more>{number, number}',
    viewed: ', viewed',
    contradict: 'sources contradict each other',
    noPassage: 'no passage yet',
    noSource: 'no source yet',
    wordsChanged: 'words changed since they were sourced',
    otherEvidence: 'same words, other evidence',
    asked: '{isYou, select, true {You asked: {note}} other {{name} asked: {note}}}',
    rejected: '{isYou, select, true {You rejected it: {note}} other {{name} rejected it: {note}}}',
  },

  sentence: {
    title: 'Sentence',
    heading: 'The sentence',
    headingChanged: 'What changed since the approval',
    number: 'Sentence {number, number} of {count, number}, {role}',
    role: {
      headline: 'headline',
      standfirst: 'standfirst',
      paragraph: 'in the text',
      subhead: 'subhead',
      quote: 'quotation',
      bullet: 'in a list',
      numbered: 'in a list',
      caption: 'caption',
    },
    whatChanged: 'What changed',
    changesMarked: 'What changed is marked.',
    wordsAlone: 'The words alone.',
    viewed: 'Viewed',
    nowViewed: 'Viewed.',
    notViewed: 'Not viewed.',
    approvedEarlier:
      '{isYou, select, true {You approved the earlier words <when></when>.} other {{name} approved the earlier words <when></when>.}}',
    approved:
      '{isYou, select, true {You approved it <when></when>.} other {{name} approved it <when></when>.}}',
    otherEvidence: 'The words are the same, the evidence is not.',
    changedBy: 'Changed since by {names}.',
    paragraph: 'Its paragraph',
    approvals: 'Approvals that hold',
    approval:
      '{isYou, select, true {You approved these words and this evidence} other {{name} approved these words and this evidence}}',
  },

  /** What became of the evidence since an approval. */
  change: {
    title: 'What changed in the evidence',
    notCome: 'What changed in the evidence did not come. Check the connection.',
    elsewhere: 'How readers see a source, or where a link leads, is not as it was.',
    added: 'Attached since: <source></source>, {relation}',
    removed: 'Removed since: <source></source>, {relation}',
    changed: '<source></source>: <fields></fields>',
    between: '; ',
    said: {
      kind: 'Kind: <change></change>',
      confidence: 'Confidence: <change></change>',
      publicNote: 'For readers: <change></change>',
    },
    field: {
      relation: 'it <change></change>',
      locator: 'place <change></change>',
      quote: 'passage <change></change>',
      credibility: 'credibility <change></change>',
    },
    notSaid: 'not said',
    none: 'none',
    notJudged: 'not judged',
  },

  /** What the annotations say. */
  fact: {
    kind: 'Kind',
    confidence: 'Confidence',
    bySources: 'By the sources',
    sources: 'Sources',
    words: 'Words',
    wordsChanged: 'changed since they were sourced: <change></change>',
    publicNote: 'For readers',
    note: 'Internal note',
    notSaid: 'not said',
    owesNone: 'owes none',
    noneYet: 'none yet',
    source:
      '<source></source>, <relation></relation>{isLocated, select, true {, <place></place>} other {}}',
  },

  evidence: {
    title: 'Evidence',
    noSource: 'No source yet',
    askForSource: 'Nothing is cited for this sentence. Ask for a source with a query.',
    nothingToLookUp: 'Nothing to look up',
    owesNone: 'It owes no source.',
    owesNoneFor: 'It owes no source: {reason}',
    number: '<more>Source </more>{number, number}',
    kindAndDescription: '{kind}, {description}',
    noPassage: 'No passage is quoted.',
    noPlace: 'No place in the source is given.',
    open: 'Open {title} in a new tab',
    notRegistered: 'It is not in the registry.',
    trouble: {
      dead: 'Its page is gone.',
      lost: 'Its page has lost this passage.',
    },
    withdrawn: 'Withdrawn <when></when>: it supports nothing any more.',
    onBackground: 'Spoken on background: readers see the agreed wording alone.',
    /** The Admiralty scale for sources. */
    reliability: {
      A: 'Reliability A, completely reliable',
      B: 'Reliability B, usually reliable',
      C: 'Reliability C, fairly reliable',
      D: 'Reliability D, not usually reliable',
      E: 'Reliability E, unreliable',
      F: 'Reliability F, cannot be judged',
    },
    credibility: 'Credibility {credibility}',
    readersSee: 'Readers see “<bdi>{name}</bdi>”',
  },

  copy: {
    opening: 'Opening the captured copy…',
    notCome: 'The captured copy did not come. Check the connection.',
    nothingCaptured: 'Nothing is captured of this source: open it to look.',
    passage: 'In the copy: {found}',
    openWhole: 'Open the whole',
    openWholeOf: 'Open the whole copy of {title} in a new tab',
  },

  decision: {
    title: 'Decision on sentence {number, number}',
    approve: 'Approve and next',
    query: 'Query',
    reject: 'Reject',
    undo: 'Undo',
    undoApproval: 'Undo my approval',
    undone: 'Your approval is taken back.',
    scope: 'For these words and this evidence',
    previous: 'Previous sentence of the queue',
    previousWithKey: 'Previous (K)',
    next: 'Next sentence of the queue',
    nextWithKey: 'Next (J)',
    noteElsewhere: 'Your note on sentence {number, number} is not sent yet.',
    goBack: 'Go back to it',
    finishNote:
      'Your note for sentence {number, number} is not sent yet: send or discard it first.',
    finishNoteGone:
      'Your note for a sentence that is gone is not sent yet: send or discard it first.',
    announced: {
      approve: 'Approved. {left, number} left.',
      query: 'Query sent. {left, number} left.',
      reject: 'Rejected. {left, number} left.',
    },
    done: {
      approve: 'Sentence {number, number}: approved.',
      query: 'Sentence {number, number}: query sent.',
      reject: 'Sentence {number, number}: rejected.',
    },
    moved:
      'The words or the evidence changed while you looked, so nothing was decided. See what changed, then decide again.',
    noAnswer: 'The server gave no answer to this decision. Try again.',
    answered: 'The server answered {status}. Try again.',
  },

  /** Why nothing can be decided, or why it cannot be approved. */
  barrier: {
    reader: 'You may read along. Only reviewers approve, query and reject.',
    archived: 'This article is archived: nothing is decided in it any more.',
    retracted: 'This article is retracted: nothing is decided in it any more.',
    connecting: 'Connecting: decisions need the server.',
    offline: 'Offline: decisions need the server. Notes that you write stay in this tab.',
    held: 'Not connected: decisions need the server.',
    notSaved:
      'Not saved: what you see may differ from what the server has, so nothing can be decided.',
    signedOut: 'You have been signed out: sign in again to decide.',
    gone: 'You may no longer see this article.',
    outdated: 'A newer Galley is running: reload this page to decide.',
    approved: 'You approved it.',
    approvedFirst: 'You approved it: another reviewer has to do so too.',
  },

  /** The note that a query or a rejection needs. */
  question: {
    query: {
      label: 'What you ask about sentence {number, number}',
      labelGone: 'What you ask about sentence',
      hint: 'It stays open until you close it. Everybody who works on the article reads it.',
      send: 'Send query',
      missing: 'Write what you ask.',
    },
    reject: {
      label: 'Why you reject sentence {number, number}',
      labelGone: 'Why you reject sentence',
      hint: 'The sentence is not published until you take this back. Everybody who works on the article reads it.',
      send: 'Reject',
      missing: 'Write why you reject it.',
    },
    discard: 'Discard',
    gone: 'The sentence that this was about is gone.',
  },

  /** Several sentences that are approved together. */
  batch: {
    title: '{count, plural, one {Approve # sentence} other {Approve # sentences}}',
    send: 'Approve these',
    scope: 'You have viewed each of them. Your approval is for these words and this evidence.',
    sinceApproved: 'Since it was approved, {change}',
    rest: '<source></source>{isLocated, select, true {, <place></place>} other {}}{isQuoted, select, true {: <passage></passage>} other {}}',
    nothing:
      'Nothing to approve together: look at sentences with evidence first (V), and decide on numbers, quotes and allegations one by one.',
    announced: '{count, number} approved. {left, number} left.',
    done: '{count, plural, one {# sentence: approved.} other {# sentences: approved.}}',
    refused:
      '{taken, number} of {count, number} are approved. The others changed while you looked, or are your own work: look at them again.',
  },
} as const
