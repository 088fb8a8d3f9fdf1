import { z } from 'zod'
import { OVERRIDE_WORDS, type OverrideKind } from '#lib/domain/publication/overrides.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { WARNING_KINDS } from '#lib/domain/publication/warnings.ts'
import { says } from '#lib/domain/shared/says.ts'
import { cleanText } from '#lib/domain/text/clean.ts'

const OVERRIDES = Object.keys(OVERRIDE_WORDS) as OverrideKind[]

const fingerprint = z.string().max(64)
const reason = z
  .string()
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().max(1_000).refine(says, 'Say why.'))

/** Reasons for warnings, each for the sentences that it was written for [GAT8]. */
export const reasonsInput = z
  .array(
    z.object({
      kind: z.enum(WARNING_KINDS),
      fingerprints: z.array(fingerprint).min(1).max(20_000),
      reason,
    }),
  )
  .max(200)

const said = z
  .string()
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().max(1_000))

/** What was wrong, what is right, and by fingerprints which sentences it is about [VER14]. */
const correctionInput = z.object({
  wrong: said,
  right: said,
  sentences: z.array(fingerprint).max(20_000).optional(),
})

const words = z.string().max(20_000)

/** Data of the article and its pictures, as the publisher saw them. */
export const besideInput = z.object({
  ...{ lang: words, byline: words, section: words, dateline: words },
  figures: z
    .array(z.object({ picture: words.nullable(), alt: words, credit: words.nullable() }))
    .max(1_000),
})

export const publishInput = z.object({
  /** Number of the newest version that the publisher saw. */
  after: z.number().int().min(0).optional(),
  /** Fingerprints of the sentences that the publisher saw. */
  seen: z.array(fingerprint).max(20_000).optional(),
  beside: besideInput.optional(),
  change: z.enum(CHANGES),
  /** What a chief publishes in spite of. */
  overrides: z
    .array(z.object({ kind: z.enum(OVERRIDES), fingerprint: fingerprint.nullable(), reason }))
    .max(200)
    .optional(),
  reasons: reasonsInput.optional(),
  /** Of a correction. */
  correction: correctionInput.optional(),
  note: z.string().max(5_000).default('').transform(cleanText),
})
