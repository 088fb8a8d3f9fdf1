import { PICTURE_TYPES } from '#lib/domain/figures/picture-file.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

/** Pictures: uploaded to an article, shown to whoever may see it, and to readers once they are published. */
export const PICTURES: Operations = {
  '/api/v1/articles/{id}/pictures': {
    post: {
      summary:
        'Keeps a picture for an article: the body as it is, at most 20 MiB. Its bytes decide what it is. A figure shows it once its entry names its hash.',
      binary: PICTURE_TYPES,
      answers: {
        201: 'Hash, type, size, and the sizes made of it',
        ...FAILURES,
        409: 'The article is closed, or full',
        422: 'Not a picture that can be taken: says what to do',
      },
    },
  },
  '/api/v1/articles/{id}/pictures/{hash}': {
    put: {
      summary: 'Takes a picture over from another article that you may see.',
      answers: { 200: 'The picture', ...FAILURES, 409: 'The article is closed, or full' },
    },
  },
  '/api/v1/pictures/{hash}/{size}': {
    get: {
      summary: 'A picture, at least as wide as `size` where it is; or `original`, as a file.',
      answers: { 200: 'The picture', ...FAILURES },
    },
  },
  '/read/{slug}/p/{file}': {
    get: {
      summary: 'A picture of a published version, by the hash of its bytes and `.webp`.',
      answers: { 200: 'The picture', 404: 'None' },
      open: true,
    },
  },
}
