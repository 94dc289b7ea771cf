import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'

const STEP_SECONDS = 30

const totp = (secret: string, username = '') =>
  new TOTP({
    issuer: 'phoihop',
    label: username,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The time step that a code belongs to, or null where it fits none. RFC 6238; one step of clock drift to either side is allowed. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const drift = totp(secret).validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: 1 })
  return drift === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + drift
}

/** The code that an authenticator shows at a moment; for demo accounts and tests. */
export const codeAt = (secret: string, now: Date): string => totp(secret).generate({ timestamp: now.getTime() })

/** What the enrolment screen shows: the secret to type, its address, and a QR code as SVG path data on a square of `size` modules. */
export function enrolment(secret: string, username: string): { secret: string; uri: string; path: string; size: number } {
  const uri = totp(secret, username).toString()
  const { data, size } = encode(uri, { border: 1 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { secret, uri, path: squares.join(''), size }
}
