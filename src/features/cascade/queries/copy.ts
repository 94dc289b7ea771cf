import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { copyInput } from '../sending/contract.ts'
import { DECIDE, WRITE } from '../sending/rules.ts'
import { asksOf, findAdaptation, getCopy, getTemplate, reportedBy } from '../sending/store.ts'

/** A template as one commune has it: what it may make of each clause, what it has saved or signed, and the figures asked of it. */
export const copy = query({
  name: 'cascade.copy',
  permission: { roles: anyRole, reach: 'own' },
  input: copyInput,
  run: async ({ db, acting, today }, { copyId }) => {
    const found = await getCopy(db, copyId)
    const template = await getTemplate(db, found.templateId)
    const own = typeof acting !== 'string' && acting.bodyId === found.toBody
    const answers = await reportedBy(db, copyId)
    return {
      copy: found,
      template: { id: template.id, title: template.title, dueOn: template.dueOn, clauses: template.clauses },
      adaptation: own ? await findAdaptation(db, copyId) : null,
      asks: (await asksOf(db, found.templateId)).map(ask => ({
        ...ask,
        answer: answers.find(answer => answer.askId === ask.id) ?? null,
      })),
      today,
      can: {
        adapt: own && !found.signedOn && whyNotPermitted(WRITE, acting) === null,
        sign: own && !found.signedOn && whyNotPermitted(DECIDE, acting) === null,
        answer: own && found.signedOn !== null && whyNotPermitted(DECIDE, acting) === null,
      },
    }
  },
})
