/**
 * Packs the scripts and styles of a build once, as well as Brotli can: `lib/server/packed-files.ts` gives them out. Runs on the
 * newcomer's own Node. `node lib/server/pack-build.mjs` packs what is in `.next`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const pack = promisify(brotliCompress)

/** Files that are there packed already are packed anew. */
export async function packBuild(folder) {
  const files = readdirSync(join(folder, 'static'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file)
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      }
      writeFileSync(`${file}.br`, await pack(bytes, { params }))
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await packBuild('.next')
