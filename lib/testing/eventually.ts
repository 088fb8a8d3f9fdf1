import { vi } from 'vitest'

/**
 * Waits until something holds, on a machine of any speed: the minute is there to end a test that hangs, and says nothing
 * about how long anything may take. Rejects with what did not hold.
 */
export function eventually<T>(holds: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(holds, { interval: 5, timeout: 60_000 })
}
