import { passageInput } from '#lib/usecases/check-passage.ts'
import { detailsInput } from '#lib/usecases/find-details.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

const CAPTURE = '/api/v1/sources/{id}/captures'

/** Sources as they were seen. */
export const CAPTURES: Operations = {
  '/api/v1/sources/details': {
    post: {
      summary:
        'Finds title, authors, publisher and date of an address, a DOI, an ISBN, or a reference in BibTeX or RIS. Nothing is kept.',
      body: detailsInput,
      answers: {
        200: 'kind, found',
        ...FAILURES,
        422: 'Nothing can be found: see `detail`',
        429: 'Busy',
      },
    },
  },
  '/api/v1/sources/details/file': {
    post: {
      summary:
        'Says what a file is, and what it says of itself: a web page, PDF, .docx, plain text, picture or sound, up to 50 MiB. Nothing is kept.',
      binary: ['application/octet-stream'],
      query: ['name'],
      answers: {
        200: 'kind, found',
        ...FAILURES,
        422: 'It cannot be read: see `detail`',
        429: 'Busy',
      },
    },
  },
  [CAPTURE]: {
    get: {
      summary: 'Every capture of a source, newest first.',
      query: ['limit', 'cursor'],
      answers: { 200: 'captures', ...FAILURES },
    },
    post: {
      summary: 'Fetches the page of the source now, and keeps what came.',
      answers: {
        201: 'The capture',
        ...FAILURES,
        422: 'It cannot be fetched or read: see `detail`',
        429: 'Busy',
      },
    },
  },
  [`${CAPTURE}/uploads`]: {
    post: {
      summary:
        'Keeps a file as a capture: a web page, PDF, .docx, plain text, picture or sound, up to 50 MiB.',
      binary: ['application/octet-stream'],
      query: ['name'],
      answers: {
        201: 'The capture',
        ...FAILURES,
        422: 'It is not kept: see `detail`',
        429: 'Busy',
      },
    },
  },
  [`${CAPTURE}/{captureId}`]: {
    get: { summary: 'One capture.', answers: { 200: 'The capture', ...FAILURES } },
  },
  [`${CAPTURE}/{captureId}/text`]: {
    get: {
      summary: 'The text that could be read, in UTF-8; pages are parted by form feeds.',
      answers: { 200: 'Plain text', ...FAILURES },
    },
  },
  [`${CAPTURE}/{captureId}/raw`]: {
    get: { summary: 'The bytes as they came.', answers: { 200: 'A file', ...FAILURES } },
  },
  '/api/v1/sources/{id}/passage': {
    post: {
      summary:
        'Looks a passage up in the text of a capture: `found`, `edited` (words left out or put in, as the quote says), `differs` or `notFound`. Pages count from 0.',
      body: passageInput,
      answers: { 200: 'captureId, check', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/sources/{id}/copy': {
    put: {
      summary: 'Says that the captured copy stands in for a page that is gone or has changed.',
      answers: { 204: 'Said', ...FAILURES, 409: 'It is well, or there is no copy' },
    },
  },
}
