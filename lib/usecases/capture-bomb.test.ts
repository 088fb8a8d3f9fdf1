import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { pngSaying } from '#lib/testing/pictures.ts'
import { readCapture } from './read-captures.ts'
import { uploadCapture } from './upload-capture.ts'

const MIB = 1024 * 1024

withSharedDatabase('captured pictures', (open) => {
  it('[CAP5] one that would grow beyond all use is kept as the bytes that it is, and never unpacked', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const id = await desk.source(ada)
    // Three gigabytes, if somebody believed its head; 64 MiB, if somebody unpacked it.
    const bomb = pngSaying(32_000, 32_000, 64 * MIB)
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().arrayBuffers
    const made = must(await uploadCapture(desk.context, ada, id, { bytes: bomb, name: 'bomb.png' }))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MIB)
    expect(made).toMatchObject({ mediaType: 'image/png', size: bomb.length, textHash: null })
    const wish = { sourceId: id, captureId: made.id, part: 'raw' } as const
    const { bytes } = must(await readCapture(desk.context, ada, wish))
    expect(Buffer.from(bytes).equals(bomb)).toBe(true)
    await desk.stop()
  })
})
