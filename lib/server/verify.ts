import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { ZodError } from 'zod'
import { checkAudit, checkVersion, type Finding, linesIn } from '#lib/signing/check-download.ts'
import { type Files, wordsIn } from '#lib/signing/download.ts'
import { type PublicKey, readPublicKeys } from '#lib/signing/keys.ts'
import { verifyNewsroom } from './verify-newsroom.ts'

const USAGE = `npm run verify -- version FILE [--signature FILE] [--keys FILE]
npm run verify -- audit [FILE] [--heads FILE] [--keys FILE]

FILE is a download: the zip of a version or of the audit trail, or version.json alone. Without one, the audit trail of the
newsroom of the settings is checked. --keys: a copy of /.well-known/jwks.json that you trust, in place of the keys that came along.
--heads: the signed heads in the second place (GALLEY_AUDIT_HEADS). Nothing is asked of the network.
`

interface Given {
  readonly signature?: string | undefined
  readonly keys?: string | undefined
  readonly heads?: string | undefined
}

async function run(args: readonly string[]): Promise<Finding | null> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      signature: { type: 'string' },
      keys: { type: 'string' },
      heads: { type: 'string' },
    },
  })
  const [what, file] = positionals
  if (what === 'version' && file !== undefined) return version(file, values)
  if (what === 'audit' && file !== undefined) return audit(file, values)
  return what === 'audit' ? verifyNewsroom(values.heads) : null
}

function version(file: string, given: Given): Promise<Finding> {
  const files = open(file)
  const signature = given.signature === undefined ? files['signature.txt'] : text(given.signature)
  return checkVersion(files['version.json'] ?? '', signature ?? null, keysOf(files, given))
}

function audit(file: string, given: Given): Promise<Finding> {
  const files = open(file)
  const heads = given.heads === undefined ? files['heads.txt'] : text(given.heads)
  const { 'audit.jsonl': rows = '', 'hashes.txt': hashes = '' } = files
  return checkAudit(rows, hashes, linesIn(heads ?? ''), keysOf(files, given), wordsIn(files))
}

/** The files in a zip; a file of its own is a version. */
function open(file: string): Files {
  const bytes = readFileSync(file)
  if (bytes.subarray(0, 2).toString() !== 'PK') return { 'version.json': bytes.toString() }
  const found = Object.entries(unzipSync(bytes))
  return Object.fromEntries(found.map(([name, content]) => [name, strFromU8(content)]))
}

function keysOf(files: Files, { keys }: Given): readonly PublicKey[] {
  const set = keys === undefined ? files['keys.json'] : text(keys)
  return set === undefined ? [] : readPublicKeys(set)
}

function text(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new Error(`There is no file ${file}`)
}

try {
  const found = await run(process.argv.slice(2))
  if (found) process.stdout.write(`${found.says}\n`)
  else process.stderr.write(USAGE)
  if (!found?.ok) process.exitCode = found ? 1 : 2
} catch (error) {
  const isGiven = error instanceof SyntaxError || error instanceof ZodError
  const reason = isGiven ? 'A file is not what it should be' : (error as Error).message
  process.stderr.write(`Nothing was checked. ${reason}.\n\n${USAGE}`)
  process.exitCode = 2
}
