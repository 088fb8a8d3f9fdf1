/**
 * The words that a language's full stops need to know, as lists parted by white space. The lists are our own,
 * read beside the segment suppressions of Unicode CLDR 46, of which those are left out that are everyday words too.
 */
export interface WordLists {
  /** Never the end: what it belongs to follows. */
  readonly joins?: string
  /** The same, but only when written with a capital. */
  readonly titles?: string
  /** Title or street: the end only behind a name and before a word that begins sentences. */
  readonly streets?: string
  /** Belongs to the number that follows, if one does; a usual word otherwise. */
  readonly numbers?: string
  /** The end when a word follows that begins sentences. */
  readonly may?: string
  /** The same, but only when written with a capital; a usual word otherwise. */
  readonly names?: string
  /** The same, but only behind a comma ("Portland, Ore."). */
  readonly places?: string
  /** Behind a number like `may`, elsewhere like `joins`. */
  readonly counts?: string
  /** Time of day: the end before any capital but a weekday, a month or a time zone. */
  readonly times?: string
  /** Nouns named by a letter: behind them a single letter is no initial ("plan B."). */
  readonly lettered?: string
  /** Verbs of saying that may follow a name behind a quotation. */
  readonly speech?: string
  /** Words that begin a sentence far more often than they carry on behind an abbreviation. */
  readonly starters?: string
  /** Numbers with a full stop are ordinals, and nouns have capitals ("5. Juli"). */
  readonly ordinals?: boolean
}
