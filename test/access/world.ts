import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Insertable } from 'kysely'
import type { Json, Tx } from '../../src/engine/db/database.ts'
import type { DB } from '../../src/engine/db/schema.generated.ts'
import { newId } from '../../src/kernel/ids.ts'
import { type Actor, POST_ROLES, ROLES } from '../../src/kernel/permissions.ts'
import { layPlaces } from '../harness/places.ts'
import type { TestSite } from '../harness/site.ts'

/** One body with a person of every role at once and one who only looks on, each with a cookie of their own. */
export type Agency = { id: string; actor: Actor; cookie: string; feeds: string[] }

/** A random word and the bodies that may read it. */
export type Marker = { word: string; kind: string; readers: ReadonlySet<string>; seen: boolean }

export type World = Awaited<ReturnType<typeof makeWorld>>

const WORD = /qz[0-9]+qz/g
export const wordsIn = (text: string): Set<string> => new Set(text.match(WORD) ?? [])
let serial = 0

/** An empty world on a site: who stands in it, what was marked, and the id of every record made, by the name that queries give it. */
export async function makeWorld(site: TestSite, bodies: number) {
  const markers = new Map<string, Marker>()
  const mark = (kind: string, readers: readonly string[]): string => {
    serial += 1
    const word = `qz${serial}qz`
    markers.set(word, { word, kind, readers: new Set(readers), seen: false })
    return word
  }
  const agencies: Agency[] = []
  const world = {
    site,
    agencies,
    markers,
    mark,
    // Places are known to everybody; made first, so that no answer moves with them.
    places: await layPlaces(site, newId()),
    ids: {} as Record<string, string[]>,
    files: [] as { id: string; readers: ReadonlySet<string>; personal: boolean }[],
    note: (name: string, id: string) => {
      ;(world.ids[name] ??= []).push(id)
      return id
    },
    as: (actor: Actor) => (name: string, input: Json) => site.send(actor, name, input),
    write: (run: (tx: Tx) => Promise<unknown>) => site.engine.database.write('system', run),
  }
  for (let at = 0; at < bodies; at++) agencies.push(await settle(world))
  world.note('communeId', world.places.communeId)
  return world
}

type Ground = { site: TestSite; mark: World['mark']; note: World['note']; write: World['write'] }

async function settle({ site, mark, note, write }: Ground): Promise<Agency> {
  const id = note('bodyId', newId())
  // Test programmes name their parties by key; here the key is the id.
  site.people.bodies.set(id, id)
  const actor: Actor = { accountId: newId(), bodyId: id, roles: ROLES, displayName: 'Người làm' }
  note('accountId', actor.accountId)
  const onlooker = newId()
  const account = (accountId: string, display_name: string): Insertable<DB['account']> => ({
    id: accountId,
    body_id: id,
    username: `n${accountId}`,
    display_name,
    password_hash: '-',
  })
  const unit = newId()
  const post = (
    account_id: string,
    title: string,
    roles: readonly string[],
    unit_id: string | null = null,
  ): Insertable<DB['post']> => ({
    id: newId(),
    body_id: id,
    account_id,
    unit_id,
    title,
    roles: [...roles],
  })
  const token = newId()
  await write(async tx => {
    const body = { id, name: `Cơ quan ${id}`, short_name: 'CQ', symbol: 'CQ', kind: 'state', place: 'Sơn Hà' }
    await tx.insertInto('body').values(body).execute()
    await tx.insertInto('unit').values({ id: unit, body_id: id, name: 'Phòng' }).execute()
    await tx
      .insertInto('account')
      .values([account(actor.accountId, 'Người làm'), account(onlooker, mark('account', [id]))])
      .execute()
    // Who signs is printed on what goes out; the posts of all others stay their own side's.
    await tx
      .insertInto('post')
      .values([post(actor.accountId, 'Giám đốc', POST_ROLES, unit), post(onlooker, mark('post', [id]), ['viewer'])])
      .execute()
    await tx
      .insertInto('session')
      .values(sessionOf(actor.accountId, token, mark('session', [id])))
      .execute()
  })
  return { id, actor, cookie: `phoihop=${token}`, feeds: [] }
}

const sessionOf = (account_id: string, token: string, device: string): Insertable<DB['session']> => ({
  id: newId(),
  token_hash: createHash('sha256').update(token).digest(),
  account_id,
  created_at: '2026-01-01T00:00:00Z',
  seen_at: '2026-01-01T00:00:00Z',
  expires_at: '2099-01-01T00:00:00Z',
  second_factor: true,
  device,
})

/** Hands a file in whose name and bytes are marked. */
export async function upload(
  world: World,
  actor: Actor,
  kind: string,
  readers: readonly string[],
  personal = false,
): Promise<string> {
  const [name, text] = [world.mark(`${kind} name`, readers), world.mark(`${kind} bytes`, readers)]
  const stored = await world.site.engine.files.put(Readable.from([Buffer.from(text)]), 1000)
  const fileId = world.note('fileId', newId())
  await world.as(actor)('files.keep-upload', { fileId, ...stored, name: `${name}.txt`, mediaType: 'text/plain' })
  world.files.push({ id: fileId, readers: new Set(readers), personal })
  return fileId
}

/** Words in a text that its reader should never have seen; what may be read is noted as seen. */
export function leaks(world: World, reader: string, text: string): string[] {
  const found = [...wordsIn(text.toLowerCase())].map(word => world.markers.get(word))
  for (const marker of found) if (marker?.readers.has(reader)) marker.seen = true
  // A word of an earlier world is unknown here, and nobody in this one may read it.
  return found.filter(marker => !marker?.readers.has(reader)).map(marker => marker?.kind ?? 'something of an earlier world')
}
