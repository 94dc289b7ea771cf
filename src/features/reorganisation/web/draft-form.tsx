import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Go, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { bodies } from '../../agencies/queries.ts'
import type { draft } from '../commands/draft.ts'
import { REORGANISATION_KINDS, type ReorganisationKind } from '../contract.ts'
import { type EndingDraft, EndingFields } from './ending-fields.tsx'
import { type MovingDraft, MovingFields } from './moving-fields.tsx'
import { type PassingDraft, PassingFields, passingsOf } from './passing-fields.tsx'
import { type RenamingDraft, RenamingFields, renamingOf } from './renaming-fields.tsx'
import { choicesOf, sharesOf } from './share-fields.tsx'

export type Bodies = AnswerOf<typeof bodies>['bodies']

/** Lays a reorganisation before those whom it concerns. */
export default function DraftForm() {
  const found = useAnswer<AnswerOf<typeof bodies>>('agencies.bodies', {})
  return (
    <Page title={t('reorganisation.add-title')} above={<Go to="/to-chuc/sap-xep">{t('reorganisation.title')}</Go>}>
      <p className="quiet">{t('reorganisation.about')}</p>
      <Answered of={found}>{({ bodies: all, today }) => <Entry bodies={all} today={today} />}</Answered>
    </Page>
  )
}

const EMPTY_ENDING: EndingDraft = { bodyId: '', heirId: '', units: {}, others: [], kinds: {}, pieces: {} }
const isMoving = (kind: ReorganisationKind) => kind === 'move' || kind === 'change-kind'
const ends = (kind: ReorganisationKind) => !isMoving(kind) && kind !== 'rename'
const canShare = (kind: ReorganisationKind) => ends(kind) && kind !== 'merge'

function Entry({ bodies: all, today }: { bodies: Bodies; today: string }) {
  const go = useGo()
  const [reorganisationId] = useState(() => newId())
  const [kind, setKind] = useState<ReorganisationKind>('merge')
  const [decision, setDecision] = useState<{ number: string; date: string | null; issuer: string }>({
    number: '',
    date: null,
    issuer: '',
  })
  const [effectiveOn, setEffectiveOn] = useState<string | null>(null)
  const [endings, setEndings] = useState<EndingDraft[]>([{ ...EMPTY_ENDING, bodyId: me().body.id }])
  const [moving, setMoving] = useState<MovingDraft>({ bodyId: '', parentBody: '', kind: '', level: '' })
  const [renaming, setRenaming] = useState<RenamingDraft>({ nameId: reorganisationId, bodyId: '', printed: null })
  const [passings, setPassings] = useState<PassingDraft[]>([])
  const send = useCommand<InputOf<typeof draft>>('reorganisation.draft')
  const choices = canShare(kind) ? Object.fromEntries(endings.flatMap(choicesOf)) : {}
  const required = useRequired({ ...choices, number: decision.number, date: decision.date, issuer: decision.issuer, effectiveOn })
  const standing = all.filter(body => !body.validTo || body.validTo >= today)

  const contentOf = () => ({
    endings: !ends(kind)
      ? []
      : endings.map(({ bodyId, heirId, units }) => ({
          bodyId,
          heirId,
          units: Object.entries(units).flatMap(([unitId, unitHeir]) => (unitHeir ? [{ unitId, heirId: unitHeir }] : [])),
        })),
    renamings: kind === 'rename' ? renamingOf(renaming) : [],
    movings:
      isMoving(kind) && moving.kind
        ? [{ bodyId: moving.bodyId, parentBody: moving.parentBody || null, kind: moving.kind, level: moving.level || null }]
        : [],
  })
  const save = async () => {
    if (!required.check() || !decision.date || !effectiveOn) return
    const { number, date, issuer } = decision
    const beside = ends(kind) ? { passings: passingsOf(passings), shares: canShare(kind) ? endings.flatMap(sharesOf) : [] } : {}
    const content = contentOf()
    const input = { reorganisationId, kind, decision: { number, date, issuer }, effectiveOn, content, ...beside }
    if (!(await send.send(input))) return
    tell(t('reorganisation.sent'))
    go(`/to-chuc/sap-xep/${reorganisationId}`)
  }
  return (
    <Form onSubmit={() => void save()} submit={t('reorganisation.send')} busy={send.state === 'sending'}>
      <SelectField
        label={t('reorganisation.kind')}
        required
        empty={null}
        value={kind}
        onChange={setKind}
        choices={REORGANISATION_KINDS.map(value => ({ value, label: t(`reorganisation.kind-${value}`) }))}
      />
      {isMoving(kind) && <MovingFields bodies={standing} value={moving} onChange={setMoving} />}
      {kind === 'rename' && <RenamingFields bodies={standing} value={renaming} onChange={setRenaming} />}
      {ends(kind) && (
        <>
          <EndingFields
            bodies={standing}
            value={endings}
            onChange={setEndings}
            empty={EMPTY_ENDING}
            least={kind === 'abolish-level' ? 0 : 1}
            shared={canShare(kind)}
            problemOf={required.problemOf}
          />
          <PassingFields bodies={standing} value={passings} onChange={setPassings} />
        </>
      )}
      <TextField
        label={t('reorganisation.decision-number')}
        required
        value={decision.number}
        onChange={number => setDecision({ ...decision, number })}
        problem={required.problemOf('number')}
      />
      <DateField
        label={t('reorganisation.decision-date')}
        required
        value={decision.date}
        onChange={date => setDecision({ ...decision, date })}
        problem={required.problemOf('date')}
      />
      <TextField
        label={t('reorganisation.issuer')}
        required
        value={decision.issuer}
        onChange={issuer => setDecision({ ...decision, issuer })}
        problem={required.problemOf('issuer')}
      />
      <DateField
        label={t('reorganisation.effective')}
        required
        value={effectiveOn}
        onChange={setEffectiveOn}
        problem={required.problemOf('effectiveOn')}
      />
      <Problem of={send} />
    </Form>
  )
}
