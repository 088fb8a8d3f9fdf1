import { createHash } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type Given, givenIn } from '#lib/domain/sourcing/given.ts'
import { source } from '#lib/testing/builders.ts'
import type { Answer } from './api.ts'
import type { FoundDetails } from './captures-api.ts'
import { hashOf, type LookUpPorts, lookUp, lookUpFile } from './look-up.ts'
import type { Candidate } from './registry-api.ts'

const KNOWN = source({ id: 'known', title: 'Harbour report' })
const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** A server that has a source with one address, one file and one name, and finds the same details of everything. */
function server({ reads = true, answers = true } = {}) {
  const asked: Partial<Candidate>[] = []
  const read: string[] = []
  const down: Answer<never> = { ok: false, status: 0, message: 'Not reached.', body: null }
  const refused: Answer<never> = { ok: false, status: 422, message: 'Damaged.', body: null }
  const details: Answer<FoundDetails> = {
    ok: true,
    value: {
      kind: 'document',
      found: {
        ...{ title: 'The count', authors: ['Ann Bo'], publisher: '', date: '2026' },
        ...{ url: 'https://found.example/', csl: { ISBN: '9780306406157' } },
      },
    },
  }
  const has = ({ url, fileHash, title }: Partial<Candidate>) =>
    url === 'https://known.example/' || fileHash === hex('known') || title === 'Harbour report'
  const ports: LookUpPorts = {
    duplicates: async (candidate) => {
      asked.push(candidate)
      const found = has(candidate) ? [{ source: KNOWN, match: 'file' as const }] : []
      return answers ? { ok: true, value: { duplicates: found } } : down
    },
    details: async (text) => {
      read.push(text)
      return reads ? details : refused
    },
    fileDetails: async (name, bytes) => {
      read.push(`${name} ${bytes.length}`)
      return reads ? details : refused
    },
  }
  return { ports, asked, read }
}

const given = (text: string): Given => {
  const found = givenIn(text)
  if (!found.ok) throw new Error(found.failure.message)
  return found.value
}

it('[SRC14] what the registry has is shown, and nobody is asked for it', async () => {
  for (const text of ['https://known.example/', 'Harbour report']) {
    const { ports, read } = server()
    expect((await lookUp(given(text), ports)).found.map(({ source: { id } }) => id)).toEqual([
      'known',
    ])
    expect(read).toEqual([])
  }
})

it('[SRC14] [CAP11] what is new begins with its details, and the address that was given stays', async () => {
  const { ports, asked, read } = server()
  const start = await lookUp(given('https://new.example/a'), ports)
  expect(start).toMatchObject({ title: 'The count', description: 'Ann Bo, 2026', found: [] })
  expect(start.url).toBe('https://new.example/a')
  expect(read).toEqual(['https://new.example/a'])
  expect(asked.at(-1)).toMatchObject({ title: 'The count', csl: { ISBN: '9780306406157' } })
  expect((await lookUp(given('0306406152'), ports)).url).toBe('https://found.example/')
})

it('[SRC14] without details the form begins with what was given, and says why', async () => {
  const start = await lookUp(given('www.town.example/x'), server({ reads: false }).ports)
  expect(start).toMatchObject({ title: 'town.example', kind: 'webPage', trouble: 'Damaged.' })
})

it('[SRC14] a file that the registry has is known by its hash and not sent', async () => {
  const { ports, asked, read } = server()
  const start = await lookUpFile([new File(['known'], 'copy.pdf')], ports)
  expect(start).toMatchObject({ value: { title: 'copy', found: [{ source: { id: 'known' } }] } })
  expect(asked).toEqual([{ fileHash: hex('known') }])
  expect(read).toEqual([])
})

it('[SRC14] a new file is read before anything is added; of a sound only its beginning is sent', async () => {
  const { ports, read } = server()
  const big = new Uint8Array(100_000)
  const pdf = await lookUpFile([new File([big], 'a.pdf', { type: 'application/pdf' })], ports)
  expect(pdf).toMatchObject({ value: { title: 'The count', file: { name: 'a.pdf' } } })
  await lookUpFile([new File([big], 'a.mp3', { type: 'audio/mpeg' })], ports)
  expect(read).toEqual(['a.pdf 100000', 'a.mp3 65536'])
})

it('[SRC14] a file that cannot be read, is refused, or comes while nobody answers, makes no form', async () => {
  const file = new File(['x'], 'x.pdf')
  const folder = Object.assign(new File(['x'], 'minutes'), {
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
  })
  const told = async (files: readonly File[], ports: LookUpPorts) => {
    const start = await lookUpFile(files, ports)
    return start.ok ? null : start.failure.message
  }
  expect(await told([folder], server().ports)).toContain('a folder')
  expect(await told([file], server({ reads: false }).ports)).toBe('“x.pdf” is not taken. Damaged.')
  expect(await told([file], server({ answers: false }).ports)).toBe('Not reached.')
  expect(await told([new File([], 'e.pdf')], server().ports)).toContain('empty')
})

it('[SRC14] the hash is the same where the browser has no WebCrypto', async () => {
  const bytes = new TextEncoder().encode('known')
  expect(await hashOf(bytes)).toBe(hex('known'))
  vi.stubGlobal('crypto', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(await hashOf(bytes)).toBe(hex('known'))
})
