import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Engine } from '../../engine/runner.ts'
import { findSession, type Me } from '../../features/agencies/index.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'

export const COOKIE = 'phoihop'

export type Caller = { acting: Acting; me: Me | null; sessionId: string | null }

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    /** A plain form of our own page that changes nothing and asks nobody who they are: without the header of the application. */
    ownForm?: boolean
  }
}

const NOBODY: Caller = { acting: 'nobody', me: null, sessionId: null }

/** Finds out who asks before any route runs, and refuses changing requests that another site could have made, and those of a screen that stands in another seat. */
export function readSessions(server: FastifyInstance, engine: Engine): void {
  server.decorateRequest('caller')
  server.addHook('onRequest', async request => {
    request.caller = NOBODY
    if (request.method !== 'GET' && request.method !== 'HEAD' && !request.routeOptions.config.ownForm) refuseForeign(request)
    const caller = await findCaller(engine, request)
    const seat = request.headers['x-phoihop-seat']
    if (caller.me && seat !== undefined && seat !== caller.me.body.id) throw new Refusal('seat-changed')
    request.caller = caller
  })
}

/** Who asks, as their session and their rights stand now. */
export async function findCaller(engine: Engine, request: FastifyRequest): Promise<Caller> {
  const token = request.cookies[COOKIE]
  const session = token ? await findSession(engine.database, token, engine.now()) : null
  return session ? { acting: session.actor, me: session.me, sessionId: session.sessionId } : NOBODY
}

/** Sent by a page of another site. */
export function isForeign({ headers: { origin }, host }: FastifyRequest): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

// A foreign page cannot set this header without a preflight, which is never answered; the cookie is SameSite=Strict besides.
function refuseForeign(request: FastifyRequest): void {
  if (request.headers['x-phoihop'] !== '1' || isForeign(request)) throw new Refusal('foreign-request')
}
