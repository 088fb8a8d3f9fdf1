import { setImmediate as turn } from 'node:timers/promises'
import {
  beyondChance,
  moreTelling,
  piecesOf,
  readingOf,
  type Telling,
  tellingOf,
} from '#lib/domain/publication/copy-leaks.ts'
import type { FileStore } from '#lib/domain/shared/file-store.ts'
import type { Capture } from '#lib/domain/sourcing/capture.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { type Protected, protectsNothing } from '#lib/domain/sourcing/identity.ts'
import type { Context } from './context.ts'

/** As many verdicts as are remembered of one store; one is two hashes and a word. */
const REMEMBERED = 5_000

/** What a copy tells never changes, and looking through its megabytes for each reader of a dossier would. */
const remembered = new WeakMap<FileStore, Map<string, Telling>>()

/** How much a copy tells: its bytes, what could be read of it, and what it says of itself [CNF7]. */
export async function tellingOfCopy(
  { files }: Pick<Context, 'files'>,
  capture: Capture,
  hidden: Protected,
): Promise<Telling> {
  if (protectsNothing(hidden)) return 'nothing'
  const { rawHash, textHash } = capture
  const said = saidOf(capture)
  const known = remembered.get(files) ?? new Map<string, Telling>()
  remembered.set(files, known)
  const key = hashOf({ rawHash, textHash, said: said.toWellFormed(), hidden: partsOf(hidden) })
  const before = known.get(key)
  if (before) return before
  let telling = await tellingIn(said, hidden)
  const text = textHash && (await files.get(textHash))
  if (text) telling = moreTelling(telling, await tellingIn(new TextDecoder().decode(text), hidden))
  const raw = telling === 'identity' ? null : await files.get(rawHash)
  if (raw) telling = moreTelling(telling, await tellingOfBytes(raw, hidden))
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, telling)
  return telling
}

/** What stands in a picture by chance withholds it, and stops nobody. */
async function tellingOfBytes(bytes: Uint8Array, hidden: Protected): Promise<Telling> {
  const { text, sure } = readingOf(bytes)
  if (sure) return tellingIn(text, hidden)
  return (await tellingIn(text, beyondChance(hidden))) === 'nothing' ? 'nothing' : 'word'
}

async function tellingIn(text: string, hidden: Protected): Promise<Telling> {
  let telling: Telling = 'nothing'
  for (const piece of piecesOf(text)) {
    telling = moreTelling(telling, tellingOf(piece, hidden))
    if (telling === 'identity') break
    await turn()
  }
  return telling
}

function saidOf({ title, authors, publisher, url, askedUrl, finalUrl, headers }: Capture): string {
  const addresses = [url, askedUrl, finalUrl].map((address) => address.replace(/[-_+/.]/g, ' '))
  const lines = [title, ...authors, publisher, ...addresses, ...headers.map(([, value]) => value)]
  return readingOf(new TextEncoder().encode(lines.join('\n'))).text
}

const partsOf = (hidden: Protected) =>
  [hidden.words, hidden.short, hidden.pieces, hidden.numbers].map((parts) => [...parts].sort())
