import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { everyClauseOn, getProgramme } from '../../programmes/index.ts'
import { WRITE } from '../sending/rules.ts'
import { copiesTo, getTemplate, listTemplates } from '../sending/store.ts'

/** Templates that the own side has sent or writes, and those that have come to it. */
export const templates = query({
  name: 'cascade.templates',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, acting }) => {
    const bodyId = typeof acting === 'string' ? null : acting.bodyId
    const all = await listTemplates(db)
    const titles = new Map(all.map(one => [one.id, one]))
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('id').execute()
    return {
      own: all
        .filter(one => one.bodyId === bodyId)
        .map(({ id, title, dueOn, sentOn, clauses, programmeId }) => ({
          id,
          title,
          dueOn,
          sentOn,
          programmeId,
          clauses: clauses.length,
        })),
      received: (bodyId ? await copiesTo(db, bodyId) : []).map(({ id, templateId, sentOn, openedOn, signedOn }) => {
        const template = titles.get(templateId)
        return { id, title: template?.title ?? '', dueOn: template?.dueOn ?? null, sentOn, openedOn, signedOn }
      }),
      programmes,
      can: { write: whyNotPermitted(WRITE, acting) === null && programmes.length > 0 },
    }
  },
})

/** The clauses of a programme from which a template is made, and the template as it is written on. */
export const templateDraft = query({
  name: 'cascade.template-draft',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid(), templateId: z.guid().optional() }),
  run: async ({ db, today }, { programmeId, templateId }) => {
    await getProgramme(db, programmeId)
    const template = templateId ? await getTemplate(db, templateId) : null
    if (template && (template.programmeId !== programmeId || template.sentOn)) throw new Refusal('cascade.sent-already')
    const clauses = await everyClauseOn(db, programmeId, today)
    return { clauses: clauses.filter(one => !one.heading).map(({ path, text }) => ({ path, text })), template }
  },
})
