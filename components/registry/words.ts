import type { IconName } from '#components/ui/icon.tsx'
import type {
  Medium,
  Primacy,
  Reliability,
  SourceKind,
  Terms,
} from '#lib/domain/sourcing/source.ts'

export const KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  person: 'Person',
  document: 'Document',
  dataset: 'Dataset',
  webPage: 'Web page',
  outlet: 'Outlet',
  organisation: 'Organisation',
  recording: 'Recording',
  observation: 'Our own observation',
  calculation: 'Our own calculation',
}

export const KIND_ICONS: Readonly<Record<SourceKind, IconName>> = {
  person: 'person',
  document: 'document',
  dataset: 'dataset',
  webPage: 'web',
  outlet: 'outlet',
  organisation: 'org',
  recording: 'recording',
  observation: 'observation',
  calculation: 'calculation',
}

export const TERMS_WORDS: Readonly<Record<Terms, string>> = {
  onRecord: 'On record',
  background: 'On background',
  deepBackground: 'Deep background',
  offRecord: 'Off the record',
}

/** The Admiralty scale, as its words are commonly given. */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Cannot be judged',
}

export const PRIMACY_WORDS: Readonly<Record<Primacy, string>> = {
  primary: 'Primary: saw, said or made it',
  secondary: 'Secondary: passes on what others did',
}

export const MEDIUM_WORDS: Readonly<Record<Medium, string>> = {
  inPerson: 'In person',
  phone: 'By telephone',
  video: 'By video call',
  'e-mail': 'By e-mail',
  chat: 'By chat',
  other: 'Another way',
}
