import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** What is wrong with a ninjs 3.1 item by the schema of the IPTC; nothing for a valid one. */
export function ninjsProblems(document: unknown): readonly string[] {
  ninjs ??= ninjsSchema()
  return problemsOf(ninjs, document)
}

/** What is wrong with CSL-JSON by the schema of CSL 1.0.2. */
export function cslProblems(document: unknown): readonly string[] {
  csl ??= new Ajv({ strict: false, allErrors: true }).compile(schema('csl-data-1.0.2'))
  return problemsOf(csl, document)
}

let ninjs: ValidateFunction | undefined
let csl: ValidateFunction | undefined

function ninjsSchema(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  formats.default(ajv)
  // It refers to the schema of GeoJSON for places, of which we write none: any place is wrong here.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} })
  return ajv.compile(schema('ninjs-3.1'))
}

function schema(name: string): object {
  return JSON.parse(readFileSync(new URL(`./schemas/${name}.json`, import.meta.url), 'utf8'))
}

function problemsOf(validate: ValidateFunction, document: unknown): readonly string[] {
  if (validate(document)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
