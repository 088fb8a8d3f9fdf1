import { moveInput } from '#lib/usecases/move-article.ts'
import { planInput } from '#lib/usecases/plan-article.ts'
import { scheduleInput } from '#lib/usecases/schedule-version.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** The way of an article from the first draft to its publication. */
export const WORKFLOW: Operations = {
  '/api/v1/articles/{id}/moves': {
    get: {
      summary: 'Every move, oldest first: who, when, from, to, note, and the steps left out.',
      query: ['limit', 'cursor'],
      answers: { 200: 'moves', ...FAILURES },
    },
    post: {
      summary:
        'Hands over, sends to review and back, on to ready, archives. A move that leaves a step out owes a note.',
      body: moveInput,
      answers: {
        200: 'The new state',
        ...FAILURES,
        409: 'There is no such move from here',
        422: 'A step is left out without a note',
      },
    },
  },
  '/api/v1/articles/{id}/facts': {
    get: {
      summary:
        'All that our own page of an article needs beside its text. For that page: it changes with it.',
      answers: { 200: 'Facts', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/authors': {
    get: {
      summary: 'Who has written each sentence since it was last approved. For our own page, too.',
      answers: { 200: 'authors', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/plan': {
    patch: {
      summary: 'Sets the deadline, flags for a legal read, or takes the flag away.',
      body: planInput,
      answers: { 200: 'deadline, legal', ...FAILURES, 409: 'It is closed', 422: 'Not valid' },
    },
  },
  '/api/v1/articles/{id}/schedule': {
    put: {
      summary:
        'Sets the time at which the server publishes, if the gate is green then too, and `reasons` answers what it warns of.',
      body: scheduleInput,
      answers: {
        200: 'The schedule',
        ...FAILURES,
        409: 'Not from this state; or something changed since you looked: see `current`',
        422: 'Blocked: see `blockers`, and `warnings` for those without a reason; or the time has passed',
      },
    },
    delete: {
      summary: 'Takes the time away; the article is where it was before.',
      answers: { 204: 'Cancelled', ...FAILURES, 409: 'No time is set' },
    },
  },
}
