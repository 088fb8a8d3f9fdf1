import { call } from './api.ts'

/** The calls about what concerns whoever is signed in. */
export const noticesApi = {
  unread: () => call<{ readonly count: number }>('GET', '/api/v1/notices/unread'),
}
