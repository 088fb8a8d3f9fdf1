import { createHash, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { auditLength, readTrail } from '#db/repositories/audit.ts'
import { useToken } from '#db/repositories/tokens.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { dropAnyToken, everybodysTokens } from './everybodys-tokens.ts'
import { followRights } from './follow-rights.ts'
import { createToken, ownTokens } from './tokens.ts'

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

withSharedDatabase('tokens of everybody', (open) => {
  it('[SGN11] administrators see and revoke the tokens of others; the trail says whose it was', async () => {
    const desk = new Desk(open())
    const [admin, ada, ben] = [
      await desk.person(['admin']),
      await desk.person(['editor']),
      await desk.person(['writer']),
    ]
    const wish = { name: 'wire', scopes: ['read' as const] }
    const { token, id } = must(await createToken(desk.context, ada, wish, hash))
    const own = must(await createToken(desk.context, ben, { name: 'desk' }, hash))
    const listed = must(await everybodysTokens(desk.context, admin))
    const found = listed.find((one) => one.id === id)
    expect(found).toMatchObject({ ...wish, personName: ada.name, lastUsedAt: null })
    expect(JSON.stringify(listed)).not.toContain(token)
    expect(JSON.stringify(listed)).not.toContain(hash(token))
    expect((await ownTokens(desk.context, ben)).map((one) => one.id)).toEqual([own.id])
    for (const other of [ada, ben]) {
      expect(failureOf(await everybodysTokens(desk.context, other))).toBe('forbidden')
      expect(failureOf(await dropAnyToken(desk.context, other, id))).toBe('forbidden')
    }
    const after = await auditLength(open().handle)
    const both = await Promise.all([1, 2].map(() => dropAnyToken(desk.context, admin, id)))
    expect(both.map(failureOf).sort()).toEqual(['notFound', null])
    expect(await useToken(open().handle, hash(token), new Date())).toBeNull()
    expect(failureOf(await dropAnyToken(desk.context, admin, '\0'))).toBe('notFound')
    expect(failureOf(await dropAnyToken(desk.context, admin, randomUUID()))).toBe('notFound')
    const detail = { token: id, person: ada.id }
    const row = (await readTrail(open().handle)).kept.at(-1)?.row
    expect(row).toMatchObject({ action: 'token.revoked', actorId: admin.id, detail })
    expect(await auditLength(open().handle)).toBe(after + 1)
    // Sockets that it opened, in other processes too.
    const asked: unknown[] = []
    const collab = { recheck: async (whose: readonly unknown[]) => void asked.push(...whose) }
    await followRights({ db: open().handle, collab: collab as never }, after)
    expect(asked).toEqual([{ personId: ada.id }])
    await desk.stop()
  })
})
