import type { Outcome } from '#components/ui/use-submit.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Approval, Query } from '#lib/domain/review/decisions.ts'
import type { Display, SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Citation } from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

/** Invented people, words and sources: always the same, so that pictures of them are. */

/** The moment that it always is in the gallery. */
export const NOW = new Date('2026-11-30T12:00:00Z')

const MINUTE = 60_000

/** So many minutes before now; after it, when they are less than none. */
export const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE).toISOString()

/** An action that nobody waits for. */
export const nothing = () => undefined
export const done = async (): Promise<Outcome<null>> => ({ ok: true, value: null })

const person = (id: string, name: string, roles: Actor['roles'], chief = false): Actor => ({
  ...{ id, name, roles, chief },
  email: `${id}@post.example`,
})

export const IDA = person('ida', 'Ida Brandt', ['writer'])
export const TOMAS = person('tomas', 'Tomás Reyes', ['reviewer', 'editor'])
export const PETRA = person('petra', 'Petra Lang', ['publisher', 'admin'], true)
/** As long as names may be. */
export const LONG = person(
  'long',
  'Maximiliana-Theodora von und zu Hohenfels-Unterbrückenstein the Younger',
  [],
)
export const PEOPLE = [IDA, TOMAS, PETRA, LONG] as const

export const WORDS = 'The harbour office sold 412 berths last year.'

export function sourceThat(id: string, title: string, more: Partial<Source> = {}): Source {
  return {
    ...{ id, title, kind: 'document', publicName: title, description: '', terms: 'onRecord' },
    ...{ wording: '', url: null, reliability: 'B', publicRevision: 1, retiredAt: null },
    ...more,
  }
}

const REGISTER = sourceThat('register', 'Berth register 2025', {
  url: 'https://www.harbour.example/register',
})
const WARDEN = sourceThat('warden', 'Warden of the harbour', {
  ...{ kind: 'person', terms: 'background', wording: 'a harbour official' },
  ...{ publicName: 'A harbour official', reliability: 'C' },
})

export const findSource = (id: string) => [REGISTER, WARDEN].find((source) => source.id === id)

export const CITATION: Citation = {
  ...{ id: 'c1', sourceId: 'register', relation: 'supports', credibility: 2 },
  ...{ locator: { label: 'page', value: '14' }, quote: '412 berths were sold.' },
}

export const ANNOTATION: Annotation = {
  ...{ id: 'a1', kind: 'number', confidence: 'confirmed', citations: [CITATION] },
  ...{ note: 'Counted again in May.', publicNote: 'Berths of visitors are left out.' },
  sourcedText: null,
}

export const APPROVAL: Approval = {
  ...{ id: 'ok', fingerprint: 'f', annotationIds: ['a1'], seq: 1, withdrawnAt: null },
  ...{ personId: TOMAS.id, personName: TOMAS.name, text: WORDS, at: ago(180) },
}

export const QUERY: Query = {
  ...{ id: 'q1', verdict: 'query', fingerprint: 'f', annotationIds: ['a1'], text: WORDS },
  ...{ personId: TOMAS.id, personName: TOMAS.name, note: 'Sold, or let?', at: ago(40) },
  ...{ messages: [], closedAt: null, closure: null },
}

/** A sentence as its place in the text, its words and its state make it. */
export function sentenceThat(
  display: Display,
  index = 0,
  text = WORDS,
  more: Partial<SentenceStatus> = {},
): SentenceStatus {
  const isBare = display === 'none'
  return {
    sentence: {
      ...{ index, blockIndex: 0, blockId: 'b1', role: 'paragraph', from: 0, to: text.length, text },
      ...{ annotationIds: isBare ? [] : ['a1'], alike: [], links: [], identity: {} },
    },
    ...{ annotations: isBare ? [] : [ANNOTATION], united: isBare ? [] : [ANNOTATION] },
    ...{ fingerprint: 'f', kind: isBare ? null : 'number' },
    ...{ confidence: isBare ? null : 'confirmed', evidence: isBare ? 'none' : 'sourced' },
    ...{ evidenced: !isBare, review: 'none', display, approvals: [], needed: 1 },
    ...{ isApproved: display === 'approved', lapsed: null, openQueries: [] },
    ...more,
  }
}
