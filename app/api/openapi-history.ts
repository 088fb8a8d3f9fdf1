import { momentNameInput } from '#lib/usecases/name-moment.ts'
import { restoreInput } from '#lib/usecases/restore-article.ts'
import { spansInput } from '#lib/usecases/who-wrote.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** An article as it was, back to its first row, and who wrote what. */
export const HISTORY: Operations = {
  '/api/v1/articles/{id}/history': {
    get: {
      summary:
        'Moments of its history, newest first, page by page: sittings, names, versions, moves. With `annotation`, or `block` and `text`, the moments in which that sentence changed.',
      query: ['before', 'annotation', 'block', 'text'],
      answers: { 200: 'A page; `next` is `before` of the following one', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/history/{seq}': {
    get: {
      summary:
        'Text and evidence after a row of its log; with `compare`, what changed between two.',
      query: ['compare'],
      answers: { 200: 'The article as it was', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/history/names': {
    post: {
      summary: 'Gives a moment a name.',
      body: momentNameInput,
      answers: { 201: 'The id of the name', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/articles/{id}/history/names/{nameId}': {
    delete: { summary: 'Takes a name away.', answers: { 204: 'Taken away', ...FAILURES } },
  },
  '/api/v1/articles/{id}/history/restore': {
    post: {
      summary: 'Makes the article, or one paragraph, what it was, by a new change in your name.',
      body: restoreInput,
      answers: { 200: 'The row that it wrote', ...FAILURES, 409: 'Nothing is changed in it now' },
    },
  },
  '/api/v1/articles/{id}/authorship': {
    post: {
      summary: 'Who wrote what stands in parts of it, and when, by the record of the server.',
      body: spansInput,
      answers: { 200: 'Stretches of text, each with its person', ...FAILURES, 422: 'Not valid' },
    },
  },
}
