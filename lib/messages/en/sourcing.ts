/** The evidence of a sentence: its panel, the list of sentences, and what commands say that they did. */
export const sourcing = {
  fullStop: '{words}.',
  reviewer: 'A reviewer',
  unknownSource: 'unknown source',

  head: {
    number: 'Sentence {number, number} of {count, number}',
    panel: 'Sentence {number, number}: {display}',
    previous: 'Previous sentence',
    next: 'Next sentence',
    withKey: '{label} ({key})',
    decided: '{name}, <when></when>',
    copied: 'Its evidence was copied together with the words: see that it holds here.',
    keysWorkHere: 'Ctrl Shift E goes here, where single keys work. In the text they are letters.',
  },

  change: {
    nothing: 'the words are the same',
    noWords: 'only spaces or punctuation changed',
    several: 'several words changed',
    replaced: 'was {gone}, now {come}',
    came: 'new: “{come}”',
    went: 'gone: “{gone}”',
    two: '{first}; {second}',
  },

  why: {
    rejected: '{name} rejected it: change it, and let them approve it.',
    queried:
      '{name} asks about it. Answer in the words, the evidence or a note; {name} closes the query then.',
    otherEvidence: '{name} approved it with other evidence.',
    otherWords: '{name} approved other words: {change}.',
    changed: 'The words changed since they were sourced.',
    changedTo: 'The words changed since they were sourced: {change}.',
    dead: 'A page that it cites is gone.',
    lost: 'A page that it cites has changed: the passage is not there any more.',
    contradicted: '{count, plural, one {{names} contradicts it.} other {{names} contradict it.}}',
    disputed: 'The newsroom calls it disputed.',
    owesNote: 'Readers are owed a note that says so.',
    barePart: 'Nobody has said yet what “{words}” rests on.',
    bare: 'Nobody has said yet what it rests on.',
    contextAlone: 'Its sources give context, none of them supports it.',
    withdrawn: 'What it rested on was withdrawn.',
    approved: '{names} approved these words and this evidence.',
    waits: 'It waits for a reviewer.',
    exempt: 'It owes the reader no source.',
    evidenced: 'It has its evidence.',
    notLocated: 'It has a source, without a passage or a place in it.',
    noPassage: 'Still missing: a passage or a place in its source.',
    noConfidence: 'Still missing: how sure we are.',
    neither: 'Still missing: a passage or a place in its source and how sure we are.',
  },

  review: {
    title: 'Review',
    approved: '{name} approved these words and this evidence <when></when>.',
    soFar: '{count, number} of {needed, number} reviewers have approved it.',
    otherWords: '{name} approved other words <when></when>. They have changed since.',
    otherEvidence: '{name} approved it <when></when>. The words are the same, the evidence is not.',
  },

  changed: {
    title: 'Changed since it was sourced',
    sourcedAs: 'Sourced as: <words></words>',
    holds: 'Evidence still holds',
  },

  merged: {
    title: '{count, number} annotations meet here',
    said: '{kind}, {confidence}, {sources, plural, one {# source} other {# sources}}',
    noKind: 'Kind not said',
    noConfidence: 'confidence not said',
    differ:
      'They differ. The sentence shows the more careful word; what you choose below settles it.',
  },

  offer: {
    words: 'These words had evidence before they were taken out.',
    take: 'Put it back',
    done: 'Its evidence is back.',
  },

  parts: {
    title: 'Evidence of',
    whole: 'The whole sentence',
    begin: 'Source these words alone:',
  },

  fields: {
    kind: 'Kind',
    confidence: 'Confidence',
    howSure: 'How sure is the newsroom?',
    notSaid: 'Not said yet',
    publicNote: 'Note for readers',
    publicNoteHint: 'Shown in the card of this sentence',
    note: 'Note for the newsroom',
    noteHint: 'Never published',
    bySources: 'By the sources <b>{confidence}</b>: <bdi>{reason}</bdi>.',
    saySo: 'Say so<more>: {confidence}</more>',
  },

  quick: {
    sameAs: 'Same as {number, number}',
    exempt: 'Nothing to check',
    clear: 'Remove all evidence',
    why: 'Why there is nothing to check',
    inNote: 'Written in the note below',
    locate: 'Page, time or passage',
    kind: 'Why, or what kind',
    confidence: 'Confidence',
    paste: 'New link',
    search: 'Find',
  },

  reason: {
    transition: 'Transition',
    question: 'Question',
    commonKnowledge: 'Common knowledge',
    notTheStory: 'Not part of the story',
  },

  edges: {
    title: 'Where it begins and ends',
    takeBack: 'Take back',
    join: 'Join with the next',
    joinKey: 'Ctrl Alt J',
    split: 'Split at the caret',
    splitKey: 'Ctrl Alt Enter',
    begins: 'It begins here by hand.',
    joined: '{count, plural, =2 {It was joined by hand.} other {It was joined of # by hand.}}',
    beginsJoined:
      '{count, plural, =2 {It begins here and was joined by hand.} other {It begins here and was joined of # by hand.}}',
  },

  record: {
    title: 'Who did what',
    asking: 'Asking the server…',
    nothing: 'Nothing is recorded yet.',
    history: 'History of this sentence',
    approved: 'Approved it.',
    approvedThen: 'Approved it as it was then; that holds no more.',
    rejected: 'Rejected it.',
    asked: 'Asked about it.',
    wrote: 'Wrote it.',
    tookOut: 'Took it out.',
    changedWords: 'Changed the words: {change}.',
    changed: 'Changed it.',
  },

  shelf: {
    title: 'Shelf',
    attached: 'attached',
  },

  list: {
    title: 'Sentences',
    row: '{number, number}, {display}: {text}. {sources}{isNoted, select, true {. Has an internal note} other {}}',
    note: 'Note',
    noneNeeded: 'none needed',
    noneYet: 'none yet',
    /** After the title of a source. */
    contradicts: 'contradicts',
  },

  ask: {
    confidence: 'How sure are we?',
    kind: 'What kind of sentence is it?',
    reason: 'Why is there nothing to check?',
    anotherKind: 'Another kind',
    where: 'Where in {title}',
    whereInSource: 'Where in the source',
    placeExample: 'p. 14, § 3, 12:40, or “the passage”',
    keep: 'Keep',
    noPlace: 'A place, a passage in quotation marks, or both.',
    noTime:
      'This is no time. Write minutes and seconds, as 12:40, 1:02:03 or 12:40–13:05; a paragraph is ¶ 4, a section § 3.',
    passage: 'Passage: “{quote}”',
    placeAndPassage: '{place}: “{quote}”',
    link: 'New source from a link',
    linkExample: 'https://… or a DOI',
    attach: 'Attach',
    noAddress: 'This is no address: begin with https://.',
    pasteAddress: 'Paste the address.',
    newLink: 'New in the registry. Shift Enter stays here.',
    known: 'Already in the registry: {title}. Enter uses it.',
  },

  /** What a command did, for those who listen as well. */
  did: {
    attached: '{title} attached.',
    alreadyAttached: '{title} is attached already.',
    putInPlace: '{title} put in its place.',
    removed: '{title} removed.',
    removedUnknown: 'The source removed.',
    contradicts: '{title} contradicts it.',
    supports: '{title} supports it.',
    contradictsUnknown: 'The source contradicts it.',
    supportsUnknown: 'The source supports it.',
    startedPart: 'These words have evidence of their own. Add their source.',
    same: 'Same source as sentence {number, number}.',
    exempt: 'Nothing to check.',
    holds: 'Evidence still holds.',
    keptPassage: 'Passage kept.',
    noneBefore: 'No sentence before this one has a source.',
    notChanged: 'The words have not changed.',
    noneToRemove: 'There is no source to remove.',
    addFirst: 'Add a source first.',
    nothingSaid: 'Nothing was said of the place.',
    noNumber: 'No source has the number {number, number}.',
    neverSure: 'There is nothing to be sure of here.',
    wasLast: 'That was the last sentence.',
    now: 'Sentence {number, number} of {count, number}, {display}.',
    attachNamed: 'Attach {title}',
  },

  /** How a sentence stands, within a sentence. */
  asDisplay: {
    none: 'untagged',
    exempt: 'nothing to check',
    sourced: 'sourced',
    disputed: 'disputed',
    changed: 'changed',
    waiting: 'in review',
    queried: 'query open',
    rejected: 'rejected',
    approved: 'approved',
    stale: 're-approve',
  },

  back: {
    nothing: 'Nothing to take back.',
    typed: 'What you did last is in the text. Take that back there, with Ctrl Z.',
    done: 'Taken back.',
    removed: 'Removed. Back to sentence {number, number}.',
    takenBack: 'Taken back. Back to sentence {number, number}.',
  },

  tray: {
    title: 'Evidence without a place',
    discardAll: 'Throw all {count, number} away',
    lost: 'The words that this was given for were deleted or rewritten.',
    wordless: 'These notes came in with a document, and stand on none of its sentences.',
    mixed:
      'Some of this was given for words that were deleted or rewritten, some came in with a document without a place.',
    whatToDo: 'Give it a place, or throw it away. Either is taken back by undo.',
    empty: 'Everything has its place.',
    noWords: 'It came without a place in the text.',
    nothingLike: 'Nothing in the text is like it.',
    put: 'Put it on sentence {number, number}',
    putHere: 'Put it on sentence {number, number}, where you are',
    show: 'Show the sentence<more> {number, number}</more>',
    discard: 'Throw away<more> {words}</more>',
    same: 'Its words stand in sentence {number, number}.',
    like: 'Sentence {number, number} is like it: <change></change>',
  },
} as const
