import { type ConfigData, HtmlValidate } from 'html-validate/node'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { atomProblems, jsonFeedProblems, xmlOf } from '#lib/testing/validators/feeds.ts'
import { schemaOrgProblems } from '#lib/testing/validators/schema-org.ts'
import { cslProblems, ninjsProblems } from '#lib/testing/validators/schemas.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { scaleVersion } from '#lib/testing/version-scale.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { atom } from './atom.ts'
import { csl } from './csl.ts'
import { hasNote } from './evidence-summary.ts'
import { jsonFeed } from './json-feed.ts'
import { jsonLd } from './json-ld.ts'
import { ninjs } from './ninjs.ts'
import { plainText } from './plain.ts'
import { prov } from './prov.ts'
import { NOWHERE, type Site } from './site.ts'
import { webAnnotation } from './web-annotation.ts'

const VERSIONS = {
  small: smallVersion(),
  large: largeVersion(),
  hostile: hostileVersion(),
  scale: scaleVersion(),
}
const POST: Site = { base: 'https://post.example', newspaper: 'The Tarn Haven Post & Sons' }
const CASES = Object.entries(VERSIONS).flatMap(([name, version]) =>
  [NOWHERE, POST].map((site) => ({ name, version, site, at: site.base ?? 'no address' })),
)
const XHTML: ConfigData = { extends: ['html-validate:standard'], rules: { 'void-style': 'off' } }

describe.each(CASES)('the $name version at $at', ({ version, site }) => {
  it('[FMT14] selectors of annotations resolve to the exact words of their sentences', () => {
    const words = plainText(version)
    const points = [...words]
    const { first, total } = JSON.parse(webAnnotation.render(version, site))
    const annotated = version.sentences.filter((item) => item.kind !== null || hasNote(item))
    expect(total).toBe(annotated.length)
    for (const [at, { id, target, body }] of first.items.entries()) {
      const sentence = annotated[at]
      const [quote, position] = target.selector
      expect(quote.exact).toBe(sentence?.text)
      expect(points.slice(position.start, position.end).join('')).toBe(sentence?.text)
      expect(words).toContain(quote.prefix + quote.exact + quote.suffix)
      expect(id).toContain(encodeURIComponent(sentence?.id ?? ''))
      const cited = body.filter((part: { purpose: string }) => part.purpose === 'linking')
      expect(cited).toHaveLength(sentence?.citations.length ?? 0)
    }
    expect(new Set(first.items.map(({ id }: { id: string }) => id)).size).toBe(total)
  })

  it('[FMT15] ninjs is valid by the schema of 3.1, and its body is well-formed', () => {
    const item = JSON.parse(ninjs.render(version, site))
    expect(ninjsProblems(item)).toEqual([])
    const body = xmlOf(item.bodies[0].value)
    const shown = (id: string) => body.querySelector(`[id="${CSS_escape(id)}"]`)?.textContent
    for (const { id, text } of version.sentences.slice(0, 60)) expect(shown(id)).toBe(text)
    const sources = item.associations.filter(({ rel }: { rel: string }) => rel === 'source')
    expect(sources.map(({ name }: { name: string }) => name)).toEqual(
      version.sources.map(({ name }) => name),
    )
  })

  it('[FMT16] CSL-JSON is valid by the schema of 1.0.2 and has every source', () => {
    const items = JSON.parse(csl.render(version, site))
    expect(cslProblems(items)).toEqual([])
    expect(items.map(({ title }: { title: string }) => title)).toEqual(
      version.sources.map(({ name }) => name),
    )
  })

  it('[FMT17] Atom and JSON Feed are valid and have an entry for each version', () => {
    const xml = atom.render(version, site)
    expect(atomProblems(xml)).toEqual([])
    expect(xmlOf(xml).querySelectorAll('entry')).toHaveLength(version.number)
    expect(jsonFeedProblems(jsonFeed.render(version, site))).toEqual([])
    expect(JSON.parse(jsonFeed.render(version, site)).items).toHaveLength(version.number)
  })

  it('[FMT17] what feeds and agencies get as markup is valid', async () => {
    const [{ content_html }] = JSON.parse(jsonFeed.render(version, site)).items
    // What was retracted goes no further than its page.
    if (version.change === 'retraction') return expect(content_html).toBeUndefined()
    const report = await new HtmlValidate(XHTML).validateString(content_html)
    expect(report.results.flatMap(({ messages }) => messages).slice(0, 5)).toEqual([])
  })

  it('[FMT18] PROV expands without a network to terms of PROV, every sentence with its sources', async () => {
    const documentLoader = (url: string) => Promise.reject(new Error(`It asks for ${url}`))
    const nodes = await jsonld.expand(JSON.parse(prov.render(version, site)), {
      documentLoader,
      safe: true,
      base: 'https://post.example/',
    })
    const text = JSON.stringify(nodes)
    for (const part of ['Entity', 'Activity', 'Agent', 'Derivation', 'Generation', 'Usage'])
      expect(text).toContain(`http://www.w3.org/ns/prov#${part}`)
    const values = nodes.flatMap((node) => node['http://www.w3.org/ns/prov#value'] ?? [])
    expect(values).toEqual(version.sentences.map(({ text: words }) => ({ '@value': words })))
    const derived = text.split('"http://www.w3.org/ns/prov#qualifiedDerivation"').length - 1
    const cited = version.sentences.flatMap(({ citations }) => citations).length
    expect(derived).toBe(cited + version.number - 1)
  })

  it('[FMT12] JSON-LD has only what schema.org knows, with values of its types', () => {
    expect(schemaOrgProblems(JSON.parse(jsonLd.render(version, site)))).toEqual([])
  })
})

/** For an attribute selector: ids of ours hold no quotes. */
function CSS_escape(id: string): string {
  return id.replaceAll('"', '\\"')
}
