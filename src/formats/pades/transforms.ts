import type { Pdf } from './pdf.ts'
import { type Dict, dictOf, listOf, nameOf, Text } from './values.ts'
import type { Change } from './verdict.ts'

type Transform = { method: string; parameters: Dict | null }

/** Rights that a producer's program grants to readers; nobody's signature. */
const USAGE_RIGHTS = new Set(['UR', 'UR3'])

/** ISO 32000-2, table 257. Time stamps and validation data always may be added. */
const BY_LEVEL: Record<number, readonly Change[]> = {
  1: ['timestamp-added', 'validation-data-added'],
  2: ['timestamp-added', 'validation-data-added', 'signature-added', 'field-signed', 'field-filled', 'fields-redrawn'],
  3: [
    'timestamp-added',
    'validation-data-added',
    'signature-added',
    'field-signed',
    'field-filled',
    'fields-redrawn',
    'annotation-added',
  ],
}

/** What a signature says of itself and of later changes (ISO 32000-1, 12.8.2). */
const transformsOf = (pdf: Pdf, signature: Dict): Transform[] =>
  listOf(pdf.get(signature, 'Reference')).map(one => {
    const dict = dictOf(pdf.resolve(one))
    return { method: nameOf(pdf.get(dict, 'TransformMethod')) ?? '', parameters: dictOf(pdf.get(dict, 'TransformParams')) }
  })

/** By what the signature itself holds: what it refers to may have been changed since. */
export const grantsUsage = (signature: Dict): boolean => {
  const methods = listOf(signature.get('Reference')).map(one => nameOf(dictOf(one)?.get('TransformMethod')))
  return methods.length > 0 && methods.every(method => method !== null && USAGE_RIGHTS.has(method))
}

/** Whether a certifying signature forbids a change; an ordinary one forbids none. */
export const forbidsChange = (pdf: Pdf, signature: Dict): ((change: Change) => boolean) => {
  const certifying = transformsOf(pdf, signature).find(({ method }) => method === 'DocMDP')
  if (!certifying) return () => false
  const level = pdf.get(certifying.parameters, 'P')
  const permitted = BY_LEVEL[typeof level === 'number' ? level : 2] ?? []
  return change => !permitted.includes(change)
}

/** Whether a signature locks the form field of a name (ISO 32000-1, 12.8.2.4); names of groups lock what is in them. */
export const locksField = (pdf: Pdf, signature: Dict): ((name: string) => boolean) => {
  const locks = transformsOf(pdf, signature).filter(({ method }) => method === 'FieldMDP')
  const tests = locks.map(({ parameters }) => {
    const names = listOf(pdf.get(parameters, 'Fields')).flatMap(one =>
      one instanceof Text ? [one.bytes.toString('latin1')] : [],
    )
    const named = (field: string) => names.some(name => field === name || field.startsWith(`${name}.`))
    const action = nameOf(pdf.get(parameters, 'Action'))
    return (field: string) =>
      action === 'All' || (action === 'Include' && named(field)) || (action === 'Exclude' && !named(field))
  })
  return field => tests.some(locks => locks(field))
}
