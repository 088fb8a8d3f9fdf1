import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { hashPassword } from '#lib/auth/password.ts'
import { type PostgresCluster, startPostgres } from '#lib/testing/postgres.ts'
import { type ServerProcess, startServer } from '#lib/testing/server-process.ts'
import { pasteArticle, saved } from './people.ts'

const PASSWORD = 'rain on the harbour roof'
const SECRET = 'a secret of the tests, long enough for a server to accept it'

let postgres: PostgresCluster
let database: pg.Client
let server: ServerProcess
const dataFolder = mkdtempSync(join(tmpdir(), 'galley-faults-'))

test.beforeAll(async () => {
  postgres = await startPostgres()
  server = await startServer({
    dataFolder,
    env: { DATABASE_URL: postgres.url, AUTH_SECRET: SECRET },
  })
  database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  await database.query(
    `insert into person (id, email, name, password_hash, roles) values ($1, 'eda@example.org', 'Eda Roth', $2, '{writer,editor}')`,
    [randomUUID(), await hashPassword(PASSWORD)],
  )
  // It waits for its first administrator no more.
  await server.restart()
})

test.afterAll(async () => {
  await database.end()
  await server.stop()
  await postgres.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Signed in, with an article of one line open; its id. */
async function openArticle(page: Page): Promise<string> {
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail address').fill('eda@example.org')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail address or the password is not right')).toBeVisible()
  await page.getByLabel('E-mail address').fill('eda@example.org')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${server.url}/`)
  await pasteArticle(page, 'It rained.')
  await page.locator('.tiptap p').first().click()
  await page.keyboard.press('End')
  return page.url().split('/').at(-1) ?? ''
}

test('a commit that fails is said at once, and what was written is saved when commits work again', async ({
  page,
}) => {
  await openArticle(page)
  await database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no space left on device'; end $$`,
  )
  await database.query(
    'create trigger refuse before insert on article_update for each row execute function refuse()',
  )
  await page.keyboard.type(' It stopped.')
  const save = page.locator('.save')
  await expect(save).toHaveText(/^Not saved: \d+ changes kept on this device, trying again$/)
  // The database has nothing of it, and the page goes on saying so while it tries again.
  const rows = async () => (await database.query('select 1 from article_update')).rowCount
  expect(await rows()).toBe(1)
  await page.keyboard.type(' It began again.')
  await expect(save).toHaveText(/^Not saved: \d+ changes kept on this device, trying again$/)
  await database.query('drop trigger refuse on article_update')
  await saved(page)
  expect(await rows()).toBeGreaterThan(1)
  await page.reload()
  await saved(page)
  await expect(page.locator('.tiptap p').first()).toHaveText(
    'It rained. It stopped. It began again.',
  )
  // What failed is in the log, a wrong password is not, and neither are words, names and addresses.
  const lines = server
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(lines.some((line) => line.includes('a commit failed'))).toBe(true)
  expect(server.log()).not.toMatch(/CredentialsSignin|It stopped|Eda Roth|eda@example\.org|^ +at /m)
})

test('an article that cannot be read whole says so with a way out, and is there again after it', async ({
  page,
}) => {
  const id = await openArticle(page)
  await page.keyboard.type(' It stopped.')
  await saved(page)
  await page.goto(server.url)
  await database.query('update article set head_seq = head_seq - 1 where id = $1', [id])
  await server.restart()
  await page.goto(`${server.url}/articles/${id}`)
  const trouble = page.getByRole('alert').filter({ hasText: 'cannot be read whole' })
  await expect(trouble).toContainText(`npm run recover -- ${id}`)
  const env = { ...process.env, DATABASE_URL: postgres.url, AUTH_SECRET: SECRET }
  const said = execFileSync(process.execPath, ['lib/server/recover.ts', id], {
    env,
    encoding: 'utf8',
  })
  expect(said).toContain('The article is whole and is served again')
  await saved(page)
  await expect(trouble).toHaveCount(0)
  await expect(page.locator('.tiptap p').first()).toHaveText('It rained. It stopped.')
})
