import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { minutesToRead } from '../../programmes/index.ts'
import { readingIdInput } from '../reading/contract.ts'
import { proposeFrom } from '../reading/propose.ts'
import { whyNotDiscard, whyNotReadAgain, whyNotResume, whyNotStop, whyNotTakeBack } from '../reading/rules.ts'
import { getReading, knownIssuers } from '../reading/store.ts'

/** How far the words of a file are read, what they propose for the register, and which of them are to be looked at. */
export const fileReading = query({
  name: 'papers.file-reading',
  permission: { roles: anyRole, reach: 'own' },
  input: readingIdInput,
  run: async ({ db, acting }, { readingId }) => {
    const { bodyId, doubts, ...shown } = await getReading(db, readingId)
    const held = { ...shown, bodyId }
    const proposed = shown.state === 'read' ? proposeFrom(shown.text, await knownIssuers(db)) : null
    const words = new Set([proposed?.issuer, proposed?.cited, proposed?.subject].flatMap(value => value?.split(' ') ?? []))
    return {
      ...shown,
      minutes: minutesToRead((shown.pages ?? 0) - shown.done),
      proposed,
      /** Of what is proposed, the words that may have been read wrong. */
      doubtful: doubts.filter(word => words.has(word)),
      can: {
        stop: whyNotStop(acting, held),
        resume: whyNotResume(acting, held),
        readAgain: whyNotReadAgain(acting, held),
        discard: whyNotDiscard(acting, held),
        takeBack: whyNotTakeBack(acting, held),
      },
    }
  },
})
