import './activities.css'
import { useMemo, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { type Draft, useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { kindNow, READY } from '../kind-book.ts'
import type { activity } from '../queries/activity.ts'
import { fieldsOf, type Missing, missingOf, unitsOf, type Written } from './activity-fields.ts'
import { ActivityInputs } from './activity-inputs.tsx'
import { EvidenceChoice } from './evidence.tsx'
import { type Choices, type ItemChoice, ItemPicker } from './item-picker.tsx'
import { useKinds } from './use-kinds.ts'

type Shown = AnswerOf<typeof activity>

/** Records an activity (?muc=… names its item) or puts one right (?sua=…). Made for a phone: what is known is filled in. */
export default function ActivityForm() {
  const [itemId] = useAddressWord('muc')
  const [changing] = useAddressWord('sua')
  const choices = useAnswer<Choices>('activities.choices', {})
  const old = useAnswer<Shown>('activities.activity', { activityId: changing }, { enabled: changing !== '' })
  return (
    <Page title={changing ? t('activities.change-title') : t('activities.record-title')}>
      <Answered of={choices}>
        {found => {
          if (found.items.length === 0) return <NoItems />
          if (changing)
            return <Answered of={old}>{shown => <Entry key={changing} choices={found} old={shown} itemId="" />}</Answered>
          return <Entry key={itemId} choices={found} old={null} itemId={itemId} />
        }}
      </Answered>
    </Page>
  )
}

const NoItems = () => (
  <EmptyPlace
    title={t('activities.no-items-title')}
    help={t('activities.no-items-help')}
    action={
      <ButtonLink to="/ke-hoach" look="main">
        {t('activities.to-plans')}
      </ButtonLink>
    }
  />
)

/** The form as it opens: from the record that is put right, else from the item and the kind that its commitment proposes. */
function opening(choices: Choices, old: Shown | null, itemId: string): Written {
  if (old) {
    const { id, title, heldOn, heldTo, place, count, reach, money, note, details } = old.activity
    const pair = {
      count: count?.value ?? null,
      countUnit: count?.unit ?? '',
      reach: reach?.value ?? null,
      reachUnit: reach?.unit ?? '',
    }
    return {
      activityId: id,
      itemIds: old.items.map(item => item.id),
      kind: old.activity.kind,
      kindVersion: old.activity.kindVersion,
      title,
      heldOn,
      heldTo,
      several: heldTo !== null,
      place,
      placeIds: old.places.map(one => one.id),
      details,
      breakdown: old.breakdown,
      pair,
      money,
      note,
      files: [],
    }
  }
  const item = choices.items.find(one => one.id === itemId)
  const empty = { title: '', heldOn: choices.today, heldTo: null, several: false, place: '', money: null, note: '', files: [] }
  const plain = { placeIds: [], details: {}, breakdown: [] }
  return { activityId: newId(), itemIds: item ? [item.id] : [], ...proposal(item), ...empty, ...plain }
}

function proposal(item: ItemChoice | undefined): Pick<Written, 'kind' | 'kindVersion' | 'pair'> {
  const kind = item?.kind ?? ''
  const units = unitsOf(kindNow(READY, kind))
  return {
    kind,
    kindVersion: null,
    pair: { count: null, countUnit: item?.targetUnit ?? units.count, reach: null, reachUnit: units.reach },
  }
}

function Entry({ choices, old, itemId }: { choices: Choices; old: Shown | null; itemId: string }) {
  const go = useGo()
  const kinds = useKinds()
  const start = useMemo(() => opening(choices, old, itemId), [choices, old, itemId])
  const draft = useDraft<Written>(
    old ? `activity.${old.activity.id}.${old.activity.version}` : `activity.${itemId || 'new'}`,
    start,
  )
  const [missing, setMissing] = useState<Missing>({})
  const record = useCommand<object>('activities.record-activity', { refresh: ['activities', 'plans', 'insight.', 'programmes'] })
  const change = useCommand<object>('activities.change-activity', { refresh: ['activities', 'plans', 'insight.', 'programmes'] })
  const { value } = draft
  const chosen = value.itemIds.flatMap(id => choices.items.find(item => item.id === id) ?? [])
  const programme = choices.programmes.find(one => one.id === chosen[0]?.programmeId)
  const idsOf = (personal: boolean) =>
    value.files.filter(file => (personal ? file.personal : !file.personal)).map(file => file.id)
  const save = async () => {
    const still = missingOf(value, { programme, today: choices.today, kinds })
    setMissing(still)
    if (Object.keys(still).length > 0 || !programme) return
    const fields = { activityId: value.activityId, ...fieldsOf(value, kinds) }
    const sent = old
      ? await change.send({ ...fields, version: old.activity.version })
      : await record.send({ ...fields, programmeId: programme.id, fileIds: idsOf(false), personalFileIds: idsOf(true) })
    if (!sent) return
    draft.clear()
    tell(old ? t('activities.changed') : t('activities.recorded', { title: value.title.trim() }))
    await refresh(['activities.activity'])
    go(`/hoat-dong/${value.activityId}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form
        onSubmit={() => void save()}
        submit={old ? t('activities.save') : t('activities.record')}
        busy={[record.state, change.state].includes('sending')}
      >
        <Items draft={draft} choices={choices} chosen={chosen} problem={missing.items ?? null} />
        <ActivityInputs
          draft={draft}
          missing={missing}
          today={choices.today}
          kinds={kinds}
          programmeId={programme?.id}
          targetUnits={chosen.flatMap(item => item.targetUnit ?? [])}
        />
        {!old && <EvidenceChoice files={value.files} onChange={files => draft.set({ files })} />}
        {missing.figures && (
          <p className="message bad" role="alert">
            {missing.figures}
          </p>
        )}
        <Problem of={old ? change : record} />
      </Form>
    </>
  )
}

type ItemsProps = { draft: Draft<Written>; choices: Choices; chosen: ItemChoice[]; problem: string | null }

/** The first item chosen proposes kind and units, where nothing was typed yet. */
function Items({ draft, choices, chosen, problem }: ItemsProps) {
  const take = (itemIds: string[]) => {
    const first = choices.items.find(item => item.id === itemIds[0])
    draft.set({ itemIds, ...(draft.value.kind === '' && first ? proposal(first) : {}) })
  }
  return <ItemPicker choices={choices} chosen={chosen} onChange={take} problem={problem} />
}
