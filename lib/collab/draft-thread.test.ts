import { describe, expect, it } from 'vitest'
import type { DraftRequest } from '#lib/domain/drafts/read-draft.ts'
import { docxOf, p } from '#lib/testing/docx-builder.ts'
import { DraftThreads } from './draft-thread.ts'

const request: DraftRequest = {
  ...{ bytes: docxOf({ body: p('It rained.') }), changes: 'accept', lang: 'en', headline: '' },
}

describe('threads that read documents', () => {
  it('[IMP8] an error on the thread is a refusal in words, and is reported', async () => {
    const reported: unknown[] = []
    const threads = new DraftThreads((_, error) => reported.push(error))
    const broken = { ...request, bytes: null as unknown as Uint8Array }
    expect(await threads.read(broken)).toMatchObject({
      failure: { kind: 'invalid', message: expect.stringContaining('could not be read') },
    })
    expect(reported).toEqual([expect.any(TypeError)])
    expect((await threads.read(request)).ok).toBe(true)
  })

  it('[IMP8] ten documents wait, and one more is refused until they are read', async () => {
    const threads = new DraftThreads()
    const reads = Array.from({ length: 12 }, () => threads.read(request))
    const results = await Promise.all(reads)
    expect(results.map(({ ok }) => ok)).toEqual([...Array.from({ length: 11 }, () => true), false])
    expect(results.at(-1)).toMatchObject({
      failure: { kind: 'tooMany', message: expect.stringContaining('Try again in a minute') },
    })
    expect((await threads.read(request)).ok).toBe(true)
  })
})
