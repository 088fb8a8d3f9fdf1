import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { type Client, sentencesOf, signedIn } from './api.ts'
import { COUNT, test } from './outside-test.ts'
import { enter } from './people.ts'

const NAME = 'Zdeňka Novotná'
const PHONE = '+420 602 123 456'
const TELLS = /zde[nň]ka|novotn[aá]|602[ -]?123[ -]?456/i

const TEXT = `The ferry Maren carried 41,000 people last summer. The office writes that two engines failed.
"We were told to sail", a port worker said. The captain says so on tape.`

const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const picture = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`) })

/** A recording of no sound. */
const WAV = Buffer.from('UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=', 'base64')

async function upload(editor: Client, id: string, name: string, bytes: Uint8Array) {
  const path = `/api/v1/sources/${id}/captures/uploads?name=${name}`
  expect((await editor.call('POST', path, bytes)).status).toBe(201)
}

/** Gives sentences their evidence and approves them; the headline owes nothing. */
async function annotate(editor: Client, article: string, cites: readonly object[]) {
  const all = await sentencesOf(editor, article)
  const items = all.map(({ index, fingerprint }) => ({
    ...{ index, fingerprint },
    ...(index === 0
      ? { kind: 'exempt', citations: [] }
      : { kind: 'attributed', confidence: 'likely', citations: [cites[index - 1]] }),
  }))
  const set = await editor.call('PUT', `/api/v1/articles/${article}/annotations`, items)
  expect(set.status).toBe(200)
}

test('an article is sourced with a page, a PDF, a recording and somebody whose name is found nowhere', async ({
  browser,
  server,
  outside,
}) => {
  const editor = await signedIn(server.url, 'editor@galley.test')
  const add = async (fields: object) =>
    (await editor.call<{ id: string }>('POST', '/api/v1/sources', fields)).body.id
  const url = `${outside.site.url}/count`
  const web = await add({ kind: 'webPage', title: 'The count', url })
  const pdf = await add({ kind: 'document', title: 'Letter of the office' })
  const tape = await add({ kind: 'recording', title: 'Talk with the captain' })
  const person = { kind: 'person', title: 'Crane', terms: 'background', wording: 'a port worker' }
  const crane = await add(person)
  const ada = await enter(browser, server, 'Ada Quill')
  expect((await editor.call('POST', `/api/v1/sources/${web}/captures`)).status).toBe(201)
  await upload(editor, pdf, 'letter.pdf', pdfOf(['The first page', 'Two engines failed']))
  await upload(editor, tape, 'talk.wav', WAV)

  await ada.goto(`${server.url}/sources/${crane}`)
  const who = ada.getByRole('region', { name: 'Who it is' })
  await who.getByRole('button', { name: 'Lock up who it is…' }).click()
  const form = ada.getByRole('dialog', { name: 'Lock up who it is' })
  await form.getByLabel('Real name').fill(NAME)
  await form.getByLabel(/^Contacts/).fill(PHONE)
  await axe(ada)
  await picture(ada, 'form')
  await form.getByRole('button', { name: 'Lock up' }).click()
  await expect(who).toContainText('Identity known to Ada Quill')
  await who.getByRole('button', { name: 'Open: it is recorded' }).click()
  const opened = ada.getByRole('dialog', { name: 'Who it is' })
  await expect(opened).toContainText(NAME)
  await ada.getByLabel('File to lock up').setInputFiles({
    ...{ name: `${NAME}.wav`, mimeType: 'audio/wav', buffer: WAV },
  })
  await expect(opened.getByRole('button', { name: 'Save file 1' })).toBeVisible()
  await axe(ada)
  await picture(ada, 'opened')
  await opened.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(who).toContainText('Opened twice, last by Ada Quill')
  await picture(ada, 'source')

  const made = await editor.call<{ id: string; slug: string }>('POST', '/api/v1/articles', {
    ...{ text: TEXT, headline: 'The crossing' },
  })
  const { id: article, slug } = made.body
  const supports = { relation: 'supports' }
  await annotate(editor, article, [
    { ...supports, sourceId: web, quote: COUNT },
    { ...supports, sourceId: pdf, locator: { label: 'page', value: '2' } },
    { ...supports, sourceId: crane, quote: 'We were told to sail' },
    { ...supports, sourceId: tape, locator: { label: 'timestamp', value: '00:12' } },
  ])
  const reviewer = await signedIn(server.url, 'reviewer@galley.test')
  const approvals = (await sentencesOf(reviewer, article)).map(({ index, fingerprint }) => {
    return { index, fingerprint, verdict: 'approve' }
  })
  const decided = await reviewer.call('POST', `/api/v1/articles/${article}/decisions`, approvals)
  expect(decided.status).toBe(200)
  const publisher = await signedIn(server.url, 'publisher@galley.test')
  const versions = `/api/v1/articles/${article}/versions`
  const publish = (note: string) => publisher.call('POST', versions, { change: 'first', note })
  const refused = await publish(`Told by Ms ${NAME}.`)
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining('A protected name'),
  ])
  expect(JSON.stringify(refused.body)).not.toMatch(TELLS)
  expect((await publish('It cannot wait.')).status).toBe(201)

  // Of everything that anybody is given, and of every byte that is kept, nothing tells.
  const read = `/read/${slug}`
  const formats = FORMATS.map(({ id }) => `${read}/${id}`)
  const open = [
    read,
    `${read}/v/1`,
    ...formats,
    `${read}/dossier`,
    `${read}/proof`,
    '/read',
    '/read/feed.atom',
  ]
  for (const path of open) {
    const answer = await fetch(server.url + path)
    expect([path, answer.status]).toEqual([path, 200])
    expect([path, TELLS.test(Buffer.from(await answer.arrayBuffer()).toString('utf8'))]).toEqual([
      path,
      false,
    ])
  }
  const rev = await enter(browser, server, 'Ruben Marsh')
  const own = ['/', `/articles/${article}`, '/sources', `/sources/${crane}`]
  for (const path of own) {
    await rev.goto(server.url + path)
    await expect(rev.getByRole('heading', { level: 1 })).toBeVisible()
    expect([path, TELLS.test(await rev.content())]).toEqual([path, false])
  }
  await rev.goto(`${server.url}/sources/${crane}`)
  await expect(rev.getByRole('region', { name: 'Who it is' })).toContainText('known to Ada Quill')
  await expect(rev.getByRole('button', { name: /^Open/ })).toHaveCount(0)
  const calls = [
    `/articles/${article}`,
    `/sources/${crane}`,
    '/sources',
    `/sources/${crane}/identity`,
    '/audit',
  ]
  for (const path of calls) {
    const { body } = await publisher.call('GET', `/api/v1${path}`)
    expect([path, TELLS.test(JSON.stringify(body))]).toEqual([path, false])
  }
  const search = await publisher.call('GET', '/api/v1/sources?q=Novotna')
  expect(search.body).toMatchObject({ sources: [] })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics + server.log()).not.toMatch(TELLS)
  await server.stop()
  const kept = readdirSync(server.dataFolder, { recursive: true, withFileTypes: true })
  const files = kept.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(100)
  const telling = files.filter(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name))
    return TELLS.test(bytes.toString('utf8')) || TELLS.test(bytes.toString('utf16le'))
  })
  expect(telling.map(({ name }) => name)).toEqual([])
})
