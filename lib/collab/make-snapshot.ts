import * as Y from 'yjs'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { foldDocument } from './fold-document.ts'
import { equal, foldLog, sha256 } from './fold-log.ts'
import type { Snapshot, StoredLog } from './log-store.ts'

export type MadeSnapshot = Omit<Snapshot, 'articleId' | 'seq'>

/**
 * Folds a log into a snapshot, loads what it has made again, and compares the two: what does not read back as the same
 * article is no snapshot. Throws `LogDamaged` when the log is not whole.
 */
export function makeSnapshot(log: StoredLog): MadeSnapshot {
  const doc = foldLog(log)
  try {
    return snapshotOf(doc)
  } finally {
    doc.destroy()
  }
}

export function snapshotOf(doc: Y.Doc): MadeSnapshot {
  const again = foldDocument()
  try {
    const state = Y.encodeStateAsUpdate(doc)
    const stateVector = Y.encodeStateVector(doc)
    const hash = contentHash(doc)
    Y.applyUpdate(again, state)
    if (!equal(Y.encodeStateVector(again), stateVector) || contentHash(again) !== hash)
      throw new Error('A snapshot does not read back as what it was made from')
    return { state, stateVector, contentHash: hash, sha256: sha256(state) }
  } finally {
    again.destroy()
  }
}

/** Of everything that an article says, in whatever order its formatting was put on. */
export function contentHash(doc: Y.Doc): string {
  const proposals = doc.getMap('proposals')
  return hashOf({
    text: deltaOf(doc.getText('text')),
    blocks: doc.getMap('blocks').toJSON(),
    annotations: doc.getMap('annotations').toJSON(),
    meta: doc.getMap('meta').toJSON(),
    // Left out where there are none: what was hashed before there were any hashes as it did.
    ...(proposals.size && { proposals: proposals.toJSON() }),
  })
}
