let awaited: string | null = null

/** The text of this article takes the focus once it is there: somebody is on the way to write in it. */
export function awaitText(articleId: string) {
  awaited = articleId
}

/** True, once, when the text of this article is awaited. */
export function isTextAwaited(articleId: string): boolean {
  const isIt = awaited === articleId
  awaited = null
  return isIt
}
