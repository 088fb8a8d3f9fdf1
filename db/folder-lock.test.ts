import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from './connection.ts'
import { FolderInUse, lockFolder } from './folder-lock.ts'

let folder = ''
let children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-lock-'))
  children = []
})

afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that takes the lock, or says why not, and then waits. */
async function other(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const code = `import { lockFolder } from '#db/folder-lock.ts'
    try { lockFolder(${JSON.stringify(folder)}); console.log('locked') } catch (error) { console.log(error.message) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, said: said.toString().trim() }
}

const lockFile = () => readFileSync(join(folder, 'galley.lock'), 'utf8')

it('[LOG6] a folder that another process works on is refused, with who holds it and what to do', async () => {
  const { child, said } = await other()
  expect(said).toBe('locked')
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  expect(() => lockFolder(folder)).toThrow(
    `in use by another Galley process (pid ${child.pid}). Stop that process`,
  )
  await expect(openDatabase({ kind: 'pglite', folder })).rejects.toThrow(FolderInUse)
  const lock = lockFile()
  expect((await other()).said).toContain(`pid ${child.pid}`)
  expect(lockFile()).toBe(lock)
})

it('[LOG6] the lock of a process that died is taken over', async () => {
  const { child } = await other()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = lockFolder(folder)
  expect(lockFile()).toMatch(new RegExp(`^${process.pid} `))
  expect((await other()).said).toContain(`pid ${process.pid}`)
  lock.release()
  expect(existsSync(join(folder, 'galley.lock'))).toBe(false)
  expect((await other()).said).toBe('locked')
})

it('[LOG6] a number that belongs to another process since is no holder, an empty lock neither', () => {
  for (const text of [`${process.pid} 1\n`, '', 'x', '999999999 1']) {
    writeFileSync(join(folder, 'galley.lock'), text)
    lockFolder(folder).release()
  }
})

it('[LOG6] an embedded database gives its folder back when it is closed, and keeps what was written', async () => {
  const first = await openDatabase({ kind: 'pglite', folder })
  await first.handle.execute("insert into audit_head values (1, 7, 'h')")
  await first.close()
  const second = await openDatabase({ kind: 'pglite', folder })
  const { rows } = (await second.handle.execute('select seq from audit_head')) as unknown as {
    rows: unknown[]
  }
  await second.close()
  expect(rows).toHaveLength(1)
})
