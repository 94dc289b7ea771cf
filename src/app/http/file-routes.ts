import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ReadDb } from '../../engine/db/database.ts'
import type { Export } from '../../engine/feature.ts'
import { takeIn } from '../../engine/files/take-in.ts'
import { disclose, type Engine, runCommand } from '../../engine/runner.ts'
import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { isUuid, newId } from '../../kernel/ids.ts'
import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { exportsByName } from '../registry.ts'

const MAY_UPLOAD = { roles: [...workers, 'clerk'] as const, reach: 'own' as const }

/** Files in, files out, and papers rendered on demand. */
export function fileRoutes(server: FastifyInstance, engine: Engine): void {
  server.post('/api/files', async request => {
    const refused = whyNotPermitted(MAY_UPLOAD, request.caller.acting)
    if (refused) throw new Refusal(refused)
    const part = await request.file()
    if (!part) throw new Refusal('bad-input')
    const handed = { bytes: part.file, name: plainName(part.filename), mediaType: part.mimetype.slice(0, 100) }
    // The field stands before the file in the form, or it would be read too late.
    const stored = await takeIn(engine.files, { ...handed, keepPlace: 'keepPlace' in part.fields }, MAX_FILE_BYTES)
    const input = { fileId: newId(), name: handed.name, ...stored }
    await runCommand(engine, request.caller.acting, { commandId: randomUUID(), name: 'files.keep-upload', input })
    return { ok: true, answer: { fileId: input.fileId, name: input.name, size: input.size } }
  })

  server.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { acting } = request.caller
    if (acting === 'nobody') throw new Refusal('sign-in-first')
    const file = await engine.database.read(acting, db => getFile(db, request.params.id))
    if (file.personal) throw new Refusal('file.purpose-needed')
    return sendFile(reply, engine.files.get(file.sha256), file.media_type, file.name)
  })

  /** A file with data of persons: handed out to the recording unit with a reason, which the access log takes. */
  server.post<{ Params: { id: string }; Body: unknown }>('/api/files/:id/open', async (request, reply) => {
    const { acting } = request.caller
    if (acting === 'nobody') throw new Refusal('sign-in-first')
    const parsed = openBody.safeParse(request.body)
    if (!parsed.success) throw new Refusal('bad-input')
    const file = await disclose(engine, acting, parsed.data.purpose, async db => {
      const answer = await getFile(db, request.params.id)
      return { answer, subject: { kind: 'file', id: answer.id } }
    })
    return sendFile(reply, engine.files.get(file.sha256), file.media_type, file.name)
  })

  server.get<{ Params: ExportParams }>('/api/exports/:name/:file', async (request, reply) => {
    const { acting } = request.caller
    const { wanted, id, format } = exportAsked(request.params, acting)
    const loaded = await engine.database.read(acting, db => loadExport(engine, wanted, { db, acting, id }))
    if (wanted.sensitive) throw new Refusal('file.purpose-needed')
    return sendExport(reply, engine, wanted, { loaded, format })
  })

  /** A paper with names of persons: handed out to its keepers with a reason, which the access log takes. */
  server.post<{ Params: ExportParams; Body: unknown }>('/api/exports/:name/:file/open', async (request, reply) => {
    const { acting } = request.caller
    if (acting === 'nobody') throw new Refusal('sign-in-first')
    const { wanted, id, format } = exportAsked(request.params, acting)
    const parsed = openBody.safeParse(request.body)
    if (!parsed.success || !wanted.sensitive) throw new Refusal('bad-input')
    const subject = wanted.sensitive(id)
    const loaded = await disclose(engine, acting, parsed.data.purpose, async db => ({
      answer: await loadExport(engine, wanted, { db, acting, id }),
      subject,
    }))
    return sendExport(reply, engine, wanted, { loaded, format })
  })
}

type ExportParams = { name: string; file: string }

/** The export that an address names, where the asker's roles allow it. */
function exportAsked({ name, file }: ExportParams, acting: Acting): { wanted: Export; id: string; format: string } {
  const [id = '', format = ''] = file.split('.')
  const wanted = exportsByName.get(name)
  if (!wanted?.formats.includes(format) || !(wanted.takes ?? isUuid)(id)) throw new Refusal('not-found', { what: 'file' })
  const refused = whyNotPermitted(wanted.permission, acting)
  if (refused) throw new Refusal(refused)
  return { wanted, id, format }
}

function loadExport(engine: Engine, wanted: Export, { db, acting, id }: { db: ReadDb; acting: Acting; id: string }) {
  const now = engine.now()
  return wanted.load({ db, acting, now, today: vietnamDate(now) }, id)
}

async function sendExport(
  reply: FastifyReply,
  engine: Engine,
  wanted: Export,
  { loaded, format }: { loaded: unknown; format: string },
): Promise<FastifyReply> {
  const opened = wanted.unseal ? await wanted.unseal(engine.keys, loaded as never) : loaded
  const { bytes, mediaType, fileName } = await wanted.render(opened as never, format, engine.files)
  return sendFile(reply, bytes, mediaType, fileName)
}

const openBody = z.strictObject({ purpose: z.unknown() })

/** Refuses 'not-found' for what is not there and for what the asker may not read alike. */
async function getFile(db: ReadDb, id: string) {
  const row = isUuid(id)
    ? await db.selectFrom('file').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
    : undefined
  if (!row) throw new Refusal('not-found', { what: 'file' })
  return row
}

const LONGEST_NAME = 200

/** The last part of a path, without signs that are not seen or turn the reading direction; cut short before its ending. */
const plainName = (path: string): string => {
  const name = (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC').replace(/\p{C}/gu, '').trim()
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? ''
  const room = Math.min(name.length, LONGEST_NAME) - ending.length
  return name.slice(0, room).replace(/\p{Cs}$/u, '') + ending || 'tệp'
}

/** Always as a download and never sniffed: an uploaded page must not run as ours. */
function sendFile(reply: FastifyReply, bytes: Uint8Array | Readable, mediaType: string, name: string): FastifyReply {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  const safeType = /^(application\/pdf|image\/(png|jpeg|webp)|application\/vnd\.openxmlformats[\w.-]*)$/.test(mediaType)
    ? mediaType
    : 'application/octet-stream'
  void reply
    .header('content-type', safeType)
    .header('content-disposition', disposition)
    .header('cache-control', 'private, no-store')
  return reply.send(bytes instanceof Readable ? bytes : Buffer.from(bytes))
}
