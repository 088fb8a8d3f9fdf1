import { describe, expect, it } from 'vitest'
import { page, redirect, startHostile } from '#lib/testing/hostile-server.ts'
import { pdfBomb, pdfOf } from '#lib/testing/pdf-builder.ts'
import { CaptureProcesses } from './capture-processes.ts'
import { LIMITS } from './limits.ts'

describe('processes of captures', () => {
  it('[CAP3] fetch and read in a process that asks nobody else', async () => {
    const inside = await startHostile({ '/': page('secret') })
    const server = await startHostile({
      '/': page('<html><title>The count</title><p>41,000'),
      '/in': redirect(inside.url),
      '/pdf': page(pdfOf(['one', 'two'])),
      '/zip': page('PK\x03\x04nothing'.padEnd(600, '\0')),
    })
    const captures = new CaptureProcesses({ allowance: { loopbackPorts: [server.port] } })
    const fetch = (path: string) => captures.fetch({ url: server.url + path })
    expect(await fetch('/')).toMatchObject({
      page: { status: 200, readable: { value: { found: { title: 'The count' } } } },
    })
    expect(await fetch('/in')).toMatchObject({ kind: 'refused' })
    expect(await fetch('/pdf')).toMatchObject({
      page: { readable: { value: { pages: ['one', 'two'] } } },
    })
    expect(await fetch('/zip')).toMatchObject({ page: { readable: { ok: false } } })
    expect(await fetch('/gone')).toMatchObject({
      kind: 'answer',
      page: { status: 404, readable: null },
    })
    expect(inside.asked).toEqual([])
    // As the product makes it: nothing on the loopback address.
    const asked = server.asked.length
    expect(await new CaptureProcesses().fetch({ url: server.url })).toMatchObject({
      kind: 'refused',
    })
    expect(server.asked).toHaveLength(asked)
    await Promise.all([server.close(), inside.close()])
  })

  it('[CAP3] are killed when they take too long, and the next one comes', async () => {
    const reported: string[] = []
    const report = (_: string, error: unknown) => reported.push(String(error))
    const impatient = new CaptureProcesses({ report, limits: { readMs: 1 } })
    expect(await impatient.read(pdfOf(['one']))).toMatchObject({ failure: { kind: 'invalid' } })
    expect(reported).toEqual([expect.stringContaining('more than 1 ms')])
    const captures = new CaptureProcesses()
    expect(await captures.read(pdfOf(['one']))).toMatchObject({ value: { pages: ['one'] } })
  })

  it('[CAP3] are killed when they fill the memory: a PDF that unpacks itself to gigabytes', async () => {
    const reported: string[] = []
    const report = (_: string, error: unknown) => reported.push(String(error))
    const captures = new CaptureProcesses({ report, limits: { memoryMib: 300 } })
    expect(await captures.read(pdfBomb(300))).toMatchObject({ failure: { kind: 'invalid' } })
    expect(reported).toEqual([expect.stringMatching(/killed: it held more than/)])
  })

  it('[CAP3] are few, and whoever comes when many wait is told to come again', async () => {
    const captures = new CaptureProcesses({ limits: { readMs: 1 } })
    const most = LIMITS.atOnce + LIMITS.waiting
    const reads = Array.from({ length: most + 1 }, () => captures.read(new Uint8Array([65])))
    const outcomes = await Promise.all(reads)
    const kinds = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.failure.kind))
    expect(kinds.at(-1)).toBe('tooMany')
    expect(kinds.filter((kind) => kind === 'tooMany')).toHaveLength(1)
  })
})
