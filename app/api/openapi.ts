import { z } from 'zod'
import { documentQuery } from '#app/api/document.ts'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { FACET_NAMES } from '#lib/domain/sourcing/facets.ts'
import { DOCUMENT_TYPES } from '#lib/domain/text/document-file.ts'
import { annotationInput } from '#lib/usecases/annotation-input.ts'
import { answerInput } from '#lib/usecases/answer-question.ts'
import { articlePeopleInput } from '#lib/usecases/article-people.ts'
import { closingInput } from '#lib/usecases/close-question.ts'
import { decisionInput } from '#lib/usecases/decide.ts'
import { articleDataInput } from '#lib/usecases/describe-article.ts'
import { publishInput } from '#lib/usecases/publish-input.ts'
import { newSourceInput, sourceChangeInput } from '#lib/usecases/sources.ts'
import { CAPTURES } from './openapi-captures.ts'
import { HISTORY } from './openapi-history.ts'
import { HOOKS } from './openapi-hooks.ts'
import { NOTICES } from './openapi-notices.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'
import { PICTURES } from './openapi-pictures.ts'
import { POLICY } from './openapi-policy.ts'
import { READ } from './openapi-read.ts'
import { REGISTRY } from './openapi-registry.ts'
import { describe } from './openapi-render.ts'
import { SIGNED } from './openapi-signed.ts'
import { THREADS } from './openapi-threads.ts'
import { VAULT } from './openapi-vault.ts'
import { WORKFLOW } from './openapi-workflow.ts'

/** In what every list takes. */
const PAGE = ['limit', 'cursor']

const ITEMS = {
  200: 'Results per item',
  409: 'The text or the evidence of an item has moved: see `results`',
  422: 'An item is not valid: see `results`',
}

