import { FORMATS } from '#lib/domain/formats/registry.ts'
import { takedownInput } from '#lib/usecases/take-down-version.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

const NAMES = [...FORMATS.map(({ id }) => id), 'dossier'].join(', ')

const EXPORT = {
  200: 'The export; `json` comes with its signature in the header galley-signature',
  404: 'None',
  410: 'Retracted or taken down: the body says why. The signature of what was retracted stays',
}

/** What proves to others what was published and recorded. */
export const SIGNED: Operations = {
  '/api/v1/articles/{id}/versions/{number}/takedown': {
    post: {
      summary:
        'Takes the words of a version away, for reasons of law, for good. Its hash and signature stay. For a chief or an administrator.',
      body: takedownInput,
      answers: { 204: 'Taken down', ...FAILURES, 409: 'It was taken down already' },
    },
  },
  '/api/v1/audit': {
    get: {
      summary:
        'The audit trail as a zip: rows, hashes, signed heads, public keys, and how to check them. With `limit` or a filter a page of it, as JSON. For administrators.',
      query: ['limit', 'cursor', 'action', 'article', 'actor', 'since'],
      answers: { 200: 'application/zip, or entries', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/.well-known/jwks.json': {
    get: {
      summary: 'Public keys of all that was ever signed, the newest first.',
      answers: { 200: 'A JWK set' },
      open: true,
    },
  },
  '/read/{slug}/{format}': {
    get: {
      summary: `The latest version in a format: ${NAMES}. \`signature\` is a detached JWS over the SHA-256 of \`json\`; \`proof\` is a zip with all that checks it.`,
      answers: EXPORT,
      open: true,
    },
  },
  '/read/{slug}/v/{number}/{format}': {
    get: { summary: 'One version in a format.', answers: EXPORT, open: true },
  },
}
