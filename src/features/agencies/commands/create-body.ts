import { command } from '../../../engine/command.ts'
import { bodyInput } from '../contract.ts'
import { insertUnique } from '../store.ts'

/** Enters a body into the site's list, so that a printed party can be matched to it. */
export const createBody = command({
  name: 'agencies.create-body',
  permission: { roles: ['administrator'], reach: 'site' },
  input: bodyInput,
  run: async ({ tx }, { bodyId, name, shortName, symbol, kind, superior, place }) => {
    const row = { id: bodyId, name, short_name: shortName, symbol, kind, superior: superior ?? null, place }
    await insertUnique(tx, 'agencies.name-taken', db => db.insertInto('body').values(row).execute())
    return { result: { bodyId }, audit: { kind: 'body', id: bodyId, detail: { name } } }
  },
})
