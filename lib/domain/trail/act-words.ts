import type { TrailRow } from './chain.ts'

/** What each act of the trail is called. A test finds every act in the code, and fails when one has no words [LOG13]. */
const WORDS: Readonly<Record<string, string>> = {
  ...{
    'article.created': 'began an article',
    'article.described': 'changed the data of an article',
  },
  'article.moved': 'moved an article on',
  'article.people': 'changed who works on an article',
  'article.planned': 'changed the plan of an article',
  'article.recovered': 'An article was repaired',
  'article.restored': 'restored an earlier moment of an article',
  ...{ 'sentence.approve': 'approved a sentence', 'sentence.query': 'queried a sentence' },
  'sentence.reject': 'rejected a sentence',
  'query.answered': 'said something about a question',
  'person.linked': 'signed in by a provider for the first time',
  ...{ 'query.closed': 'closed a question', 'approval.withdrawn': 'took an approval back' },
  ...{ 'thread.opened': 'began a conversation', 'thread.answered': 'answered in a conversation' },
  'thread.placed': 'put a conversation on other words',
  ...{ 'thread.resolved': 'resolved a conversation', 'thread.reopened': 'reopened a conversation' },
  ...{ 'version.published': 'published a version', 'version.takenDown': 'took a version down' },
  ...{
    'version.scheduled': 'set a time for a version',
    'version.unscheduled': 'took the time of a version away',
  },
  'version.notPublished': 'A version was not published at its time',
  ...{ 'moment.named': 'named a moment', 'moment.unnamed': 'took the name of a moment away' },
  'picture.added': 'brought a picture',
  ...{ 'source.created': 'added a source', 'source.changed': 'changed a source' },
  ...{ 'source.imported': 'added a source with a document', 'source.captured': 'kept a source' },
  'source.mended': 'A name or password was taken out of the address of a source',
  'source.copyKept': 'marked a copy of a source as kept',
  ...{ 'source.merged': 'merged two sources', 'source.parted': 'undid the merging of two sources' },
  'identity.kept': 'locked up who a confidential source is',
  'identity.wasPublished': 'was told that published versions say who a confidential source is',
  'identity.opened': 'opened who a confidential source is',
  'identity.destroyed': 'destroyed who a confidential source is',
  'identity.refused': 'was refused a change that would tell who a confidential source is',
  'recording.kept': 'locked up a recording of a confidential source',
  'recording.destroyed': 'destroyed a recording of a confidential source',
  'vault.relocked': 'What is locked up was locked with a new key',
  ...{ 'person.added': 'added a person', 'person.changed': 'changed the rights of a person' },
  ...{ 'invitation.made': 'invited a person', 'invitation.revoked': 'revoked an invitation' },
  'invitation.accepted': 'came in by an invitation',
  ...{ 'session.started': 'signed in', 'session.ended': 'signed out' },
  ...{ 'factor.added': 'set up a second factor', 'factor.removed': 'turned a second factor off' },
  'person.passwordChanged': 'changed their own password',
  'person.promoted': 'On the server’s console somebody was made an administrator',
  'person.passwordSet': 'On the server’s console somebody got another password',
  'factor.reset': 'On the server’s console a second factor was taken away',
  ...{ 'factor.given': 'gave a second factor', 'factor.refused': 'gave a wrong code' },
  ...{ 'token.created': 'made a token', 'token.revoked': 'revoked a token' },
  ...{ 'webhook.added': 'added a webhook', 'webhook.removed': 'removed a webhook' },
  'webhook.givenUp': 'A webhook that did not answer for days was turned off',
  ...{ 'webhook.on': 'turned a webhook on', 'webhook.off': 'turned a webhook off' },
  'policy.changed': 'changed the rules of the house',
  'key.added': 'A key that signs was added',
  'audit.taken': 'took the audit trail',
}

export const ACTIONS: readonly string[] = Object.keys(WORDS)

/** What an act is called in a list of acts. */
export const actionLabel = (action: string): string => {
  const words = WORDS[action] ?? action
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A row in a sentence. `who`: the person's name; null: the server by itself. */
export function actWords(
  { action, detail }: Pick<TrailRow, 'action'> & Partial<Pick<TrailRow, 'detail'>>,
  who: string | null,
): string {
  const said = WORDS[action]
  const words = said && `${said}${spiteWords(detail)}`
  if (words === undefined) return who === null ? action : `${who}: ${action}`
  // What nobody did is a sentence of its own.
  if (/^[A-Z]/.test(words)) return who === null ? words : `${words}, by ${who}`
  return `${who ?? 'The server'} ${words}`
}

/** How much a version was published in spite of; which, stands in the row by kind and by id of its sentence. */
function spiteWords(detail: unknown): string {
  const inSpite = (detail as { readonly inSpite?: unknown } | null | undefined)?.inSpite
  if (!Array.isArray(inSpite) || !inSpite.length) return ''
  return ` in spite of ${inSpite.length === 1 ? 'one thing' : `${inSpite.length} things`}, with reasons`
}
