import { query } from '../../../engine/query.ts'
import { anyRole, within } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { partiesOf } from '../../programmes/index.ts'
import { compareVersionsInput, reviewIdInput } from '../contract.ts'
import { compiledOf, compileLive } from '../freezing.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'
import { compareTexts } from './compare-texts.ts'
import { getVersion, type ListedVersion, versionsOf } from './versions.ts'

/** The kept versions of a shared text, the latest first, by side. `current` where the text still reads so. */
export const textVersions = query({
  name: 'reviews.text-versions',
  permission: { roles: anyRole, reach: 'party' },
  input: reviewIdInput,
  run: async ({ db, acting: asks }, { reviewId }) => {
    const review = await getReview(db, reviewId)
    const places = new Map((await partiesOf(db, review.programmeId)).map(one => [one.bodyId, one]))
    const found = await versionsOf(db, reviewId)
    const known = new Map(found.map(one => [one.id, one]))
    const digest = review.digest ?? (await compileLive(db, review)).digest
    return {
      versions: found.map(({ id, bodyId, savedAt, digest: of, ...one }) => ({
        id,
        ...calledBy(one, known),
        savedAt: savedAt.toISOString(),
        position: places.get(bodyId)?.position ?? 0,
        side: places.get(bodyId)?.shortName ?? '',
        current: of === digest,
      })),
      can: { write: whyNotWriteTogether(within(asks, review.programmeId), review) },
    }
  },
})

type Origin = Pick<ListedVersion, 'how' | 'name' | 'restores'>

/** How a version came about and the name that it goes by: its own, or that of the one that was put back. Putting back what stood before undoes. */
function calledBy({ how, name, restores }: Origin, known: ReadonlyMap<string, Origin>) {
  let root = restores ? known.get(restores) : undefined
  const undoes = how === 'restored' && root?.how === 'before'
  while (root?.restores) root = known.get(root.restores)
  return { how: undoes ? ('undone' as const) : how, name: name ?? root?.name ?? '' }
}

/** What differs between a version and a later one, or the text as it stands. */
export const compareVersions = query({
  name: 'reviews.compare-versions',
  permission: { roles: anyRole, reach: 'party' },
  input: compareVersionsInput,
  run: async ({ db }, { versionId, againstId }) => {
    const { reviewId, content } = await getVersion(db, versionId)
    const against = againstId ? await getVersion(db, againstId) : null
    if (against && against.reviewId !== reviewId) throw new Refusal('not-found', { what: 'review-version' })
    const later = against?.content ?? (await compiledOf(db, await getReview(db, reviewId)))
    return { reviewId, changes: compareTexts(content.blocks, later.blocks).map((change, at) => ({ at, ...change })) }
  },
})
