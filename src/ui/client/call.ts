import type { RefusalData } from '../../kernel/refusal.ts'

/** The server's no, with a code whose words stand in the catalogue. */
export class Refused extends Error {
  readonly code: string
  readonly data: RefusalData
  constructor(code: string, data: RefusalData = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.data = data
  }
}

/** No answer came: the network is away, or the server failed. Whether the change was made is unknown. */
export class Unreached extends Error {
  readonly where: 'network' | 'server'
  constructor(where: 'network' | 'server') {
    super(where)
    this.name = 'Unreached'
    this.where = where
  }
}

type Body = { ok?: boolean; refusal?: { code: string; data?: RefusalData } }

/** Reads an answer's status and body; returns the body where it says yes, throws Refused or Unreached otherwise. */
export function readReply(status: number, body: unknown): Record<string, unknown> {
  const reply: Body = typeof body === 'object' && body !== null ? body : {}
  if (reply.ok === true) return { ...reply }
  if (status >= 500) throw new Unreached('server')
  if (reply.refusal) throw new Refused(reply.refusal.code, reply.refusal.data)
  if (status === 429) throw new Refused('too-many-requests')
  throw new Unreached('server')
}

const LONGEST_WAIT = 60_000

/** Sends JSON to an address of this server and returns the reply's body. Throws Refused or Unreached. */
export async function post(
  address: string,
  body: unknown,
  signal?: AbortSignal,
  more: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const limit = AbortSignal.timeout(LONGEST_WAIT)
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-phoihop': '1', ...more },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }
  let response: Response
  try {
    response = await fetch(address, request)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreached('network')
  }
  const parsed: unknown = await response.json().catch(() => null)
  return readReply(response.status, parsed)
}
