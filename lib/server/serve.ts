import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { FolderInUse } from '#db/folder-lock.ts'
import { provideForgetting } from '#lib/usecases/forget-answers.ts'
import { readEnvironment, WrongSetting } from './environment.ts'
import { type Parts, startGalley } from './galley.ts'
import { KeptAnswers } from './kept-answers.ts'
import { endInOrder, type Life } from './lifecycle.ts'
import { adoptConsole, log } from './log.ts'
import { PackedFiles } from './packed-files.ts'
import { keepPackedHeaders } from './packed-headers.ts'

async function listen(parts: Parts) {
  const environment = readEnvironment(process.env)
  process.env.AUTH_SECRET = environment.authSecret
  // Where providers send people back to has to be the same when they leave and when they come.
  const { oidc, github } = environment.providers
  if ((oidc || github) && environment.publicUrl) process.env.AUTH_URL = environment.publicUrl
  if (environment.production) adoptConsole(console, log)
  const galley = await startGalley(environment, parts)
  const packed = environment.production ? new PackedFiles('.next') : null
  const kept = new KeptAnswers()
  provideForgetting(() => kept.forget())
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (packed?.answer(request, response) || kept.answer(request, response)) return
    keepPackedHeaders(response)
    galley.handle(request, response)
  })
  server.on('upgrade', (request, socket, head) => galley.upgrade(request, socket, head))
  const drain = async () => {
    server.close()
    // Long-lived requests end with their sockets; nobody waits for them.
    server.closeAllConnections()
    await galley.stop()
  }
  endInOrder(process as Life, drain, log)
  server.on('error', (error: NodeJS.ErrnoException) => {
    const { port, host } = environment
    const inUse = `PORT: ${port} on ${host} is in use. Stop the other program, or choose another port, for example PORT=3001`
    fail(
      error.code === 'EADDRINUSE'
        ? inUse
        : `HOST: cannot listen on ${host}:${port} (${error.message})`,
    )
  })
  server.listen(environment.port, environment.host, () => galley.greet())
}

function fail(sentence: string): never {
  process.stderr.write(`Galley cannot start. ${sentence}\n`)
  process.exit(1)
}

/** The process: settings, database, collaboration, pages. Ends with a sentence when it cannot start. */
export async function serve(parts: Parts = {}): Promise<void> {
  try {
    await listen(parts)
  } catch (error) {
    if (error instanceof WrongSetting || error instanceof FolderInUse) fail(error.message)
    const reason = error instanceof Error ? error.message : String(error)
    log('error', 'start failed', { error })
    fail(
      `${reason}${process.env.DATABASE_URL ? ' (DATABASE_URL: check that PostgreSQL runs and accepts this address)' : ''}`,
    )
  }
}
