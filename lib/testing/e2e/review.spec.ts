import { expect, type Page } from '@playwright/test'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { approveEach, type Client, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { enter, mode } from './people.ts'
import { test } from './server-test.ts'

const LETTER = ['The first page.', 'The office counted 41,000 people last summer. Nobody fell.']

const look = async (page: Page, name: string) => {
  expect(await wrongForAxe(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) })
}

/** What the first sentence says of its evidence; the second is background that owes none. */
async function say(editor: Client, id: string, evidence: object) {
  const [first, second] = await sentencesOf(editor, id)
  const said = [
    { index: 0, fingerprint: first?.fingerprint, ...evidence },
    { index: 1, fingerprint: second?.fingerprint, kind: 'background', confidence: 'confirmed' },
  ]
  expect((await editor.call('PUT', `/api/v1/articles/${id}/annotations`, said)).status).toBe(200)
}

test('[QUE11, CAP14] a second round shows what became of the evidence, and the passage in its captured copy', async ({
  browser,
  server,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const add = async (title: string) => {
    const source = { kind: 'document', title }
    return (await editor.call<{ id: string }>('POST', '/api/v1/sources', source)).body.id
  }
  const letter = await add('Letter of the harbour office')
  const log = await add('Log of the Maren')
  const upload = `/api/v1/sources/${letter}/captures/uploads?name=letter.pdf`
  expect((await editor.call('POST', upload, pdfOf(LETTER))).status).toBe(201)
  const text = 'The ferry carried 41,000 people last summer. It is painted white.'
  const { id } = (await editor.call<{ id: string }>('POST', '/api/v1/articles', { text })).body

  const passage = { sourceId: letter, relation: 'supports', quote: '41,000 people last summer' }
  const before = [{ ...passage, locator: { label: 'page', value: '1' } }]
  await say(editor, id, { kind: 'fact', confidence: 'likely', citations: before })
  await editor.call('POST', `/api/v1/articles/${id}/moves`, { to: 'inReview' })
  expect(await approveEach(await signedIn(server.url, 'reviewer@galley.test'), id)).toEqual([])
  const now = [
    { ...passage, locator: { label: 'page', value: '2' } },
    { sourceId: log, relation: 'context', locator: { label: 'page', value: '7' } },
  ]
  await say(editor, id, { kind: 'number', confidence: 'confirmed', citations: now })

  const rev = await enter(browser, server, 'Ruben Marsh')
  await rev.goto(`${server.url}/articles/${id}`)
  await mode(rev, 'Review')
  const changes = rev.getByRole('region', { name: 'What changed in the evidence' })
  await expect(changes.getByRole('listitem')).toHaveText([
    'Kind: Fact Number',
    'Confidence: Likely Confirmed',
    'Letter of the harbour office: place p. 1 2',
    'Attached since: Log of the Maren, gives context',
  ])
  const copy = rev.getByRole('figure', { name: /^In the copy/ })
  await expect(copy.locator('mark')).toHaveText('41,000 people last summer')
  await expect(copy).toContainText('Nobody fell.')
  await look(rev, 'light')
  await rev.getByRole('region', { name: 'Sentence' }).focus()
  await rev.keyboard.press('o')
  await expect(rev.getByRole('region', { name: 'Evidence', exact: true })).toBeFocused()
  await rev.emulateMedia({ colorScheme: 'dark' })
  await look(rev, 'dark')
  await rev.setViewportSize({ width: 390, height: 844 })
  await changes.scrollIntoViewIfNeeded()
  await look(rev, 'phone')
})
