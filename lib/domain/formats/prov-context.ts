/**
 * The terms of PROV-JSONLD that we use, with the meaning that the submission gives them (W3C member submission of
 * 2024-08-25). They stand in each document instead of the address of the whole context: a reader without a network understands it.
 */
export const PROV_CONTEXT = {
  '@version': 1.1,
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dcterms: 'http://purl.org/dc/terms/',
  type: { '@id': 'rdf:type', '@type': '@id', '@container': '@set' },
  label: { '@id': 'rdfs:label', '@container': '@set' },
  location: { '@id': 'prov:atLocation', '@container': '@set' },
  value: { '@id': 'prov:value', '@container': '@set' },
  Entity: { '@id': 'prov:Entity' },
  Agent: { '@id': 'prov:Agent' },
  Activity: {
    '@id': 'prov:Activity',
    '@context': {
      startTime: { '@id': 'prov:startedAtTime', '@type': 'xsd:dateTime' },
      endTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
    },
  },
  Generation: {
    '@id': 'prov:Generation',
    '@context': {
      entity: { '@reverse': 'prov:qualifiedGeneration', '@type': '@id' },
      activity: { '@id': 'prov:activity', '@type': '@id' },
      time: { '@id': 'prov:atTime', '@type': 'xsd:dateTime' },
    },
  },
  Usage: {
    '@id': 'prov:Usage',
    '@context': {
      activity: { '@reverse': 'prov:qualifiedUsage', '@type': '@id' },
      entity: { '@id': 'prov:entity', '@type': '@id' },
    },
  },
  Derivation: {
    '@id': 'prov:Derivation',
    '@context': {
      generatedEntity: { '@reverse': 'prov:qualifiedDerivation', '@type': '@id' },
      usedEntity: { '@id': 'prov:entity', '@type': '@id' },
      activity: { '@id': 'prov:hadActivity', '@type': '@id' },
    },
  },
  Attribution: {
    '@id': 'prov:Attribution',
    '@context': {
      entity: { '@reverse': 'prov:qualifiedAttribution', '@type': '@id' },
      agent: { '@id': 'prov:agent', '@type': '@id' },
    },
  },
  Association: {
    '@id': 'prov:Association',
    '@context': {
      activity: { '@reverse': 'prov:qualifiedAssociation', '@type': '@id' },
      agent: { '@id': 'prov:agent', '@type': '@id' },
    },
  },
} as const
