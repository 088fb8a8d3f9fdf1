import fc from 'fast-check'
import { expect, it } from 'vitest'
import { source } from '#lib/testing/builders.ts'
import {
  type Chosen,
  chosenParams,
  countFacets,
  FACET_NAMES,
  FACETS,
  facetsOf,
  fits,
  inTheWay,
  readChosen,
  toggled,
  without,
} from './facets.ts'

const chosen: fc.Arbitrary<Chosen> = fc
  .subarray([...FACET_NAMES])
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((facet) => [facet, fc.subarray([...FACETS[facet]], { minLength: 1 })]),
      ),
    ),
  )
const values = fc.record({
  kind: fc.constantFrom(...FACETS.kind),
  reliability: fc.constantFrom(...FACETS.reliability),
  primacy: fc.constantFrom(...FACETS.primacy),
  link: fc.constantFrom(...FACETS.link),
  used: fc.constantFrom(...FACETS.used),
  confidential: fc.constantFrom(...FACETS.confidential),
  retired: fc.constantFrom(...FACETS.retired),
})

it('[FAC1] the number beside a choice is how many that choice alone in its facet would show', () => {
  fc.assert(
    fc.property(fc.array(values, { maxLength: 30 }), chosen, (all, choices) => {
      const counts = countFacets(all, choices)
      for (const facet of FACET_NAMES)
        for (const value of FACETS[facet]) {
          const alone = { ...choices, [facet]: [value] }
          expect(counts[facet][value]).toBe(all.filter((one) => fits(one, alone)).length)
        }
    }),
  )
})

it('[FAC1] what nobody judged, said or looked at is a choice too', () => {
  const one = source({ reliability: 'F', reliabilityAt: null, primacy: null })
  expect(facetsOf(one, true)).toMatchObject({
    ...{ reliability: 'none', primacy: 'none', link: 'none', used: 'true', retired: 'false' },
  })
  const judged = { ...one, reliabilityAt: '2026-01-01T00:00:00.000Z', confidential: true as const }
  expect(facetsOf(judged, false)).toMatchObject({
    ...{ reliability: 'F', used: 'false', confidential: 'true' },
  })
})

it('[FAC3] choices are read from the address that they are written to; what is none is left out', () => {
  fc.assert(
    fc.property(chosen, (choices) => {
      expect(readChosen(chosenParams(choices))).toEqual(choices)
    }),
  )
  expect(readChosen({ kind: ['person', 'document'], link: 'ok,x', q: 'y', retired: '' })).toEqual({
    ...{ kind: ['person', 'document'], link: ['ok'] },
  })
})

it('[FAC3] a choice that is made and taken back leaves no trace', () => {
  const choice = fc.constantFrom(...FACET_NAMES).chain((facet) => {
    const choices: readonly string[] = FACETS[facet]
    return fc.tuple(fc.constant(facet), fc.constantFrom(...choices))
  })
  fc.assert(
    fc.property(chosen, choice, (choices, [facet, value]) => {
      const once = toggled(choices, facet, value)
      expect(once[facet]?.includes(value) ?? false).toBe(!choices[facet]?.includes(value))
      expect(toggled(once, facet, value)).toEqual(choices)
    }),
  )
})

it('[FAC3] what stands in the way is told with how many there would be without', () => {
  fc.assert(
    fc.property(fc.array(values, { maxLength: 20 }), chosen, (all, choices) => {
      const ways = inTheWay(choices, countFacets(all, choices))
      for (const facet of FACET_NAMES.filter((each) => choices[each])) {
        const count = all.filter((one) => fits(one, without(choices, facet))).length
        expect(ways.find((way) => way.facet === facet)?.count ?? 0).toBe(count)
      }
    }),
  )
})
