/**
 * Every command that has a key, in one table: the palette, the help, the hints and whatever listens for keys read it.
 * `Mod` is Ctrl, or Command on a Mac; `G D` are two keys, one after the other; `1–9` is the row of digits.
 */

/** Where the keys of a command work. */
export type Place =
  | 'newsroom'
  | 'lists'
  | 'article'
  | 'text'
  | 'suggestions'
  | 'sentence'
  | 'review'
  | 'history'

export interface Command {
  readonly name: string
  readonly place: Place
  /** The first is the one that is told; others are what some keyboards make of it. */
  readonly keys: readonly string[]
  /** For the line of hints under the list of sentences, in fewer words. */
  readonly hint?: string
  /** A key that is held down walks; every other acts once. */
  readonly walks?: true
}

export const PLACE_WORDS: Readonly<Record<Place, string>> = {
  newsroom: 'Everywhere',
  lists: 'On the desk and in lists',
  article: 'In an article',
  text: 'In the text',
  suggestions: 'In the list of suggestions',
  sentence: 'In source mode and in the panel of a sentence',
  review: 'In review',
  history: 'In the history',
}

const TABLE = {
  palette: { name: 'Find a command', place: 'newsroom', keys: ['Mod+K'] },
  help: { name: 'Show all keys', place: 'newsroom', keys: ['?'] },
  goDesk: { name: 'Go to the desk', place: 'newsroom', keys: ['G D'] },
  goSources: { name: 'Go to the sources', place: 'newsroom', keys: ['G S'] },

  newArticle: { name: 'New article', place: 'lists', keys: ['N'] },
  filter: { name: 'Search the list', place: 'lists', keys: ['F'] },

  sourceMode: { name: 'Source mode, and back', place: 'article', keys: ['Mod+Enter'] },
  goWrite: { name: 'Write', place: 'article', keys: ['G W'] },
  goReview: { name: 'Review', place: 'article', keys: ['G R'] },
  goHistory: { name: 'History of the article', place: 'article', keys: ['G H'] },
  publish: { name: 'Publish…', place: 'article', keys: ['Mod+Shift+Enter'] },
  nextProblem: { name: 'Next sentence that needs work', place: 'article', keys: ['Alt+ArrowDown'] },
  lastProblem: {
    name: 'Sentence before that needs work',
    place: 'article',
    keys: ['Alt+ArrowUp'],
  },
  panel: { name: 'Text or panel', place: 'article', keys: ['Mod+Shift+E'] },
  nextRegion: { name: 'Next part of the page', place: 'article', keys: ['F6'] },
  lastRegion: { name: 'Part of the page before', place: 'article', keys: ['Shift+F6'] },
  saved: { name: 'Is everything saved?', place: 'article', keys: ['Mod+S'] },
  comment: { name: 'Comment', place: 'article', keys: ['Mod+Alt+M', 'Mod+Alt+µ'] },
  join: { name: 'Join with the next sentence', place: 'article', keys: ['Mod+Alt+J'] },

  split: { name: 'Split the sentence here', place: 'text', keys: ['Mod+Alt+Enter'] },
  nextSuggestion: { name: 'Next suggestion', place: 'text', keys: ['Mod+Alt+ArrowDown'] },
  lastSuggestion: { name: 'Suggestion before', place: 'text', keys: ['Mod+Alt+ArrowUp'] },
  acceptSuggestion: {
    name: 'Accept the suggestion',
    place: 'text',
    keys: ['Mod+Alt+Y', 'Mod+Alt+¥'],
  },
  rejectSuggestion: {
    name: 'Reject the suggestion',
    place: 'text',
    keys: ['Mod+Alt+N', 'Mod+Alt+Dead'],
  },
  suggest: { name: 'Suggest, or write', place: 'text', keys: ['Mod+Alt+Shift+X'] },

  nextInList: {
    name: 'Next in the list',
    place: 'suggestions',
    keys: ['ArrowDown', 'J'],
    walks: true,
  },
  lastInList: {
    name: 'One before in the list',
    place: 'suggestions',
    keys: ['ArrowUp', 'K'],
    walks: true,
  },
  acceptInList: { name: 'Accept it', place: 'suggestions', keys: ['A'] },
  rejectInList: { name: 'Reject it', place: 'suggestions', keys: ['R'] },

  attach: {
    name: 'Attach a source of the shelf and go on',
    place: 'sentence',
    keys: ['1–9'],
    hint: 'attach and go on',
  },
  attachStay: {
    name: 'Attach a source of the shelf and stay',
    place: 'sentence',
    keys: ['Shift+1–9'],
    hint: 'attach and stay',
  },
  same: {
    name: 'Same source as the sentence before',
    place: 'sentence',
    keys: ['Space'],
    hint: 'same source as before',
  },
  exempt: { name: 'Nothing to check', place: 'sentence', keys: ['X'], hint: 'nothing to check' },
  paste: {
    name: 'Make a source of the link that was copied',
    place: 'sentence',
    keys: ['Mod+V'],
    hint: 'new source from a link',
  },
  search: { name: 'Find or add a source', place: 'sentence', keys: ['S'], hint: 'find a source' },
  locate: {
    name: 'Place and passage in the source',
    place: 'sentence',
    keys: ['L'],
    hint: 'page, time or passage',
  },
  confidence: { name: 'Confidence', place: 'sentence', keys: ['C'], hint: 'confidence' },
  kind: {
    name: 'Kind, or why there is nothing to check',
    place: 'sentence',
    keys: ['T'],
    hint: 'kind or reason',
  },
  contradicts: {
    name: 'The last source contradicts it, or supports it after all',
    place: 'sentence',
    keys: ['D'],
    hint: 'contradicts',
  },
  holds: {
    name: 'Evidence still holds',
    place: 'sentence',
    keys: ['H'],
    hint: 'evidence still holds',
  },
  removeLast: {
    name: 'Remove the last source',
    place: 'sentence',
    keys: ['Delete'],
    hint: 'remove the last source',
  },
  takeBack: {
    name: 'Take the last step back',
    place: 'sentence',
    keys: ['U', 'Backspace'],
    hint: 'take back',
  },
  nextToDo: { name: 'Next to do', place: 'sentence', keys: ['N'], hint: 'next to do', walks: true },
  next: { name: 'Next sentence', place: 'sentence', keys: ['J'], hint: 'next', walks: true },
  previous: {
    name: 'Sentence before',
    place: 'sentence',
    keys: ['K'],
    hint: 'before',
    walks: true,
  },
  placeOfPassage: {
    name: 'Write the page of the passage as its place',
    place: 'sentence',
    keys: ['Alt+P'],
  },
  leaveSources: { name: 'Back to writing', place: 'sentence', keys: ['Escape'] },

  approve: { name: 'Approve and go on', place: 'review', keys: ['A'] },
  query: { name: 'Ask about the sentence', place: 'review', keys: ['Q'] },
  reject: { name: 'Reject the sentence', place: 'review', keys: ['R'] },
  undoDecision: { name: 'Take the decision back', place: 'review', keys: ['U'] },
  viewed: { name: 'Viewed: tick it and go on', place: 'review', keys: ['V'] },
  approveViewed: { name: 'Approve what you have viewed…', place: 'review', keys: ['Shift+A'] },
  differences: { name: 'What changed, or the words alone', place: 'review', keys: ['D'] },
  toEvidence: { name: 'To the evidence', place: 'review', keys: ['O'] },
  nextInReview: { name: 'Next in the queue', place: 'review', keys: ['J'], walks: true },
  lastInReview: { name: 'One before in the queue', place: 'review', keys: ['K'], walks: true },

  restore: { name: 'Restore the moment…', place: 'history', keys: ['R'] },
} as const satisfies Readonly<Record<string, Command>>

export type CommandId = keyof typeof TABLE

export const COMMANDS: Readonly<Record<CommandId, Command>> = TABLE
export const COMMAND_IDS = Object.keys(TABLE) as readonly CommandId[]
