import * as Y from 'yjs'

/**
 * A document whose state is the fold of the updates that it was given, and of nothing else: every document of an
 * article is one [TXT7].
 *
 * Yjs tidies formatting up after each change from elsewhere, in a change of its own. What it finds untidy depends on
 * what has arrived by then, so two who get the same updates in another order, or at a restart all at once, may end up
 * with an annotation on one side only; and it sends its own deletions out, which the log does not have. Redundant
 * formatting that stays costs a few bytes and shows nothing.
 */
export function foldDocument(): Y.Doc {
  return onlyFold(new Y.Doc())
}

/** Makes a document that somebody else has made such a one. Before anything is in it. */
export function onlyFold<T extends Y.Doc>(doc: T): T {
  // By this field a text knows that it may have something to tidy; Yjs has no setting for it.
  Object.defineProperty(doc.getText('text'), '_hasFormatting', { get: () => false, set: () => {} })
  return doc
}
