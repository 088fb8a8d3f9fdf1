import { ArticleUnavailable } from './ports.ts'

/** For what the database did not give. Throws `ArticleUnavailable`: it is asked again later. */
export function storageFailed(cause: unknown): never {
  throw new ArticleUnavailable('storage', 'The database does not answer.', { cause })
}
