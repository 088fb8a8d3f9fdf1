import { z } from 'zod'
import {
  cleanCsl,
  datePartsOf,
  doiOf,
  isbnOf,
  MOST_AUTHORS,
} from '#lib/domain/sourcing/csl-fields.ts'

const words = z.string().max(300)

/** A number that is checked; empty: there is none. */
const checked = (check: (text: string) => string | null, message: string) =>
  z
    .string()
    .max(300)
    .refine((text) => !text.trim() || check(text) !== null, message)

const NO_DAY = 'Give the date as 2026, 2026-03 or 2026-03-01.'

const dateParts = z
  .array(z.union([z.number().int(), z.string().max(4)]))
  .max(3)
  .refine((parts) => datePartsOf(parts)?.length === parts.length, NO_DAY)

/** What a person or a program says in CSL-JSON. What does not hold is refused, not left out [SRC12]. */
export const cslInput = z
  .object({
    author: z
      .array(z.object({ family: words, given: words, literal: words }).partial())
      .max(MOST_AUTHORS, `No more than ${MOST_AUTHORS} authors.`),
    issued: z.object({ 'date-parts': z.tuple([dateParts]) }),
    publisher: words,
    'container-title': words,
    DOI: checked(doiOf, 'This is no DOI. One looks like 10.1234/abcd.'),
    ISBN: checked(isbnOf, 'This is no ISBN. Look for a wrong digit.'),
  })
  .partial()
  .nullable()
  .transform(cleanCsl)
