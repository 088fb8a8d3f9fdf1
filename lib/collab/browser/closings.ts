import { CLOSE, type CloseReason } from '#lib/collab/close-codes.ts'

/** What a person can do about a closing after which the same changes would be refused again. */
const REFUSED: Partial<Record<CloseReason, string>> = {
  malformed: 'The change could not be read. Copy what you wrote and reload.',
  foreignClient: 'The change carries the mark of somebody else. Copy what you wrote and reload.',
  foreignRoot:
    'The change touches a part that articles do not have. Copy what you wrote and reload.',
  articleFull:
    'The article has reached 8 MiB, with all that was ever in it. Copy your last changes and go on in a second article.',
  tooBig: 'What you wrote is larger than an article may be. Copy it and go on in a second article.',
  notProposed:
    'What you were changing is no proposal of yours any more: somebody has settled it meanwhile. Copy what you wrote last and reload.',
  notAllowed: 'You are not allowed to write here. Copy what you wrote and reload.',
}

/** What a person can do while there is no room; the tab tries again by itself. */
const CROWDED: Partial<Record<CloseReason, string>> = {
  tooManyTabs: 'You have too many articles open. Close other tabs: this one connects by itself.',
  articleCrowded:
    'As many people as may be are in this article. You are connected when somebody leaves.',
  serverCrowded: 'The server has no room just now. You are connected when it has.',
}

/** By the code of a closing; null: it was closed for something else. */
export const refusedBy = (code: number) => wordsOf(REFUSED, code)
export const crowdedBy = (code: number) => wordsOf(CROWDED, code)

function wordsOf(words: Partial<Record<CloseReason, string>>, code: number): string | null {
  const reason = (Object.keys(CLOSE) as CloseReason[]).find((name) => CLOSE[name][0] === code)
  return (reason && words[reason]) ?? null
}
