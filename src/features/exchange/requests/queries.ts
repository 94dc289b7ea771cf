import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted, within } from '../../../kernel/permissions.ts'
import { getProgramme, layingOf, partiesOf, standingAgreements } from '../../programmes/index.ts'
import { requestInput, requestsInput, startsInput } from './contract.ts'
import { isLetGo, laidRequest } from './laying.ts'
import {
  isLate,
  WRITE,
  wantsSignedLetter,
  whyNotAnswerRequest,
  whyNotChangeRequest,
  whyNotProposeRequest,
  whyNotRestoreRequest,
  whyNotSendRequest,
  whyNotSign,
  whyNotTakeBackRequest,
  whyNotUrge,
} from './rules.ts'
import { startsOf } from './starts.ts'
import { agreementOnRequest, filesOf, getRequest, listRequests, requestDigest, whyNotReword } from './store.ts'

const SEE = { roles: anyRole, reach: 'party' } as const

/** Requests to bodies outside the programmes, of all programmes or one, of all clauses or one. */
export const requests = query({
  name: 'exchange.requests',
  permission: SEE,
  input: requestsInput,
  run: async ({ db, acting, today }, wanted) => {
    const found = await listRequests(db, wanted)
    const ids = [...new Set(found.map(one => one.programmeId))]
    const programmes = ids.length
      ? await db.selectFrom('programme').select(['id', 'title', 'number']).where('id', 'in', ids).execute()
      : []
    const bodies = await db
      .selectFrom('programme_party')
      .innerJoin('body', 'body.id', 'programme_party.body_id')
      .select(['programme_id', 'body_id', 'position', 'short_name'])
      .execute()
    const side = (programmeId: string, bodyId: string) => {
      const row = bodies.find(one => one.programme_id === programmeId && one.body_id === bodyId)
      return { bodyId, position: row?.position ?? 1, shortName: row?.short_name ?? '' }
    }
    return {
      today,
      requests: found.map(one => ({
        ...one,
        late: isLate(one, today),
        programme: programmes.find(programme => programme.id === one.programmeId)?.number ?? null,
        sides: [one.from, ...one.signedWith].map(bodyId => side(one.programmeId, bodyId)),
      })),
      can: { write: whyNotPermitted(WRITE, acting) === null },
    }
  },
})

/** One request with its letters, and who may do what. */
export const request = query({
  name: 'exchange.request',
  permission: SEE,
  input: requestInput,
  run: async (context, { requestId }) => {
    const { db, acting: asks, today } = context
    const found = await getRequest(db, requestId)
    const acting = within(asks, found.programmeId)
    const programme = await getProgramme(db, found.programmeId)
    const agreed = found.signedWith.length > 0 ? await standingAgreements(db, agreementOnRequest(found)) : []
    const fixed = await whyNotReword(db, requestId)
    const agreedByUs = agreed.some(one => typeof acting !== 'string' && one.bodyId === acting.bodyId)
    return {
      today,
      digest: found.state === 'draft' ? requestDigest(found) : (found.digest ?? ''),
      agreedBy: agreed.map(({ bodyId, paper }) => ({ bodyId, paper })),
      programme: { id: programme.id, title: programme.title, number: programme.number },
      parties: await partiesOf(db, found.programmeId),
      request: { ...found, late: isLate(found, today) },
      laid: await layingOf({ ...context, acting }, await laidRequest(db, acting, found)),
      files: await filesOf(db, [found.letterFile, found.answerFile]),
      /** Nobody has let it go here: the clerk files the signed letter when sending it. */
      signedLetterWanted: wantsSignedLetter(acting, found, await isLetGo(db, found)),
      can: {
        change: whyNotChangeRequest(acting, found) ?? fixed,
        send: whyNotSendRequest(acting, found),
        propose: whyNotProposeRequest(acting, found),
        takeBack: whyNotTakeBackRequest(acting, found) ?? fixed,
        /** Said where the words could be changed, but for a letter that was frozen. */
        reword: [whyNotChangeRequest(acting, found), whyNotTakeBackRequest(acting, found)].includes(null) ? fixed : null,
        sign: whyNotSign(acting, found, agreedByUs),
        restore: whyNotRestoreRequest(acting, found),
        urge: whyNotUrge(acting, found),
        answer: whyNotAnswerRequest(acting, found),
      },
    }
  },
})

/** What the signed text itself says is to be asked of others, and who the parties are. */
export const requestStarts = query({
  name: 'exchange.request-starts',
  permission: SEE,
  input: startsInput,
  run: async ({ db, acting }, { programmeId }) => {
    await getProgramme(db, programmeId)
    return {
      own: typeof acting === 'string' ? '' : acting.bodyId,
      parties: await partiesOf(db, programmeId),
      starts: await startsOf(db, programmeId),
    }
  },
})
