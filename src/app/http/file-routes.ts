import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Engine, runCommand } from '../../engine/runner.ts'
import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { isUuid, newId } from '../../kernel/ids.ts'
import { whyNotPermitted, workers } from '../../kernel/permissions.ts'
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
    const stored = await engine.files.put(part.file, MAX_FILE_BYTES)
    const input = { fileId: newId(), ...stored, name: plainName(part.filename), mediaType: part.mimetype.slice(0, 100) }
    await runCommand(engine, request.caller.acting, { commandId: randomUUID(), name: 'files.keep-upload', input })
    return { ok: true, answer: { fileId: input.fileId, name: input.name, size: input.size } }
  })

  server.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { acting } = request.caller
    if (acting === 'nobody') throw new Refusal('sign-in-first')
    const { id } = request.params
    const file = isUuid(id)
      ? await engine.database.read(acting, db =>
          db.selectFrom('file').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst(),
        )
      : undefined
    if (!file) throw new Refusal('not-found', { what: 'file' })
    return sendFile(reply, engine.files.get(file.sha256), file.media_type, file.name)
  })

  server.get<{ Params: { name: string; file: string } }>('/api/exports/:name/:file', async (request, reply) => {
    const { acting } = request.caller
    const [id = '', format = ''] = request.params.file.split('.')
    const wanted = exportsByName.get(request.params.name)
    if (!wanted?.formats.includes(format) || !isUuid(id)) throw new Refusal('not-found', { what: 'file' })
    const refused = whyNotPermitted(wanted.permission, acting)
    if (refused) throw new Refusal(refused)
    const now = engine.now()
    const loaded = await engine.database.read(acting, db => wanted.load({ db, acting, now, today: vietnamDate(now) }, id))
    const { bytes, mediaType, fileName } = await wanted.render(loaded as never, format, engine.files)
    return sendFile(reply, bytes, mediaType, fileName)
  })
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
