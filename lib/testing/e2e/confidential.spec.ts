import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { approveEach, type Client, sentencesOf, signedIn } from './api.ts'
import { wrongForAxe } from './axe.ts'
import { COUNT, test } from './outside-test.ts'
import { enter } from './people.ts'
import { dumpOf, readersPaths, searchFor, tool } from './search-all.ts'

const NAME = 'Zdeňka Novotná'
const PHONE = '+420 602 123 456'
const TELLS = /zde[nň]ka|novotn[aá]|602[ -]?123[ -]?456/i
const TITLE = 'Talk with the captain'

const TEXT = `The ferry Maren carried 41,000 people last summer. The office writes that two engines failed.
"We were told to sail", a port worker said. The captain says so on tape.`

const axe = async (page: Page) => expect(await wrongForAxe(page)).toEqual([])
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
  const tape = await add({ kind: 'recording', title: TITLE })
  const person = { kind: 'person', title: 'Crane', terms: 'background', wording: 'a port worker' }
  const crane = await add(person)
  const shared = ['/sources', `/sources/${crane}`]
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
  expect(await approveEach(reviewer, article)).toEqual([])
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
  const search = searchFor(TELLS)
  for (const [path, ...says] of readersPaths(slug, TITLE)) {
    const answer = await fetch(server.url + path)
    expect([path, answer.status]).toEqual([path, 200])
    search.look(path, Buffer.from(await answer.arrayBuffer()), ...says)
  }
  const desk = `/articles/${article}`
  const house = ['/people', '/audit', '/archive', '/webhooks', '/rules', '/account', '/notices']
  const pages = {
    'Ruben Marsh': ['/', desk, `${desk}?mode=review`, `${desk}?mode=source`, ...shared],
    'Pia Lindholm': [`${desk}/versions`, `${desk}/history`, ...house, ...shared],
  }
  for (const [who, paths] of Object.entries(pages)) {
    const page = await enter(browser, server, who)
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) =>
        search.look(`a socket of ${who}`, Buffer.from(payload)),
      ),
    )
    for (const path of paths) {
      await page.goto(server.url + path, { waitUntil: 'networkidle' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      search.look(`${who} at ${path}`, Buffer.from(await page.content()), who)
    }
    await page.goto(`${server.url}/sources/${crane}`)
    const shown = page.getByRole('region', { name: 'Who it is' })
    await expect(shown).toContainText('known to Ada Quill')
    await expect(shown.getByRole('button', { name: /^Open/ })).toHaveCount(0)
    await page.context().close()
  }
  const calls = ['', '/annotations', '/sentences', '/versions', '/history', '/authors', '/threads']
  for (const path of [
    ...calls.map((part) => `/articles/${article}${part}`),
    ...['', '/captures', '/uses', '/identity', '/duplicates'].map(
      (part) => `/sources/${crane}${part}`,
    ),
    ...['/sources', '/audit', '/notices', '/versions'],
  ]) {
    const { status, body } = await publisher.call('GET', `/api/v1${path}`)
    search.look(`GET ${path}: ${status}`, Buffer.from(JSON.stringify(body)))
  }
  const found = await publisher.call('GET', '/api/v1/sources?q=Novotna')
  expect(found.body).toMatchObject({ sources: [] })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  search.look('the metrics', Buffer.from(metrics), 'galley_')
  await server.stop()
  search.look('the log', Buffer.from(server.log()), 'is ready at')
  search.lookIn('the data folder', server.dataFolder, TITLE, 'Two engines failed')
  const backup = join(server.dataFolder, 'backup')
  tool('backup', { GALLEY_DATA: server.dataFolder }, backup)
  search.lookIn('the backup', backup, TITLE, 'Two engines failed')
  // What was typed is in the log of the article's changes: bytes, found only by who reads them.
  const dump = await dumpOf(backup, join(server.dataFolder, 'restored'))
  search.look('the dump', dump, TITLE, 'The office writes that two engines failed.')
  expect(search.telling()).toEqual([])
})
