import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'

const STATUS: Record<string, number> = {
  // Steps of an ordinary sign-in, not failures of it.
  'sign-in.enrol': 200,
  'sign-in.code-needed': 200,
  'sign-in-first': 401,
  'not-permitted': 403,
  'not-authorised': 403,
  'foreign-request': 403,
  'not-found': 404,
  'unknown-command': 404,
  'unknown-query': 404,
  'changed-meanwhile': 409,
  'command-id-reused': 409,
  'file.too-large': 413,
  'too-many-requests': 429,
}

/** The status of a refusal: 422 unless the table says otherwise. */
export const statusOf = (code: string): number => STATUS[code] ?? (code.startsWith('sign-in.') ? 401 : 422)

export function answerError(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = asRefusal(error)
  if (refusal) {
    void reply.code(statusOf(refusal.code)).send({ ok: false, refusal: { code: refusal.code, data: refusal.data } })
    return
  }
  console.error(`${request.method} ${request.url.split('?')[0]}:`, error)
  void reply.code(500).send({ ok: false, refusal: { code: 'failed', data: {} } })
}

/** SQLSTATE: check and foreign key broken, text that is no number or date, a NUL and signs that PostgreSQL cannot keep. */
const UNFIT: ReadonlySet<string> = new Set(['23514', '23503', '22P02', '22P05', '22021'])

function asRefusal(error: Error & { statusCode?: number; code?: string }): Refusal | null {
  if (error instanceof Refusal) return error
  // A constraint that stood behind the rules: never shown with its details.
  if (error.code && UNFIT.has(error.code)) return new Refusal('bad-input')
  // An id that is already taken by another record.
  if (error.code === '23505') return new Refusal('changed-meanwhile')
  if (error.code === '42501') return new Refusal('not-permitted')
  if (error.statusCode === 429) return new Refusal('too-many-requests')
  if (error.statusCode === 413) return new Refusal('file.too-large')
  return error.statusCode && error.statusCode < 500 ? new Refusal('bad-input') : null
}
