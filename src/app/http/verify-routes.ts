import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Engine } from '../../engine/runner.ts'
import { factsOf, trustListOf, verdictOf, verifyPdf, warningsOf, whyNotJudged } from '../../features/documents/index.ts'
import type { TrustList } from '../../formats/pades/trust.ts'
import type { Judgement } from '../../formats/pades/verdict.ts'
import { MAX_FILE_BYTES, Unreadable } from '../../formats/source.ts'
import { words } from '../../ui/messages/vi/signatures.ts'
import { escaped, facts, note, sendPage, tooOften } from './public-page.ts'

/** From one address. */
const VERIFICATIONS_IN_TEN_MINUTES = 20
/** Each holds its file in memory until its turn has come. */
const MOST_AT_ONCE = 4

/** Anybody may ask whether the signatures on a paper hold: nothing of the file is kept, and no account is needed. */
export function verifyRoutes(
  server: FastifyInstance,
  engine: Engine,
  { verifications = VERIFICATIONS_IN_TEN_MINUTES } = {},
): void {
  let open = 0
  const often = tooOften(reply => page(reply, 429, note(words.often)))
  const limited = { config: { rateLimit: { max: verifications, timeWindow: '10 minutes' }, ownForm: true }, errorHandler: often }
  server.get('/xac-minh', (_request, reply) => page(reply, 200, ''))
  server.post('/xac-minh', limited, async (request, reply) => {
    if (open >= MOST_AT_ONCE) return page(reply, 503, note(words.busy))
    open++
    try {
      // Outside of what is told as a fault of the file: that the list cannot be read is ours.
      const list = await engine.database.read('system', db => trustListOf(db, engine.now()))
      return await judged(request, reply, list)
    } finally {
      open--
    }
  })
}

const judged = async (request: FastifyRequest, reply: FastifyReply, list: TrustList): Promise<FastifyReply> => {
  try {
    const part = request.isMultipart() ? await request.file() : null
    if (!part?.filename) return page(reply, 422, note(words.noFile))
    return page(reply, 200, told(part.filename, await verifyPdf(await takeAll(part.file), list)))
  } catch (error) {
    return page(reply, 422, note(whyNotJudged(error)))
  }
}

const takeAll = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size <= MAX_FILE_BYTES) parts.push(part)
  }
  if (size > MAX_FILE_BYTES) throw new Unreadable('too-large')
  return Buffer.concat(parts)
}

const told = (name: string, judgement: Judgement): string => {
  const warnings = warningsOf(judgement).map(sentence => `<br>${escaped(sentence)}`)
  const each = judgement.signatures.map((one, i) => `<h2>${words.signature} ${i + 1}</h2><dl>${facts(factsOf(one))}</dl>`)
  const verdict = `<p role="status" class="${judgement.integrity}"><b>${escaped(verdictOf(judgement))}</b>${warnings.join('')}<br>${escaped(name)}</p>`
  return verdict + each.join('')
}

function page(reply: FastifyReply, status: number, body: string): FastifyReply {
  return sendPage(
    reply,
    status,
    words.title,
    `${body}<p class="help">${words.help}</p>
<form method="post" action="/xac-minh" enctype="multipart/form-data"><label for="tep">${words.file}</label>
<input id="tep" name="tep" type="file" accept="application/pdf,.pdf" required><button>${words.go}</button></form>
<p class="help">${words.privacy}</p>`,
  )
}
