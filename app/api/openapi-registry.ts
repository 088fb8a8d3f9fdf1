import { candidateInput } from '#lib/usecases/find-duplicates.ts'
import { mergeInput } from '#lib/usecases/merge-sources.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

const SOURCE = '/api/v1/sources/{id}'

/** What is there twice, and where it is used. */
export const REGISTRY: Operations = {
  '/api/v1/sources/duplicates': {
    post: {
      summary:
        'What in the registry may be the source that is about to be added: `match` is `address`, `doi`, `isbn`, `file`, or `alike`, which a person decides.',
      body: candidateInput,
      answers: { 200: 'duplicates', ...FAILURES, 422: 'Not valid' },
    },
  },
  [`${SOURCE}/duplicates`]: {
    get: {
      summary: 'What in the registry may be the same as this source, by its captured files too.',
      answers: { 200: 'duplicates', ...FAILURES },
    },
  },
  [`${SOURCE}/uses`]: {
    get: {
      summary:
        'The articles that cite it, of those that the caller may see, with their sentences, and how many there are. In pages with `limit`.',
      query: ['limit', 'cursor'],
      answers: { 200: 'uses, total', ...FAILURES, 422: 'Not valid' },
    },
  },
  [`${SOURCE}/merges`]: {
    get: { summary: 'What was merged into it.', answers: { 200: 'merges', ...FAILURES } },
    post: {
      summary:
        'Merges the source `from` into this one: its id becomes an alias, and no article is written again.',
      body: mergeInput,
      answers: { 201: 'This source', ...FAILURES, 409: 'They cannot be merged: see `detail`' },
    },
  },
  [`${SOURCE}/merges/{mergeId}`]: {
    delete: {
      summary: 'Undoes a merge, within 30 days.',
      answers: { 204: 'Undone', ...FAILURES, 409: 'It stays: see `detail`' },
    },
  },
}
