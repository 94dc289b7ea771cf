import type { Holder } from '../../formats/pades/verdict.ts'
import { fold } from '../../kernel/vietnamese.ts'

/** Whose signature a step waits for: the person as printed (null where the paper names nobody), and the body by its names of the day. */
export type Awaited = { step: 'sign' | 'seal'; person: string | null; body: readonly string[] }
export type SignedAs = Pick<Holder, 'name' | 'organization' | 'kind'>

const bare = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Fewer words than these name many bodies: "Việt Nam", "UBMTTQ tỉnh". */
const TELLING_WORDS = 4
const isEnd = (end: string, whole: string): boolean => end.split(' ').length >= TELLING_WORDS && whole.endsWith(` ${end}`)

/** Never the beginning: what follows a name makes it another's ("UBMTTQ tỉnh Lai Hà"). "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà" is "Ban Thường trực Ủy ban …", and an office of a body is of that body. */
function isOfBody({ name, organization }: SignedAs, names: readonly string[]): boolean {
  const said = [organization, name].flatMap(text => (text ? [bare(text)] : []))
  return said.some(text => names.map(bare).some(body => body === text || isEnd(body, text) || isEnd(text, body)))
}

/**
 * Whether the certificates are of whom the step waits for: each of the body, and among them the named person, or the body's seal.
 * A certificate that names no body is not of the body.
 */
export function isAwaited(signed: readonly SignedAs[], { step, person, body }: Awaited): boolean {
  if (signed.length === 0 || !signed.every(one => isOfBody(one, body))) return false
  if (step === 'seal') return signed.some(one => one.kind !== 'person')
  return signed.some(one => one.kind !== 'seal' && (person === null || bare(one.name ?? '') === bare(person)))
}

/** "Lò Văn Minh (Ban Thường trực …)": as the certificates say. */
export const printHolders = (signed: readonly SignedAs[]): string =>
  [
    ...new Set(
      signed.map(({ name, organization }) =>
        organization && organization !== name ? `${name ?? '?'} (${organization})` : (name ?? '?'),
      ),
    ),
  ].join('; ')
