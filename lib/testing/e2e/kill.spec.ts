import { expect } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { sentencesOf, signedIn } from './api.ts'
import { test } from './server-test.ts'
import { join, type Typist } from './typist.ts'

const KILLS = Number(process.env.GALLEY_KILLS ?? 3)
const CHANGES_BEFORE_KILL = 40

test('kill -9 while two people type: every acknowledged change is there afterwards', async ({
  server,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  let editor = await signedIn(server.url, 'editor@galley.test')
  const made = await editor.call<{ id: string }>('POST', '/api/v1/articles', {
    text: 'Begin here.',
  })
  const acknowledged = new Set<string>()
  for (let round = 0; round < KILLS; round++) {
    const typists = await Promise.all([
      join(server, editor, made.body.id),
      join(server, editor, made.body.id),
    ])
    await typeUntilKilled(server, typists, round)
    for (const typist of typists) {
      for (const word of typist.acknowledged) acknowledged.add(word)
      typist.leave()
    }
    await server.restart()
    editor = await signedIn(server.url, 'editor@galley.test')
    const text = (await sentencesOf(editor, made.body.id))
      .map((sentence) => sentence.text)
      .join(' ')
    const missing = [...acknowledged].filter((word) => !text.includes(word))
    expect(missing, `acknowledged ${acknowledged.size} words`).toEqual([])
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * CHANGES_BEFORE_KILL)
})

/** Types without a pause; the server is killed in the middle of it, with the clients gone at the same moment. */
async function typeUntilKilled(server: ServerProcess, typists: readonly Typist[], round: number) {
  let word = 0
  const typing = setInterval(() => {
    for (const [at, typist] of typists.entries()) typist.type(`w${round}x${at}x${word}`)
    word += 1
  }, 1)
  const count = () => typists.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  await expect.poll(count, { intervals: [5] }).toBeGreaterThan(CHANGES_BEFORE_KILL)
  await server.kill9()
  clearInterval(typing)
}
