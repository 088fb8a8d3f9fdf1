import { type Browser, expect, type Page } from '@playwright/test'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import { type ApiSentence, type Client, sentencesOf, signedIn } from './api.ts'
import { enter, pasteArticle } from './people.ts'

const TEXT = 'It rained. It stopped. Nobody came.\nThe ferry left.'

export interface Desk {
  readonly page: Page
  readonly client: Client
  readonly id: string
  /** `It stopped. · sourced`, for each sentence as the server reads it. */
  readonly reads: (expected: readonly string[]) => Promise<void>
}

/** An article whose second sentence has its evidence. */
export async function open(browser: Browser, server: ServerProcess): Promise<Desk> {
  const page = await enter(browser, server, 'Ada Quill')
  await pasteArticle(page, TEXT)
  const id = page.url().split('/').at(-1) ?? ''
  const client = await signedIn(server.url, 'editor@galley.test')
  const source = await client.call<{ id: string }>('POST', '/api/v1/sources', {
    kind: 'dataset',
    title: 'Log',
  })
  const { fingerprint } = (await sentencesOf(client, id))[1] ?? {}
  const citations = [{ sourceId: source.body.id, relation: 'supports' }]
  const item = { index: 1, fingerprint, kind: 'fact', confidence: 'likely', citations }
  await client.call('PUT', `/api/v1/articles/${id}/annotations`, [item])
  await expect(page.locator('.cov-line')).toContainText('1 of 4 tagged')
  const reads = async (expected: readonly string[]) => {
    await expect.poll(async () => (await sentencesOf(client, id)).map(line)).toEqual(expected)
  }
  return { page, client, id, reads }
}

export const line = ({ text, evidence }: ApiSentence) =>
  evidence === 'none' ? text : `${text} · ${evidence}`

export const START = ['It rained.', 'It stopped. · sourced', 'Nobody came.', 'The ferry left.']
