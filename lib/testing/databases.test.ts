import { expect, it } from 'vitest'
import { listPeople } from '#db/repositories/people.ts'
import { withDatabases } from './databases.ts'

withDatabases('a fresh database', (fresh, kind) => {
  it('is migrated and empty', async () => {
    const { handle, kind: opened } = await fresh()
    expect(opened).toBe(kind)
    expect(await listPeople(handle)).toEqual([])
  })

  it('is not the one of another test', async () => {
    const [one, other] = [await fresh(), await fresh()]
    await one.handle.execute('create table mark (id integer)')
    await expect(other.handle.execute('select * from mark')).rejects.toThrow()
  })
})
