import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ArticlePeople, changedPeople } from './article-people.ts'

const ids = fc.uniqueArray(fc.constantFrom('ada', 'ben', 'cy', 'dee'))
const people: fc.Arbitrary<ArticlePeople> = fc.record({
  restricted: fc.boolean(),
  assigned: ids,
  named: ids,
})
const same = (a: ArticlePeople, b: ArticlePeople) => {
  expect(a.restricted).toBe(b.restricted)
  expect(new Set(a.assigned)).toEqual(new Set(b.assigned))
  expect(new Set(a.named)).toEqual(new Set(b.named))
}

it('[ACC10] what was left as it was stays as it is now, and what was changed is as it was wanted', () => {
  fc.assert(
    fc.property(people, people, people, (now, seen, wanted) => {
      same(changedPeople(now, seen, seen), now)
      same(changedPeople(seen, seen, wanted), wanted)
      const done = changedPeople(now, seen, wanted)
      if (wanted.restricted !== seen.restricted) expect(done.restricted).toBe(wanted.restricted)
      for (const id of ['ada', 'ben', 'cy', 'dee']) {
        const [was, is] = [seen.named.includes(id), wanted.named.includes(id)]
        expect(done.named.includes(id)).toBe(was === is ? now.named.includes(id) : is)
      }
    }),
  )
})

it('[ACC10] two who change an article at once, each without knowing of the other, both get what they changed', () => {
  fc.assert(
    fc.property(people, people, people, (seen, one, other) => {
      const [there, back] = [changedPeople(one, seen, other), changedPeople(other, seen, one)]
      same(there, back)
    }),
  )
})
