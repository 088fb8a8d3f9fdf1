import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { type DatabaseTarget, openDatabase } from '#db/connection.ts'
import { verifyAudit } from '#db/repositories/audit.ts'
import { vaultIdentities } from '#db/schema-vault.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { emptyTarget, KINDS } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { identityInput, keepIdentity, openIdentity } from '#lib/usecases/identities.ts'
import { keepRecording, openRecording } from '#lib/usecases/locked-recordings.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'

const { PATH, NODE_COMPILE_CACHE } = process.env
const NAME = 'Zdeňka Novotná'

/** The command as an operator runs it. */
function vault(target: DatabaseTarget | null, keys: string | null, ...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH, NODE_COMPILE_CACHE }
  if (target?.kind === 'postgres') env.DATABASE_URL = target.url
  if (target?.kind === 'pglite') env.GALLEY_DATA = `${target.folder}`
  if (keys !== null) env.GALLEY_VAULT_KEYS = keys
  return new Promise<{ code: number | string | null; said: string }>((resolve) => {
    execFile(process.execPath, ['lib/server/vault.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, said: out + err }),
    )
  })
}

/** A newsroom that has locked up a person and a recording with this key; `read` tells what opens with others. */
async function begin(kind: DatabaseTarget['kind'], key: string) {
  const { target, dispose } = await emptyTarget(kind)
  const within = async <T>(keys: string, work: (desk: Desk) => Promise<T>) => {
    const database = await openDatabase(target)
    const desk = new Desk(database)
    desk.vault = vaultWith(readVaultKeys(keys))
    try {
      return await work(desk)
    } finally {
      await desk.stop()
      await database.close()
    }
  }
  const locked = await within(key, async (desk) => {
    const ada = await desk.person(['editor'])
    const fields = { kind: 'person', terms: 'background', wording: 'a port worker' }
    const source = await desk.source(ada, fields)
    must(await keepIdentity(desk.context, ada, source, identityInput.parse({ name: NAME })))
    const bytes = new TextEncoder().encode('her voice')
    const file = { name: 'talk.wav', bytes }
    const recording = must(await keepRecording(desk.context, ada, source, file)).id
    return { ada, source, recording }
  })
  return { target, dispose, within, ...locked }
}

const opens = async (desk: Desk, { ada, source, recording }: Locked) => {
  const { name } = must(await openIdentity(desk.context, ada, source))
  const { bytes } = must(await openRecording(desk.context, ada, source, recording))
  return [name, new TextDecoder().decode(bytes)]
}

interface Locked {
  readonly ada: Actor
  readonly source: string
  readonly recording: string
}

it.each(KINDS)(
  '[CNF3] npm run vault locks everything anew on %s, and without the old key changes nothing',
  async (kind) => {
    const [old, young] = [(await vault(null, null, 'new')).said.trim(), newVaultKey()]
    const room = await begin(kind, old)
    const refused = await vault(room.target, young, 'rotate')
    expect(refused).toMatchObject({ code: 2, said: expect.stringMatching(/^Nothing was done\./) })
    expect(await room.within(old, (desk) => opens(desk, room))).toEqual([NAME, 'her voice'])

    const { keyId } = vaultWith(readVaultKeys(young))
    expect(await vault(room.target, `${young},${old}`, 'rotate')).toEqual({
      code: 0,
      said: `2 locked anew, with the key ${keyId}. Keys before it are not needed any more.\n`,
    })
    expect(await room.within(young, (desk) => opens(desk, room))).toEqual([NAME, 'her voice'])
    await room.within(young, async ({ database: { handle } }) => {
      expect((await handle.select().from(vaultIdentities)).map((row) => row.keyId)).toEqual([keyId])
      expect(await verifyAudit(handle)).toBeNull()
    })
    await expect(room.within(old, (desk) => opens(desk, room))).rejects.toThrow(/key/)
    await room.dispose()
  },
  60_000,
)

it('[CNF3] npm run vault says what it takes, and keeps off an embedded folder that a server works on', async () => {
  expect(await vault(null, null)).toMatchObject({
    code: 2,
    said: expect.stringContaining('rotate'),
  })
  const { target, dispose } = await emptyTarget('pglite')
  const database = await openDatabase(target)
  const busy = await vault(target, newVaultKey(), 'rotate')
  expect(busy).toMatchObject({ code: 2, said: expect.stringMatching(/is in use/) })
  await database.close()
  const wrong = await vault(target, 'x', 'rotate')
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('GALLEY_VAULT_KEYS') })
  await dispose()
}, 60_000)
