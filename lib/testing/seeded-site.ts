import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Handle, openDatabase } from '#db/connection.ts'
import { insertArticle } from '#db/repositories/articles.ts'
import { insertPerson } from '#db/repositories/people.ts'
import { insertVersion } from '#db/repositories/versions.ts'
import { renderReaderBody } from '#lib/domain/formats/html.ts'
import { sealOf } from '#lib/domain/publication/build-version.ts'
import type { Version, VersionRef } from '#lib/domain/publication/version.ts'
import { newKey, writePrivateKeys } from '#lib/signing/keys.ts'
import { type Signer, signerWith } from '#lib/signing/ports.ts'

/**
 * Fills the data folder of a server that does not run yet with published articles, each the versions of one, oldest
 * first. Hashes, history and signatures are made anew, so that all of it verifies.
 */
export async function seedSite(
  folder: string,
  articles: readonly (readonly Version[])[],
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const key = newKey()
  writeFileSync(join(folder, 'signing-keys.json'), writePrivateKeys([key]), { mode: 0o600 })
  const database = await openDatabase({ kind: 'pglite', folder })
  await insertSite(database.handle, articles, signerWith([key]))
  await database.close()
}

/** The same in a database that is open. */
export async function insertSite(
  db: Handle,
  articles: readonly (readonly Version[])[],
  signer: Signer,
): Promise<void> {
  const personId = randomUUID()
  const person = { name: 'Pia Lindholm', email: 'pia@galley.test', roles: ['admin'] as const }
  await insertPerson(db, { ...person, id: personId, chief: true, passwordHash: '' })
  for (const versions of articles) {
    const [first] = versions
    if (!first) continue
    const articleId = randomUUID()
    const { slug, lang, headline: title, publishedAt } = first
    const article = { id: articleId, slug, lang, title, searchText: '', createdBy: personId }
    await insertArticle(
      db,
      { ...article, schemaVersion: 1, now: new Date(publishedAt) },
      new Uint8Array(),
    )
    for (const row of await sealed(versions, articleId, signer))
      await insertVersion(db, { ...row, seq: 1, publishedBy: personId })
  }
}

async function sealed(versions: readonly Version[], articleId: string, signer: Signer) {
  const history: VersionRef[] = []
  const rows = []
  for (const each of versions) {
    const previousHash = history.at(-1)?.hash ?? null
    const version = { ...each, articleId, previousHash, history: [...history] }
    const { canonical, hash } = sealOf(version)
    const { number, slug, change, note, publishedAt } = version
    history.push({ number, change, note, publishedAt, hash })
    rows.push({
      ...{ articleId, number, slug, change, note, hash, canonical },
      body: renderReaderBody(version),
      signature: await signer.signDetached('galley-version', hash),
      publishedAt: new Date(publishedAt),
    })
  }
  return rows
}
