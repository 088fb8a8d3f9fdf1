import { expect, it, vi } from 'vitest'
import type { Database } from '#db/connection.ts'
import { Digests } from './digests.ts'

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
