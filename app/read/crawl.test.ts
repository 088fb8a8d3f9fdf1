import { HtmlValidate } from 'html-validate/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '#db/connection.ts'
import { html } from '#lib/domain/formats/html.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { type Markup, markupOf } from '#lib/testing/markup.ts'
import { insertSite } from '#lib/testing/seeded-site.ts'
import { answerOf, provideSite } from '#lib/testing/site-routes.ts'
import { nuErrors } from '#lib/testing/validators/vnu.ts'
import { block, fact, versionOf } from '#lib/testing/version-builder.ts'
import { correctedArticle, rightToLeftArticle } from '#lib/testing/version-guises.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'

const ORIGIN = 'https://post.example'
/** Through the use cases, with what comes after; the others stand as they would be stored, which is many times faster. */
const PUBLISHED = 20
const ARTICLES = 200
const WORDS = ['It rained on day {}.', 'The boats stayed in.', 'Pier {} was closed.', 'It opened.']

let database: Database
let desk: Desk

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: null })
  desk = new Desk(database)
  provideSite(desk, ORIGIN)
})
afterAll(async () => {
  await desk.stop()
  await database.close()
})

function shortArticle() {
  const told = fact('It leaks.', 'likely', [{ source: 'Log', quote: 'leak' }])
  return versionOf({ sources: [], blocks: [block('headline', [told]), block('paragraph', [told])] })
}

async function publishMany() {
  const [ada, rev, pia] = [
    await desk.person(['editor']),
    await desk.person(['reviewer']),
    await desk.person(['publisher']),
  ]
  const sources = [await desk.source(ada), await desk.source(ada, { publicName: 'The "log" <1>' })]
  for (let at = 0; at < PUBLISHED; at++) {
    const text = WORDS.slice(0, 2 + (at % 3))
      .join(' ')
      .replaceAll('{}', String(at))
    const id = await desk.article(ada, text)
    const all = await desk.statuses(ada, id)
    await desk.annotate(
      ada,
      id,
      all.map(({ sentence: { index }, fingerprint }) => ({
        ...{ index, fingerprint, kind: 'fact', publicNote: index % 2 ? 'So we hear.' : '' },
        confidence: index % 2 ? 'disputed' : 'confirmed',
        citations: [{ sourceId: sources[(at + index) % 2] }],
      })),
    )
    await desk.decide(rev, id, 'approve')
    const changes = ['first', 'update', 'correction', 'retraction'] as const
    const count = at % 5 === 0 ? 1 + (at % 20) / 5 : 1
    for (const change of changes.slice(0, count))
      must(
        await publishVersion(desk.context, pia, id, {
          ...{ change, note: 'As & when.' },
          ...(change === 'correction' && { correction: { wrong: 'As.', right: '“When” & <why>' } }),
        }),
      )
  }
  const others = Array.from({ length: ARTICLES - PUBLISHED }, (_, at) => {
    const slug = `buoys-on-day-${at + PUBLISHED}`
    const versions = at % 20 === 0 ? correctedArticle() : [shortArticle()]
    return versions.map((version) => ({ ...version, slug }))
  })
  await insertSite(database.handle, others, desk.signer)
}

const dayOf = (path: string) => Number(/on-day-(\d+)/.exec(path)?.[1] ?? 0)
const retracted = (path: string) => dayOf(path) % 20 === 15

/** What kinds of pages there are, and how address and words tell; of each the address of one. */
const KINDS: Readonly<Record<string, (path: string, page: string) => boolean>> = {
  front: (path) => path === '/read',
  latest: (path, page) => /^\/read\/[^/]+$/.test(path) && !page.includes('class="notice"'),
  version: (path, page) => /\/v\/\d+$/.test(path) && !page.includes('class="notice"'),
  superseded: (path, page) => /\/v\/\d+$/.test(path) && page.includes('data-n="superseded"'),
  corrected: (path, page) => /\/v\/\d+$/.test(path) && page.includes('data-n="corrected"'),
  retracted: (path, page) => /^\/read\/[^/]+$/.test(path) && page.includes('data-n="retracted"'),
  difference: (path) => path.includes('/diff/'),
}
const samples: Record<string, string> = {}

/** Every page; exports and pictures, whose links are made alike, of each twentieth article. */
function isVisited(path: string): boolean {
  return dayOf(path) % 20 === 0 || /^\/read\/[^/]+(\/v\/\d+|\/diff\/.*)?$/.test(path)
}

/** Addresses that a page names, as it names them. */
function namesOf(page: Markup): readonly string[] {
  return page
    .every()
    .flatMap((element) => ['href', 'src'].flatMap((name) => element.attribute(name) ?? []))
}

