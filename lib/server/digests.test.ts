import { expect, it, vi } from 'vitest'
import type { Database } from '#db/connection.ts'
import { Digests, isRipe } from './digests.ts'

it('an article whose digest cannot be made keeps nobody else from theirs, and ends nothing', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const asked: string[] = []
  const digests = new Digests({} as Database)
  digests.mark('x', () => {
    asked.push('x')
    throw new RangeError('too deep')
  })
  digests.mark('y', () => {
    asked.push('y')
    throw new RangeError('too deep')
  })
  await expect(digests.flush()).resolves.toBeUndefined()
  expect(asked).toEqual(['x', 'y'])
  expect(told).toHaveBeenCalledTimes(2)
  told.mockRestore()
})

it('a digest waits for a pause in the writing and not for ever; a long text waits longer', () => {
  const ripe = (size: number, changed: number, now: number) =>
    isRipe({ since: 0, changed, size }, now)
  expect([ripe(0, 0, 999), ripe(0, 0, 1_000)]).toEqual([false, true])
  expect([ripe(0, 9_500, 9_999), ripe(0, 9_500, 10_000)]).toEqual([false, true])
  expect([ripe(20_000, 0, 999), ripe(20_000, 0, 1_000)]).toEqual([false, true])
  const long = 220_000
  expect([ripe(long, 0, 10_999), ripe(long, 0, 11_000)]).toEqual([false, true])
  expect([ripe(long, 59_000, 59_999), ripe(long, 59_000, 60_000)]).toEqual([false, true])
})
