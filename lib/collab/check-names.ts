import * as Y from 'yjs'
import { clientOf, isProposing } from '#lib/domain/text/acceptance.ts'
import { isSet, proposalId, proposalOf, proposerOf } from '#lib/domain/text/flat-text.ts'
import { UpdateRefused } from './update-refused.ts'

/**
 * A proposal names who makes it: nobody makes one in another's name, and nothing is proposed without a name [SUG4].
 * `fresh`: what a change brings; `ownerOf`: whose a client id is.
 */
export function checkNames(
  doc: Y.Doc,
  fresh: readonly Y.Item[],
  personId: string,
  ownerOf: (client: number) => string | null,
) {
  const isMade = (id: string) => ownerOf(clientOf(id)) === proposerOf(id)
  const entered = new Set<string>()
  for (const item of fresh) {
    const entry = entryOf(item)
    if (entry !== null) entered.add(entry)
    if (entry !== null && !(isMade(entry) && proposerOf(entry) === personId)) throw inAnotherName()
    if (!isNamed(item, isMade)) throw inAnotherName()
  }
  for (const { id, content } of fresh) {
    const isText = content instanceof Y.ContentString || content instanceof Y.ContentEmbed
    const name = isText && isProposing(id.client) ? proposalId(personId, id.client) : null
    if (name !== null && !entered.has(name) && !doc.getMap('proposals').has(name))
      throw inAnotherName()
  }
}

/** Taking a proposal back, or off some words, is another matter. */
function isNamed({ content }: Y.Item, isMade: (id: string) => boolean): boolean {
  const proposal = content instanceof Y.ContentFormat ? proposalOf(content.key) : null
  if (!proposal || !(content instanceof Y.ContentFormat)) return true
  return proposal.kind !== 'insertion' && (!isSet(content.value) || isMade(proposal.id))
}

const inAnotherName = () =>
  new UpdateRefused('foreignClient', 'The change proposes in the name of somebody else')

/** The proposal that an item makes an entry for. In an update a root is told by its name. */
function entryOf({ parent, parentSub }: Y.Item): string | null {
  return (parent as unknown) === 'proposals' ? parentSub : null
}
