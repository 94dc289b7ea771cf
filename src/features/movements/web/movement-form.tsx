import './movements.css'
import { useMemo } from 'react'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PlaceField } from '../../agencies/web/places-field.tsx'
import { MOVEMENT_KINDS, type MovementKind } from '../contract.ts'
import { isLocal } from '../rules.ts'
import { KIND_NAMES } from '../words.ts'
import { MeasuresField } from './measures-field.tsx'
import { type Choices, fieldsOf, opening, openingCopy, type Shown, type Written } from './movement-fields.ts'
import { ServesField } from './serves-field.tsx'

const isKind = (word: string): word is MovementKind => MOVEMENT_KINDS.some(kind => kind === word)

/** Registers one (?loai=model), puts one right (?sua=…), or takes a model elsewhere (?tu=…). */
export default function MovementForm() {
  const [changing] = useAddressWord('sua')
  const [from] = useAddressWord('tu')
  const known = changing || from
  const found = useAnswer<Choices>('movements.choices', {})
  const old = useAnswer<Shown>('movements.movement', { movementId: known }, { enabled: Boolean(known) })
  const title = t(changing ? 'movements.change-title' : from ? 'movements.copy-title' : 'movements.register-title')
  const bar = [
    { label: t('movements.title'), to: '/hoat-dong/phong-trao' },
    { label: title, current: true },
  ]
  return (
    <Page title={title} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>
        {all =>
          known ? (
            <Answered of={old}>
              {shown => <Entry choices={all} old={changing ? shown : null} source={changing ? null : shown} />}
            </Answered>
          ) : (
            <Entry choices={all} old={null} source={null} />
          )
        }
      </Answered>
    </Page>
  )
}

type EntryProps = { choices: Choices; old: Shown | null; source: Shown | null }

function Entry({ choices: all, old, source }: EntryProps) {
  const go = useGo()
  const [word] = useAddressWord('loai')
  const kind = isKind(word) ? word : 'campaign'
  const start = useMemo(() => (source ? openingCopy(source) : opening(kind, old, all.body)), [source, old, kind, all.body])
  const { id, version } = (old ?? source)?.movement ?? { id: kind, version: 0 }
  const draft = useDraft<Written>(`movement.${source ? 'copy' : 'own'}.${id}.${version}`, start)
  const register = useCommand<object>('movements.register-movement')
  const change = useCommand<object>('movements.change-movement')
  const { value } = draft
  const save = async () => {
    const fields = fieldsOf(value)
    const copiedFrom = source ? { copiedFrom: source.movement.id } : {}
    const sent = old
      ? await change.send({ ...fields, version: old.movement.version })
      : await register.send({ ...fields, kind: value.kind, ...copiedFrom })
    if (!sent) return
    draft.clear()
    tell(t('movements.saved'))
    await refresh(['movements.movement'])
    go(`/hoat-dong/phong-trao/${value.movementId}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      {source && (
        <p className="message">{t('movements.copy-note', { title: source.movement.title, place: source.movement.place })}</p>
      )}
      <Form
        onSubmit={() => void save()}
        submit={t('movements.save')}
        busy={register.state === 'sending' || change.state === 'sending'}
      >
        <Inputs value={value} set={draft.set} choices={all} fixedKind={old !== null || source !== null} />
        <Problem of={register} />
        <Problem of={change} />
      </Form>
    </>
  )
}

type InputsProps = { value: Written; set: (change: Partial<Written>) => void; choices: Choices; fixedKind: boolean }

function Inputs({ value, set, choices: all, fixedKind }: InputsProps) {
  const { kind } = value
  return (
    <>
      {!fixedKind && (
        <SelectField
          label={t('movements.kind')}
          required
          empty={null}
          value={kind}
          onChange={next => set({ kind: next, keeper: next === 'twinning' && value.keeper === '' ? all.body : value.keeper })}
          choices={MOVEMENT_KINDS.map(one => ({ value: one, label: KIND_NAMES[one] }))}
        />
      )}
      <TextField
        label={t('movements.name')}
        help={t(`movements.name-help-${kind}`)}
        required
        maxLength={200}
        value={value.title}
        onChange={title => set({ title })}
      />
      {isLocal(kind) && (
        <>
          <PlaceField label={t('movements.place')} required value={value.placeId} onChange={placeId => set({ placeId })} />
          <TextField
            label={t(`movements.keeper-${kind === 'model' ? 'model' : 'twinning'}`)}
            help={t(`movements.keeper-help-${kind === 'model' ? 'model' : 'twinning'}`)}
            required
            value={value.keeper}
            onChange={keeper => set({ keeper })}
          />
        </>
      )}
      <TextArea
        label={t(kind === 'twinning' ? 'movements.commitments' : 'movements.content')}
        required
        value={value.content}
        onChange={content => set({ content })}
      />
      <DateField label={t('movements.starts')} required value={value.startsOn} onChange={startsOn => set({ startsOn })} />
      <DateField
        label={t('movements.ends')}
        help={t('movements.ends-help')}
        value={value.endsOn}
        onChange={endsOn => set({ endsOn })}
      />
      <PaperFields value={value} set={set} />
      <MeasuresField value={value.measures} onChange={measures => set({ measures })} />
      <ServesField
        help={t('movements.serves-help')}
        value={value.serves}
        onChange={serves => set({ serves })}
        programmes={all.programmes}
        clauses={all.clauses}
      />
    </>
  )
}

const PaperFields = ({ value, set }: Pick<InputsProps, 'value' | 'set'>) => (
  <fieldset className="stack">
    <legend>{t('movements.paper')}</legend>
    <TextField
      label={t('movements.paper-number')}
      short
      spellCheck={false}
      value={value.paperNumber}
      onChange={paperNumber => set({ paperNumber })}
    />
    <DateField label={t('movements.paper-date')} value={value.paperDate} onChange={paperDate => set({ paperDate })} />
    <TextField label={t('movements.paper-issuer')} value={value.paperIssuer} onChange={paperIssuer => set({ paperIssuer })} />
  </fieldset>
)
