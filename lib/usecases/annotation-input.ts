import { z } from 'zod'
import { CONFIDENCES, KINDS, LOCATOR_LABELS, RELATIONS } from '#lib/domain/sourcing/annotation.ts'
import { cleanText } from '#lib/domain/text/clean.ts'

const words = (max: number) => z.string().max(max).transform(cleanText)

/** A locator is a label with a value; a bare string is a page. */
const locator = z.union([
  z.object({ label: z.enum(LOCATOR_LABELS).default('page'), value: words(200) }),
  words(200).transform((value) => ({ label: 'page' as const, value })),
])

const citationInput = z.object({
  sourceId: z.string(),
  relation: z.enum(RELATIONS).default('supports'),
  locator: locator.nullish(),
  quote: words(10_000).nullish(),
  credibility: z.number().int().min(1).max(6).nullish(),
})

const said = {
  kind: z.enum(KINDS),
  confidence: z.enum(CONFIDENCES).nullish(),
  citations: z.array(citationInput).max(50).default([]),
  note: words(10_000).nullish(),
  publicNote: words(10_000).nullish(),
}

const quote = z.object({
  exact: words(20_000).refine((text) => text.trim() !== ''),
  prefix: words(1_000).optional(),
  suffix: words(1_000).optional(),
})

/** Addressed by sentence and fingerprint, or by quoting the words. */
export const annotationInput = z.union([
  z.object({ index: z.number().int().min(0), fingerprint: z.string(), ...said }),
  z.object({ quote, ...said }),
])

export type AnnotationInput = z.output<typeof annotationInput>
