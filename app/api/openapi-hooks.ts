import { z } from 'zod'
import { newWebhookInput, webhookChangeInput } from '#lib/usecases/webhooks.ts'
import { FAILURES, type Operations } from './openapi-operation.ts'

const HOOK = '/api/v1/webhooks/{id}'
const PAGE = ['limit', 'cursor']

/** Other systems that are told of events, and the lists that they pull from. */
export const HOOKS: Operations = {
  '/api/v1/webhooks': {
    get: {
      summary: 'Lists the webhooks. For administrators.',
      query: PAGE,
      answers: { 200: 'webhooks', ...FAILURES },
    },
    post: {
      summary:
        'Adds a webhook. Each delivery is signed as Standard Webhooks says, with the `secret` that is shown this once.',
      body: z.object({ url: z.string(), events: newWebhookInput.shape.events }),
      answers: { 201: 'The webhook, and its secret', ...FAILURES, 422: 'Not valid' },
    },
  },
  [HOOK]: {
    get: { summary: 'One webhook.', answers: { 200: 'The webhook', ...FAILURES } },
    patch: {
      summary: 'Turns it on or off.',
      body: webhookChangeInput,
      answers: { 200: 'The webhook', ...FAILURES, 422: 'Not valid' },
    },
    delete: { summary: 'Removes it.', answers: { 204: 'Removed', ...FAILURES } },
  },
  [`${HOOK}/test`]: {
    post: {
      summary: 'Sends an event that says nothing.',
      answers: { 202: 'It is on its way', ...FAILURES, 409: 'It is turned off' },
    },
  },
  [`${HOOK}/deliveries`]: {
    get: {
      summary: 'The last deliveries, the newest first.',
      query: PAGE,
      answers: { 200: 'deliveries', ...FAILURES },
    },
  },
  '/api/v1/versions': {
    get: {
      summary:
        'What was published, and taken down, in the whole newsroom, in that order; always in pages. With `since`, from then on.',
      query: [...PAGE, 'since'],
      answers: { 200: 'versions', ...FAILURES, 422: 'Not valid' },
    },
  },
  '/api/v1/openapi.json': {
    get: { summary: 'This description.', answers: { 200: 'OpenAPI 3.1' }, open: true },
  },
}