/** The whole HTTP interface: what is not here is internal to the pages. */
const OPERATIONS: Operations = {
  ...HISTORY,
  ...NOTICES,
  '/api/v1/tokens': {
    post: {
      summary: 'Makes a bearer token. It is shown once.',
      body: z.object({
        email: z.string(),
        password: z.string(),
        name: z.string(),
        scopes: z.array(z.enum(SCOPES)).optional(),
        days: z.number().int().optional(),
      }),
      answers: { 201: 'The token', 401: 'Wrong address or password', 429: 'Too many tries' },
      open: true,
    },
    get: {
      summary: 'Lists your own tokens.',
      query: PAGE,
      answers: { 200: 'Tokens', ...FAILURES },
    },
  },
  '/api/v1/tokens/{id}': {
    delete: { summary: 'Revokes a token.', answers: { 204: 'Revoked', ...FAILURES } },
  },
  '/api/v1/articles': {
    post: {
      summary:
        'Creates an article from exactly one of text, markdown and html, or from a .docx as the body, with lang, headline and changes (accept, reject or suggest) in the address. Notes in html and .docx become evidence: see `report`.',
      binary: DOCUMENT_TYPES,
      query: Object.keys(documentQuery.shape),
      body: z.object({
        text: z.string().optional(),
        markdown: z.string().optional(),
        html: z.string().optional(),
        lang: z.string().optional(),
        headline: z.string().optional(),
      }),
      answers: {
        201: 'Id, slug and the address of its page; `report` of a document',
        ...FAILURES,
        422: 'Not valid',
      },
    },
    get: {
      summary:
        'Lists the articles that you may see. In pages with `limit` or a filter; with `changedSince`, in the order of the changes.',
      query: ['q', ...PAGE, 'state', 'section', 'changedSince', 'mine'],
      answers: { 200: 'Articles', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/articles/{id}': {
    get: {
      summary: 'State, coverage, what is in the way of publishing it, and what the gate warns of.',
      answers: { 200: 'The article', ...FAILURES },
    },
    patch: {
      summary: 'Byline, section, dateline, language, and the address until it is published.',
      body: articleDataInput,
      answers: { 200: 'Done', 409: 'The address is taken, or fixed', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/sentences': {
    get: {
      summary: 'Every sentence with its status and what it cites.',
      query: PAGE,
      answers: { 200: 'Sentences, in order', ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/annotations': {
    put: {
      summary: 'Sets the annotation on exactly each sentence or span; others stay.',
      body: z.array(annotationInput),
      answers: { ...ITEMS, ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/annotations/{annotationId}': {
    delete: { summary: 'Removes an annotation.', answers: { 204: 'Removed', ...FAILURES } },
  },
  '/api/v1/articles/{id}/decisions': {
    post: {
      summary:
        'Approves, queries or rejects sentences. 403 for what you changed yourself. Of several approvals in one call, ten at most, those are refused with 422 that have to be given one by one.',
      body: z.array(decisionInput),
      answers: { ...ITEMS, ...FAILURES },
    },
  },
  '/api/v1/articles/{id}/queries/{queryId}': {
    delete: {
      summary: 'Closes a query or a rejection: its raiser, or a chief with a reason.',
      body: closingInput,
      answers: { 204: 'Closed', ...FAILURES, 409: 'Closed already' },
    },
  },
  '/api/v1/articles/{id}/queries/{queryId}/messages': {
    post: {
      summary: 'Says something about a question that is open.',
      body: answerInput,
      answers: { 201: 'The id of what was said', ...FAILURES, 409: 'Closed already' },
    },
  },
  '/api/v1/articles/{id}/approvals/{approvalId}': {
    get: {
      summary: 'What was signed with an approval: the annotations as they stood then.',
      answers: { 200: 'The approved evidence', ...FAILURES },
    },
    delete: {
      summary: 'Takes back your own approval.',
      answers: { 204: 'Taken back', ...FAILURES },
    },
  },
  ...WORKFLOW,
  '/api/v1/articles/{id}/versions': {
    get: {
      summary: 'The versions of an article, the oldest first; always in pages.',
      query: PAGE,
      answers: { 200: 'versions', ...FAILURES, 422: 'Not valid' },
    },
    post: {
      summary:
        'Publishes a version. With `after`, the number of the newest version that you saw, and `seen`, the fingerprints of the sentences that you saw, it is refused when others came between. `reasons` answers the warnings of the article, each kind for the fingerprints that it names; `overrides` is for chiefs. `correction` says what a correction puts right, `sentences` by their fingerprints, else those that changed; a correction needs no `note`, and no other change has one.',
      body: publishInput,
      answers: {
        201: 'The version',
        ...FAILURES,
        409: 'Not from this state; or something was published or changed meanwhile: see `detail`, `current`',
        422: 'Blocked: see `blockers`, and `warnings` for those without a reason',
      },
    },
  },
  '/api/v1/articles/{id}/people': {
    put: {
      summary: 'Who is assigned, and who may see a restricted article.',
      body: articlePeopleInput,
      answers: { 204: 'Changed', ...FAILURES },
    },
  },
  ...THREADS,
  ...PICTURES,
  '/api/v1/articles/{id}/ticket': {
    post: {
      summary: 'A one-use ticket for the websocket, which speaks the Hocuspocus protocol.',
      answers: { 200: 'ticket, url, document, schemaVersion, epoch', ...FAILURES },
    },
  },
  '/api/v1/sources': {
    get: {
      summary:
        'Searches the registry. In pages with `limit` or a filter; several choices are parted by commas. `facets=true` tells how many sources each choice would show.',
      query: ['q', ...PAGE, ...FACET_NAMES, 'facets', 'changedSince'],
      answers: {
        200: 'Sources; with `facets=true` also facets, total, unread',
        ...FAILURES,
        422: 'Not valid',
      },
    },
    post: {
      summary: 'Adds a source.',
      body: newSourceInput,
      answers: {
        201: 'The new source',
        200: 'It was in the registry already',
        ...FAILURES,
        422: 'Not valid',
      },
    },
  },
  '/api/v1/sources/{id}': {
    get: { summary: 'One source.', answers: { 200: 'The source', ...FAILURES } },
    patch: {
      summary: 'Changes a source, or withdraws it.',
      body: sourceChangeInput,
      answers: {
        200: 'The source',
        ...FAILURES,
        409: 'Another source is the same',
        422: 'Not valid',
      },
    },
    delete: {
      summary: 'Is refused: sources are withdrawn, with a reason, and never deleted.',
      answers: { ...FAILURES, 409: 'Withdraw it' },
    },
  },
  ...CAPTURES,
  ...POLICY,
  ...READ,
  ...SIGNED,
  ...VAULT,
  ...REGISTRY,
  ...HOOKS,
}

const ABOUT =
  'Stable: things are added, never broken. Writes take an Idempotency-Key, lists `limit` and `cursor`, single resources an ETag with If-None-Match and If-Match. Each answer says in RateLimit what is left.'

/** OpenAPI 3.1; bodies are described by the schemas that check them. */
export function openApi(): unknown {
  const paths = Object.entries(OPERATIONS).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        describe(path, method, operation),
      ]),
    ),
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Galley', version: '1', description: ABOUT },
    security: [{ bearer: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
          },
        },
      },
    },
  }
}
