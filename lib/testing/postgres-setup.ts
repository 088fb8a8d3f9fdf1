import type { TestProject } from 'vitest/node'
import { type PostgresCluster, startPostgres } from './postgres.ts'
import { findPostgres } from './programs.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's URL of the cluster of this run; empty when there is no PostgreSQL on this machine. */
    postgresUrl: string
    /** Folder that lives as long as the run. */
    runFolder: string
  }
}

let cluster: PostgresCluster | null = null

/**
 * One cluster for the whole run. Without PostgreSQL the tests that need no database still run; those that need it
 * fail and say so.
 */
export async function setup(project: TestProject): Promise<void> {
  if (findPostgres()) cluster = await startPostgres()
  project.provide('postgresUrl', cluster?.url ?? '')
  project.provide('runFolder', cluster?.folder ?? '')
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}
