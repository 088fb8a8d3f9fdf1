/** Identifiers are branded: only a parser or a repository makes one, so that none stands for another. */
export type ArticleId = string & { readonly __brand: 'ArticleId' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for the form in which every identifier of ours is written: a lower-case UUID. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
