import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

it('[LIV8] lets a burst through at once, and then keeps its rate', () => {
  const bucket = new TokenBucket({ perSecond: 10, atOnce: 3 }, 0)
  for (let n = 0; n < 3; n++) {
    expect(bucket.wait(0)).toBe(0)
    bucket.take(1)
  }
  expect(bucket.wait(0)).toBe(100)
  expect(bucket.wait(60)).toBe(40)
  expect(bucket.wait(100)).toBe(0)
  expect([bucket.isFull(200), bucket.isFull(300)]).toEqual([false, true])
})

it('[LIV8] what is larger than a burst comes through, and is waited for afterwards', () => {
  const bucket = new TokenBucket({ perSecond: 10, atOnce: 10 }, 0)
  expect(bucket.wait(0)).toBe(0)
  bucket.take(110)
  expect(bucket.wait(0)).toBe(10_100)
})

it('[LIV8] over any time no more passes than the rate allows, but for one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 300 }), (amounts) => {
      const rate = { perSecond: 40, atOnce: 100 }
      const bucket = new TokenBucket(rate, 0)
      let [now, passed] = [0, 0]
      for (const amount of amounts) {
        now += bucket.wait(now)
        expect(bucket.wait(now)).toBe(0)
        bucket.take(amount)
        passed += amount
        expect(passed - amount).toBeLessThanOrEqual(rate.atOnce + (now / 1000) * rate.perSecond + 1)
      }
    }),
  )
})
