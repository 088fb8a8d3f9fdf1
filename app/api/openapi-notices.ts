import { choiceInput, readInput } from '#lib/usecases/notices.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** What concerns whoever asks. */
export const NOTICES: Operations = {
  '/api/v1/notices': {
    get: {
      summary:
        'Own notices, the newest first. `kind`: those alone; `unread=true`: unread ones; `before`: `next` of the page before.',
      query: ['kind', 'unread', 'before'],
      answers: { 200: 'notices, next', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/notices/unread': {
    get: {
      summary: 'How many are unread; 100 stands for more.',
      answers: { 200: 'count', ...FAILURES },
    },
  },
  '/api/v1/notices/read': {
    post: {
      summary: 'Marks notices as read; `ids` null: all of them.',
      body: readInput,
      answers: { 204: 'Done', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/notices/choices': {
    get: {
      summary: 'For each kind whether the list shows it and whether mail tells of it.',
      answers: { 200: 'By kind: app, mail', ...FAILURES },
    },
    put: {
      summary: 'Chooses for one kind.',
      body: choiceInput,
      answers: { 204: 'Done', ...FAILURES, 422: 'Not valid' },
    },
  },
}
