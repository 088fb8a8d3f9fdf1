import sharp from 'sharp'
import { expect, it } from 'vitest'
import { differences, seenFromAfar } from './from-afar.ts'

/** White, with a dark square of this size at this place. */
async function square(left: number, size: number, colour = '#222', width = 800): Promise<Buffer> {
  const canvas = sharp({ create: { width, height: 400, channels: 3, background: '#fff' } })
  const input = { create: { width: size, height: size, channels: 3, background: colour } } as const
  return seenFromAfar(
    await canvas
      .composite([{ input, left, top: 80 }])
      .png()
      .toBuffer(),
  )
}

it('what hardly moved is no difference, and what is gone, moved, larger or of another colour is', async () => {
  const one = await square(80, 80)
  expect(await differences(one, await square(80, 80))).toBe(0)
  expect(await differences(one, await square(83, 80))).toBe(0)
  expect(await differences(one, await square(80, 8))).toBeGreaterThan(10)
  expect(await differences(one, await square(200, 80))).toBeGreaterThan(10)
  expect(await differences(one, await square(80, 160))).toBeGreaterThan(10)
  expect(await differences(one, await square(80, 80, '#822'))).toBeGreaterThan(10)
  expect(await differences(one, await square(80, 80, '#222', 880))).toBe(Number.POSITIVE_INFINITY)
})
