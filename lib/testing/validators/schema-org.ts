import { readFileSync } from 'node:fs'

interface Type {
  readonly parents: readonly string[]
  readonly properties: ReadonlyMap<string, readonly string[]>
}

/** The types of schema.org with their properties, read from the declarations of `schema-dts`. */
let types: ReadonlyMap<string, Type> | undefined

function readTypes(): ReadonlyMap<string, Type> {
  const file = new URL(import.meta.resolve('schema-dts').replace(/schema\.js$/, 'schema.d.ts'))
  const read = new Map<string, Type>()
  const pattern = /interface (\w+?)(?:Base|Leaf)(?: extends ([^{]*))? \{([\s\S]*?)\n\}/g
  for (const [, name = '', parents = '', body = ''] of readFileSync(file, 'utf8').matchAll(
    pattern,
  )) {
    const properties = [...body.matchAll(/"([^"@]+)"\?: SchemaValue<(.*), "[^"]+">;/g)]
    // A leaf only names its base, which stands before it, where it has one.
    if (read.has(name)) continue
    read.set(name, {
      parents: parents.match(/\w+(?=Base)/g) ?? [],
      properties: new Map(
        properties.map(([, key = '', range = '']) => [
          key,
          range.split('|').map((part) => part.trim()),
        ]),
      ),
    })
  }
  return read
}

const isText = (value: unknown) => typeof value === 'string'
const LITERALS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: isText,
  Time: isText,
  URL: (value) => isText(value) && /^[a-z][\w+.-]*:/i.test(String(value)),
  Date: (value) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(String(value)),
  DateTime: (value) => /^\d{4}-\d\d-\d\dT\d\d:/.test(String(value)),
  Number: (value) => /^-?\d+(\.\d+)?$/.test(String(value)),
  Integer: (value) => /^-?\d+$/.test(String(value)),
  Boolean: (value) => typeof value === 'boolean',
}

/** What in a JSON-LD document schema.org does not know: types, properties, and values of the wrong type. */
export function schemaOrgProblems(node: unknown, where = '$'): readonly string[] {
  types ??= readTypes()
  if (Array.isArray(node))
    return node.flatMap((item, at) => schemaOrgProblems(item, `${where}[${at}]`))
  const { '@type': type, ...rest } = node as Record<string, unknown>
  if (type === undefined) return '@id' in rest ? [] : [`${where}: no type`]
  if (!types.has(String(type))) return [`${where}: unknown type ${type}`]
  return Object.entries(rest)
    .filter(([key]) => !key.startsWith('@'))
    .flatMap(([key, value]) => {
      const range = rangeOf(String(type), key)
      if (!range) return [`${where}.${key}: no property of ${type}`]
      return [value].flat().flatMap((item) => valueProblems(item, range, `${where}.${key}`))
    })
}

function valueProblems(value: unknown, range: readonly string[], where: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return range.some((name) => LITERALS[name]?.(value))
      ? []
      : [`${where}: ${JSON.stringify(value)} is no ${range.join(' | ')}`]
  }
  const { '@type': type } = value as Record<string, unknown>
  const fits = type === undefined || ancestorsOf(String(type)).some((name) => range.includes(name))
  return [
    ...(fits ? [] : [`${where}: ${type} is no ${range.join(' | ')}`]),
    ...schemaOrgProblems(value, where),
  ]
}

function ancestorsOf(name: string): readonly string[] {
  return [name, ...(types?.get(name)?.parents ?? []).flatMap(ancestorsOf)]
}

function rangeOf(type: string, property: string): readonly string[] | undefined {
  return ancestorsOf(type)
    .map((name) => types?.get(name)?.properties.get(property))
    .find((range) => range !== undefined)
}
