import type { Certificate } from 'pkijs'
import type { Holder } from './verdict.ts'

const NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'
const PERSONAL_NAMES = ['2.5.4.42', '2.5.4.4']
const EMAIL = '1.2.840.113549.1.9.1'
const USER_ID = '0.9.2342.19200300.100.1.1'
const ALTERNATIVE_NAMES = '2.5.29.17'
const PERSONAL = /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5}$/u

/** With what the names of bodies, their offices and public services begin. */
const OFFICES = [
  'ủy ban|hội đồng|hội liên hiệp|hội nông dân|hội cựu|hội chữ thập|mặt trận|ban|bộ|sở|tỉnh ủy|tỉnh đoàn|thành ủy|thành đoàn',
  'huyện ủy|đảng ủy|đảng bộ|văn phòng|văn thư|phòng|cục|chi cục|tổng cục|trung tâm|viện|trường|công an|công báo|công ty',
  'công đoàn|cổng thông tin|cơ quan|liên đoàn|đoàn thanh niên|kho bạc|tòa án|thanh tra|chính phủ|quốc hội|báo|đài',
].join('|')
const OFFICE = new RegExp(`^(?:${OFFICES}) `, 'u')

/** Whose certificate it is. `bodies`: names that stand on the site's own list of organisations. */
export const holderOf = (certificate: Certificate, bodies: readonly string[] = []): Holder => {
  const find = (type: string): string | null => {
    const value: unknown = certificate.subject.typesAndValues.find(one => one.type === type)?.value.valueBlock.value
    return typeof value === 'string' ? value.normalize('NFC').trim() || null : null
  }
  const [name, organization, user] = [find(NAME), find(ORGANIZATION), find(USER_ID)]
  const personal = PERSONAL_NAMES.some(type => find(type) !== null) || /^(?:CCCD|CMND|HC)/i.test(user ?? '')
  const kind =
    name === null ? null : kindOf(name, organization, { personal, listed: bodies.some(body => fold(body) === fold(name)) })
  return { name, organization, email: find(EMAIL) ?? alternativeEmail(certificate), kind }
}

/** "Uỷ ban" and "Ủy ban", "TOÀ ÁN" and "Tòa án" are one name. */
const fold = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replaceAll('uỷ', 'ủy').replaceAll('oà', 'òa').replace(/\s+/g, ' ').trim()

/** A seal's name is its organisation or a part of it; a person's is a personal name. */
const kindOf = (name: string, organization: string | null, known: { personal: boolean; listed: boolean }): Holder['kind'] => {
  if (known.listed) return 'seal'
  if (known.personal) return 'person'
  if (organization && fold(organization).includes(fold(name))) return 'seal'
  if (OFFICE.test(`${fold(name)} `)) return 'seal'
  return PERSONAL.test(name) ? 'person' : null
}

/** Certificates of today carry the address among the alternative names (RFC 5280, 4.2.1.6). */
const alternativeEmail = (certificate: Certificate): string | null => {
  const names: unknown = certificate.extensions?.find(one => one.extnID === ALTERNATIVE_NAMES)?.parsedValue
  const all =
    names && typeof names === 'object' && 'altNames' in names ? (names.altNames as { type: number; value: unknown }[]) : []
  const found = all.find(one => one.type === 1)?.value
  return typeof found === 'string' ? found : null
}
