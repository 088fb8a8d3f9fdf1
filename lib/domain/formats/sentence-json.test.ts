import { describe, expect, it } from 'vitest'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { sentenceJson } from './sentence-json.ts'
import { NOWHERE } from './site.ts'

describe.each([smallVersion(), hostileVersion()])('a sentence of %#', (version) => {
  it('[FMT20] is found by its id with its words, its evidence and its page', () => {
    for (const { id, text, citations } of version.sentences) {
      const found = JSON.parse(sentenceJson(version, id, NOWHERE) ?? '')
      expect(found).toMatchObject({ id, text, article: { version: version.number } })
      expect(found.page).toContain(`#${id}`)
      expect(found.citations).toHaveLength(citations.length)
      for (const [at, { source }] of citations.entries())
        expect(found.citations[at].source.name).toBe(version.sources[source]?.name)
      expect(JSON.stringify(found)).not.toContain('javascript:alert(1)"')
    }
    expect(sentenceJson(version, 's-000000000000', NOWHERE)).toBeNull()
  })
})
