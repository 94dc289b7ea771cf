import type { Certificate } from 'pkijs'
import type { Holder } from './verdict.ts'

const NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'
const GIVEN_NAME = '2.5.4.42'
const EMAIL = '1.2.840.113549.1.9.1'
const PERSONAL = /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5}$/u

/** Whose certificate it is. A seal's name is its organisation or a part of it; a person's is a personal name. */
export const holderOf = (certificate: Certificate): Holder => {
  const find = (type: string): string | null => {
    const value: unknown = certificate.subject.typesAndValues.find(one => one.type === type)?.value.valueBlock.value
    return typeof value === 'string' ? value.normalize('NFC').trim() || null : null
  }
  const [name, organization] = [find(NAME), find(ORGANIZATION)]
  return { name, organization, email: find(EMAIL), kind: kindOf(name, organization, find(GIVEN_NAME) !== null) }
}

const kindOf = (name: string | null, organization: string | null, given: boolean): Holder['kind'] => {
  if (!name) return null
  if (organization?.toLowerCase().includes(name.toLowerCase())) return 'seal'
  return given || PERSONAL.test(name) ? 'person' : null
}
