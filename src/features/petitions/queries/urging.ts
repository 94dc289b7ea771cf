import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { petitionIdInput } from '../contract.ts'
import { ownTerm } from '../due.ts'
import { letterSubject, letterText } from '../letters.ts'
import { loadLetter } from '../load-letter.ts'
import { whyNotStep } from '../rules.ts'
import { getPetition } from '../store.ts'

/** The second letter as it would leave today, and whether the asker may let it. */
export const urging = query({
  name: 'petitions.urging',
  permission: { roles: workers, reach: 'own' },
  input: petitionIdInput,
  run: async (context, { petitionId }) => {
    const { db, acting, today } = context
    const petition = await getPetition(db, petitionId, acting)
    const content = await loadLetter(context, petitionId, 'urge')
    return {
      today,
      petition: { id: petition.id, subject: petition.subject, state: petition.state, version: petition.version },
      letter: {
        from: content.from.name,
        to: content.to,
        subject: letterSubject(content),
        paragraphs: letterText(content),
        signer: content.from.signer,
      },
      term: await ownTerm(db, 'urged', today),
      can: { urge: whyNotStep(acting, 'urge', petition, today) },
    }
  },
})