interface Seen {
  readonly ids: ReadonlySet<string>
  readonly wants: readonly string[]
}

/** What is wrong within a page. */
function flawsOf(page: Markup): readonly string[] {
  const elements = page.every()
  const ids = elements.flatMap((element) => element.attribute('id') ?? [])
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  const targets = new Set(
    elements.flatMap((element) => [
      element.attribute('popovertarget') ?? '',
      (element.attribute('href') ?? '').replace(/^#/, ''),
    ]),
  )
  const orphans = ids.filter((id) => /^(n\d+$|c-)/.test(id) && !targets.has(id))
  return [...twice.map((id) => `twice: ${id}`), ...orphans.map((id) => `orphan: ${id}`)]
}

it('[FMT28] a site of 200 articles has no broken link, no orphan note and no id twice', async () => {
  await publishMany()
  const seen = new Map<string, Seen>()
  const flaws: string[] = []
  const queue = ['/read', '/sitemap.xml']
  const known = new Set(queue)
  const visit = async (path: string) => {
    const answer = await answerOf(new URL(path, ORIGIN))
    // The record of what was retracted says why it is not given out: its link was frozen before.
    const isGone = answer.status === 410 && /\/v\/\d+\/json$/.test(path) && retracted(path)
    if (answer.status !== 200 && !isGone) flaws.push(`${answer.status}: ${path}`)
    const type = answer.headers.get('content-type') ?? ''
    const text = type.startsWith('text/html') || type.includes('xml') ? await answer.text() : ''
    const page = markupOf(text)
    for (const [kind, is] of Object.entries(KINDS))
      if (type.startsWith('text/html') && is(path, text)) samples[kind] ??= path
    if (type.startsWith('text/html')) flaws.push(...flawsOf(page).map((flaw) => `${path} ${flaw}`))
    const wants = type.startsWith('text/html')
      ? namesOf(page)
      : [...text.matchAll(/<loc>(.*?)<\/loc>|href="(.*?)"/g)].map(
          ([, loc, href]) => loc ?? href ?? '',
        )
    const ids = new Set(page.every().flatMap((element) => element.attribute('id') ?? []))
    seen.set(path, { ids, wants })
    for (const want of wants) {
      const url = new URL(want, ORIGIN + path)
      const next = url.pathname + url.search
      if (url.origin !== ORIGIN || known.has(next) || !isVisited(next)) continue
      known.add(next)
      queue.push(next)
    }
  }
  while (queue.length) await Promise.all(queue.splice(0, 8).map(visit))
  for (const [path, { wants }] of seen)
    for (const want of wants) {
      const { origin, pathname, hash } = new URL(want, ORIGIN + path)
      const there = origin === ORIGIN && hash ? seen.get(pathname)?.ids : null
      if (there && !there.has(decodeURIComponent(hash.slice(1)))) flaws.push(`${path} → ${want}`)
    }
  expect(flaws).toEqual([])
  expect([...seen.keys()].filter((path) => /^\/read\/[^/]+$/.test(path))).toHaveLength(ARTICLES + 2)
})

it('[FMT9] a page of each kind, as it is served, is valid HTML', async () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(KINDS).sort())
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // A newspaper writes headlines as long as it likes; the roles of what went and came are written out.
    rules: { 'long-title': 'off', 'no-redundant-role': 'off' },
  })
  const pages: Record<string, string> = {}
  for (const [kind, path] of Object.entries({ ...samples, export: `${samples.corrected}/html` }))
    pages[kind] = await (await answerOf(new URL(path, ORIGIN))).text()
  const lost = await answerOf(new URL('/read/no-such-article', ORIGIN), { accept: 'text/html' })
  pages.missing = await lost.text()
  expect(pages.export).toContain('data-n="corrected"')
  expect(pages.export).toContain('What changed, by words')
  for (const [kind, page] of Object.entries(pages)) {
    const { results } = await validator.validateString(page)
    expect(
      results.flatMap(({ messages }) => messages),
      kind,
    ).toEqual([])
  }
  const versions = {
    large: largeVersion(),
    hostile: hostileVersion(),
    arabic: rightToLeftArticle(),
  }
  const exported = Object.entries(versions).map(([name, version]) => [name, html.render(version)])
  // A page that is wrong shows that it looks.
  const wrong = '<!DOCTYPE html><html lang="en"><title>x</title><p role="suggestion">x</p></html>'
  const found = nuErrors({ wrong, ...pages, ...Object.fromEntries(exported) })
  if (found) expect(found).toEqual([expect.stringMatching(/^wrong\.html.*suggestion/)])
})
