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
  readonly place: Place
  /** The first is the one that is told; others are what some keyboards make of it. */
  readonly keys: readonly string[]
  /** A key that is held down walks; every other acts once. */
  readonly walks?: true
}

export const PLACES: readonly Place[] = [
  'newsroom',
  'lists',
  'article',
  'text',
  'suggestions',
  'sentence',
  'review',
  'history',
]

const TABLE = {
  palette: { place: 'newsroom', keys: ['Mod+K'] },
  help: { place: 'newsroom', keys: ['?'] },
  goDesk: { place: 'newsroom', keys: ['G D'] },
  goSources: { place: 'newsroom', keys: ['G S'] },

  newArticle: { place: 'lists', keys: ['N'] },
  filter: { place: 'lists', keys: ['F'] },

  sourceMode: { place: 'article', keys: ['Mod+Enter'] },
  goWrite: { place: 'article', keys: ['G W'] },
  goReview: { place: 'article', keys: ['G R'] },
  goHistory: { place: 'article', keys: ['G H'] },
  publish: { place: 'article', keys: ['Mod+Shift+Enter'] },
  nextProblem: { place: 'article', keys: ['Alt+ArrowDown'] },
  lastProblem: { place: 'article', keys: ['Alt+ArrowUp'] },
  panel: { place: 'article', keys: ['Mod+Shift+E'] },
  nextRegion: { place: 'article', keys: ['F6'] },
  lastRegion: { place: 'article', keys: ['Shift+F6'] },
  saved: { place: 'article', keys: ['Mod+S'] },
  comment: { place: 'article', keys: ['Mod+Alt+M', 'Mod+Alt+µ'] },
  join: { place: 'article', keys: ['Mod+Alt+J'] },

  split: { place: 'text', keys: ['Mod+Alt+Enter'] },
  nextSuggestion: { place: 'text', keys: ['Mod+Alt+ArrowDown'] },
  lastSuggestion: { place: 'text', keys: ['Mod+Alt+ArrowUp'] },
  acceptSuggestion: { place: 'text', keys: ['Mod+Alt+Y', 'Mod+Alt+¥'] },
  rejectSuggestion: { place: 'text', keys: ['Mod+Alt+N', 'Mod+Alt+Dead'] },
  suggest: { place: 'text', keys: ['Mod+Alt+Shift+X'] },

  nextInList: { place: 'suggestions', keys: ['ArrowDown', 'J'], walks: true },
  lastInList: { place: 'suggestions', keys: ['ArrowUp', 'K'], walks: true },
  acceptInList: { place: 'suggestions', keys: ['A'] },
  rejectInList: { place: 'suggestions', keys: ['R'] },

  attach: { place: 'sentence', keys: ['1–9'] },
  attachStay: { place: 'sentence', keys: ['Shift+1–9'] },
  same: { place: 'sentence', keys: ['Space'] },
  exempt: { place: 'sentence', keys: ['X'] },
  paste: { place: 'sentence', keys: ['Mod+V'] },
  search: { place: 'sentence', keys: ['S'] },
  locate: { place: 'sentence', keys: ['L'] },
  confidence: { place: 'sentence', keys: ['C'] },
  kind: { place: 'sentence', keys: ['T'] },
  contradicts: { place: 'sentence', keys: ['D'] },
  holds: { place: 'sentence', keys: ['H'] },
  removeLast: { place: 'sentence', keys: ['Delete'] },
  takeBack: { place: 'sentence', keys: ['U', 'Backspace'] },
  nextToDo: { place: 'sentence', keys: ['N'], walks: true },
  next: { place: 'sentence', keys: ['J'], walks: true },
  previous: { place: 'sentence', keys: ['K'], walks: true },
  placeOfPassage: { place: 'sentence', keys: ['Alt+P'] },
  leaveSources: { place: 'sentence', keys: ['Escape'] },

  approve: { place: 'review', keys: ['A'] },
  query: { place: 'review', keys: ['Q'] },
  reject: { place: 'review', keys: ['R'] },
  undoDecision: { place: 'review', keys: ['U'] },
  viewed: { place: 'review', keys: ['V'] },
  approveViewed: { place: 'review', keys: ['Shift+A'] },
  differences: { place: 'review', keys: ['D'] },
  toEvidence: { place: 'review', keys: ['O'] },
  nextInReview: { place: 'review', keys: ['J'], walks: true },
  lastInReview: { place: 'review', keys: ['K'], walks: true },

  restore: { place: 'history', keys: ['R'] },
} as const satisfies Readonly<Record<string, Command>>

export type CommandId = keyof typeof TABLE

export const COMMANDS: Readonly<Record<CommandId, Command>> = TABLE
export const COMMAND_IDS = Object.keys(TABLE) as readonly CommandId[]

/** For the line of hints under the list of sentences. */
export const HINTED = [
  'attach',
  'attachStay',
  'same',
  'exempt',
  'paste',
  'search',
  'locate',
  'confidence',
  'kind',
  'contradicts',
  'holds',
  'removeLast',
  'takeBack',
  'nextToDo',
  'next',
  'previous',
] as const satisfies readonly CommandId[]
