import { identityInput } from '#lib/usecases/identities.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

const IDENTITY = '/api/v1/sources/{id}/identity'

/** Who confidential sources are. */
export const VAULT: Operations = {
  [IDENTITY]: {
    get: {
      summary:
        'Who knows who this source is, by name; for whoever locked it up also who opened it, and when.',
      answers: { 200: 'isLocked, knownTo, mayOpen, isOwner', ...FAILURES },
    },
    put: {
      summary:
        'Locks up who this source is. Its owner, and the people in `readers`, open it; nobody else does. `published`: versions that have something of it in them already.',
      body: identityInput,
      answers: {
        200: 'isLocked, knownTo, mayOpen, isOwner, published',
        ...FAILURES,
        409: 'On the record, captured, merged, or nothing to lock with: see `detail`',
        422: 'Not valid, or the source itself tells who it is',
      },
    },
    delete: {
      summary: 'Destroys what is locked up, recordings too, for good.',
      answers: { 204: 'Destroyed', ...FAILURES },
    },
  },
  [`${IDENTITY}/openings`]: {
    post: {
      summary: 'Opens it. That the caller did is recorded, and the owner sees it.',
      answers: {
        200: 'name, otherNames, contacts, note, harmless, recordings, published',
        ...FAILURES,
      },
    },
  },
  [`${IDENTITY}/recordings`]: {
    post: {
      summary: 'Locks a file up with it: the file as it is, up to 50 MiB, its name as `?name=`.',
      answers: { 201: 'id', ...FAILURES, 422: 'Not valid' },
    },
  },
  [`${IDENTITY}/recordings/{recordingId}`]: {
    post: {
      summary: 'Opens the file. That the caller did is recorded.',
      answers: { 200: 'The file', ...FAILURES },
    },
    delete: { summary: 'Destroys the file for good.', answers: { 204: 'Destroyed', ...FAILURES } },
  },
}
