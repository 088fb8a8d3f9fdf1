import * as Y from 'yjs'
import { ROOTS } from '#lib/domain/text/flat-text.ts'
import { checkNames } from './check-names.ts'
import { foldDocument } from './fold-document.ts'
import { LIMITS } from './limits.ts'
import { TextPlaces } from './text-places.ts'
import { UpdateRefused } from './update-refused.ts'

/** What an update would do, found without applying it. */
export interface CheckedUpdate {
  /** False: the document has it all already. */
  readonly isNew: boolean
  /** Client ids with new changes. */
  readonly clients: readonly number[]
}

type Owners = ReadonlyMap<number, string>

/**
 * Decides whether an update may be appended [LOG2]: it decodes, leaves no gap, touches no other root, holds only flat
 * values and maps, and its new changes carry client ids of this person, or of nobody yet. Throws `UpdateRefused`.
 */
export function checkUpdate(
  doc: Y.Doc,
  owners: Owners,
  personId: string,
  update: Uint8Array,
  maxBytes = LIMITS.updateBytes,
): CheckedUpdate {
  if (update.length > maxBytes)
    throw new UpdateRefused('tooLarge', 'The change is too large to come at once')
  const { structs, ds } = decode(update)
  const known = new Reached(doc)
  const fresh: Y.Item[] = []
  const clients = new Set<number>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const reached = known.get(client)
    if (clock > reached)
      throw new UpdateRefused('gap', 'Changes that come before this one are missing')
    if (clock + struct.length <= Y.getState(doc.store, client)) continue
    known.set(client, Math.max(reached, clock + struct.length))
    clients.add(client)
    if (struct instanceof Y.Item) fresh.push(struct)
  }
  for (const client of clients) {
    // A client id is free while the article does not know it. That of its first text belongs to nobody for ever.
    const free = !owners.has(client) && Y.getState(doc.store, client) === 0
    if (!free && owners.get(client) !== personId) {
      throw new UpdateRefused('foreignClient', 'The change carries the mark of somebody else')
    }
  }
  const places = new TextPlaces(doc, fresh)
  // A new client id is bound to whoever brings it.
  const ownerOf = (client: number) => owners.get(client) ?? (clients.has(client) ? personId : null)
  checkNames(doc, fresh, personId, ownerOf)
  for (const item of fresh) {
    checkOrigins(item, known)
    checkCharacters(doc, item)
    checkPlace(item)
    checkContent(item, places)
  }
  checkDeletions(doc, ds, known)
  if (clients.size > 1) checkOnCopy(doc, update)
  return { isNew: clients.size > 0 || deletesAnything(doc, ds), clients: [...clients] }
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

function decode(update: Uint8Array): Decoded {
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: it is passed on, behind the refusal
    throw new UpdateRefused('malformed', 'The change could not be read', { cause: error })
  }
}

/** How far each client's changes reach, with those of the update that were looked at. Asks the document only for whom it must. */
class Reached {
  readonly #doc: Y.Doc
  readonly #clocks = new Map<number, number>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get(client: number): number {
    return this.#clocks.get(client) ?? Y.getState(this.#doc.store, client)
  }

  set(client: number, clock: number) {
    this.#clocks.set(client, clock)
  }
}

function checkOrigins(item: Y.Item, known: Reached) {
  const parentId = item.parent instanceof Y.ID ? item.parent : null
  for (const id of [item.origin, item.rightOrigin, parentId]) {
    if (!id) continue
    const later = id.client === item.id.client && id.clock >= item.id.clock
    if (later || id.clock >= known.get(id.client)) {
      throw new UpdateRefused('gap', 'The change rests on one that is missing')
    }
  }
}

/** Characters stand in the text, entries in the maps; what a map holds is a map again, and no list. */
function checkPlace({ parent, parentSub }: Y.Item) {
  if (parent === null) return
  const root = typeof parent === 'string' ? parent : null
  const isKnown = root === null || (ROOTS as readonly string[]).includes(root)
  if (!isKnown || (root === 'text') !== (parentSub === null)) {
    throw new UpdateRefused('foreignRoot', 'The change touches a part that articles do not have')
  }
}

/** What is deeper than that could not be read, or not be sent on: both go down by recursion. */
function checkContent(item: Y.Item, places: TextPlaces) {
  const { content } = item
  const nested =
    content instanceof Y.ContentType &&
    !(content.type instanceof Y.Map && places.of(item) === 'map')
  const foreign = content instanceof Y.ContentDoc || content instanceof Y.ContentBinary
  const value = content instanceof Y.ContentAny || content instanceof Y.ContentJSON
  // A value among the characters takes up a place that no reader counts; text as an embed, more than it is counted for.
  const miscounted =
    (value && places.of(item) === 'text') ||
    (content instanceof Y.ContentEmbed && !(content.embed instanceof Object))
  if (nested || foreign || miscounted || !valuesOf(item).every(isFlat)) {
    throw new UpdateRefused('foreignRoot', 'The change holds what articles do not have there')
  }
}

function valuesOf({ content }: Y.Item): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

/** A scalar, or an object of scalars. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((inner) => typeof inner !== 'object' || inner === null)
}

/** What stands between the halves of a character makes two broken ones of it, at once in memory and later in the log. */
function checkCharacters(doc: Y.Doc, { origin, rightOrigin }: Y.Item) {
  const cuts =
    (origin && cutsCharacter(doc, origin.client, origin.clock + 1)) ||
    (rightOrigin && cutsCharacter(doc, rightOrigin.client, rightOrigin.clock))
  if (cuts) throw new UpdateRefused('malformed', HALVES)
}

const HALVES = 'The change cuts a character in two'

/** True when a place of a client's changes lies between the halves of a character. */
function cutsCharacter(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock < 1 || clock >= Y.getState(doc.store, client)) return false
  const struct = structs[Y.findIndexSS(structs, clock)]
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false
  const at = clock - struct.id.clock
  return at > 0 && (struct.content.str.codePointAt(at - 1) ?? 0) > 0xffff
}

function checkDeletions(doc: Y.Doc, ds: Decoded['ds'], known: Reached) {
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) {
      if (cutsCharacter(doc, client, clock) || cutsCharacter(doc, client, clock + len))
        throw new UpdateRefused('malformed', HALVES)
      if (clock + len > known.get(client)) {
        throw new UpdateRefused('gap', 'The change deletes something that is missing')
      }
    }
  }
}

function deletesAnything(doc: Y.Doc, ds: Decoded['ds']): boolean {
  for (const [client, deletions] of ds.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of deletions) {
      if (!len) continue
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= clock + len) break
        if (!struct.deleted) return true
      }
    }
  }
  return false
}

/** Changes of several clients could rest on each other in a circle, which only trying shows. Rare: kept simple. */
function checkOnCopy(doc: Y.Doc, update: Uint8Array) {
  const copy = foldDocument()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(copy, update)
  const { pendingStructs, pendingDs } = copy.store
  copy.destroy()
  if (pendingStructs || pendingDs)
    throw new UpdateRefused('gap', 'The change rests on one that is missing')
}
