/**
 * `npm run vnu`: the Nu HTML Checker on the pages that readers get. Needs Java and GALLEY_VNU_JAR, the path of `vnu.jar`
 * (github.com/validator/validator, MIT): it is larger than everything else here, so it does not come along.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderDiffPage } from '#lib/domain/formats/diff-page.ts'
import { renderFrontPage } from '#lib/domain/formats/front-page.ts'
import { html } from '#lib/domain/formats/html.ts'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import { correctedArticle, rightToLeftArticle } from '#lib/testing/version-guises.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'

const [first = largeVersion(), second = first] = correctedArticle()
const versions = {
  first,
  second,
  large: largeVersion(),
  hostile: hostileVersion(),
  arabic: rightToLeftArticle(),
}
const pages = {
  ...Object.fromEntries(
    Object.entries(versions).map(([name, version]) => [name, html.render(version, NOWHERE)]),
  ),
  front: renderFrontPage({ newspaper: 'The Post', articles: [] }),
  difference: renderDiffPage({
    ...{ before: first, after: second, versions: [first, second], newspaper: 'The Post' },
  }),
}

const jar = process.env.GALLEY_VNU_JAR
if (!jar || !existsSync(jar)) {
  console.error('GALLEY_VNU_JAR names no file: give the path of vnu.jar, and see that `java` runs.')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'galley-vnu-'))
const files = Object.entries(pages).map(([name, page]) => {
  const file = join(folder, `${name}.html`)
  writeFileSync(file, page)
  return file
})
// Large pages are deep for it.
const { status } = spawnSync('java', ['-Xss8m', '-jar', jar, '--errors-only', ...files], {
  stdio: 'inherit',
})
rmSync(folder, { recursive: true, force: true })
console.log(status === 0 ? `${files.length} pages are valid.` : 'See above.')
process.exitCode = status ?? 1
