import fc from 'fast-check'
import { expect, it } from 'vitest'
import { source } from '#lib/testing/builders.ts'
import {
  editedSource,
  INTERVIEW_FIELDS,
  interviewsOfForm,
  partOfInterview,
} from './edited-source.ts'
import { MEDIA, MOST_INTERVIEWS } from './source.ts'

const interview = fc.record({
  date: fc.constantFrom('', '2026-05-03'),
  medium: fc.constantFrom(...MEDIA),
  present: fc.string(),
  recording: fc.string(),
  timecodes: fc.string(),
})

it('[SRC15] the fields of a form hold every interview of a source, and give it back', () => {
  fc.assert(
    fc.property(fc.array(interview, { maxLength: MOST_INTERVIEWS }), (interviews) => {
      const form = editedSource(source({ interviews }))
      const { interviews: back, others } = interviewsOfForm(form)
      expect(back).toEqual(interviews)
      expect(Object.keys(others).filter(partOfInterview)).toEqual([])
    }),
  )
})

it('[SRC15] one without a medium was not held, and those behind it stay', () => {
  const form = { interview0Medium: '', interview0Present: 'Ada', interview1Medium: 'phone' }
  expect(interviewsOfForm(form).interviews).toMatchObject([{ medium: 'phone', present: '' }])
  expect(new Set(INTERVIEW_FIELDS).size).toBe(MOST_INTERVIEWS * 5)
})
