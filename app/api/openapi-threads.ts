import { newThreadInput, quotedInput } from '#lib/usecases/open-thread.ts'
import { readThreadInput } from '#lib/usecases/read-thread.ts'
import { replyInput } from '#lib/usecases/reply-to-thread.ts'
import { threadChangeInput } from '#lib/usecases/settle-thread.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** Conversations about words of an article, for everybody who may read it. */
export const THREADS: Operations = {
  '/api/v1/articles/{id}/threads': {
    get: {
      summary: 'Every thread with what is said in it, and whom one may name.',
      query: ['limit', 'cursor'],
      answers: { 200: 'threads, people', ...FAILURES },
    },
    post: {
      summary:
        'Begins a thread on words of a block; offsets are UTF-16. `@` and a name tell somebody.',
      body: newThreadInput,
      answers: {
        201: 'Ids of the thread and of its first message',
        ...FAILURES,
        409: 'The words are not there any more: see `current`; or the article is closed',
        422: 'Not valid',
      },
    },
  },
  '/api/v1/articles/{id}/threads/{threadId}': {
    patch: {
      summary: 'Resolves a thread, or reopens it.',
      body: threadChangeInput,
      answers: { 204: 'It is so', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/articles/{id}/threads/{threadId}/messages': {
    post: {
      summary: 'Answers in a thread. A resolved one is open again then.',
      body: replyInput,
      answers: { 201: 'Id of the message', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/articles/{id}/threads/{threadId}/place': {
    put: {
      summary:
        'Puts a thread that has lost its words on others; offsets are UTF-16. One that stands on words keeps them.',
      body: quotedInput,
      answers: {
        204: 'It has a place',
        ...FAILURES,
        409: 'The words are not there any more: see `current`; or the article is closed',
        422: 'Not valid',
      },
    },
  },
  '/api/v1/articles/{id}/threads/{threadId}/read': {
    put: {
      summary: 'Notes that you have read a thread up to a message.',
      body: readThreadInput,
      answers: { 204: 'Noted', ...FAILURES, 422: 'Not valid' },
    },
  },
}
