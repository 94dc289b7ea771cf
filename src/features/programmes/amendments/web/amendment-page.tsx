import { useAnswer, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { useAddressWord, usePathPart } from '../../../../ui/components/address.tsx'
import { ConfirmOut } from '../../../../ui/components/confirm-out.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { Posted } from '../../../post/web/posted.tsx'
import { Laying } from '../../web/laying.tsx'
import type { ContentInput } from '../contract.ts'
import { AmendmentActions } from './amendment-actions.tsx'
import { AmendmentEditor } from './amendment-editor.tsx'
import { AmendmentStanding } from './amendment-standing.tsx'
import '../../web/programmes.css'
import './amendments.css'
import { ChangesView } from './changes-view.tsx'
import { RecordForm } from './record-form.tsx'
import { type AmendmentAnswer, listAddress } from './types.ts'

/** One amendment. `?xem=sua` writes on a draft, `?xem=gui` and `?xem=thong-nhat` show exactly what leaves or binds. */
export default function AmendmentPage() {
  const amendmentId = usePathPart('amendmentId')
  const found = useAnswer<AmendmentAnswer>('programmes.amendment', { amendmentId })
  if (!found.data) {
    return (
      <Page title={t('amendments.title')}>
        <Answered of={found}>{() => null}</Answered>
      </Page>
    )
  }
  return <Shown answer={found.data} />
}

const titleOf = ({ amendment }: AmendmentAnswer): string =>
  amendment.number
    ? `${t('amendments.title')}, ${t('amendments.number', { number: amendment.number }).toLowerCase()}`
    : amendment.title

function Shown({ answer }: { answer: AmendmentAnswer }) {
  const [view, setView] = useAddressWord('xem')
  const { amendment, programme, can } = answer
  const name = t('programmes.page-thread-programme', { name: programme.number ?? '' }).trim()
  const steps = [
    { label: name, to: `/chuong-trinh/${programme.id}` },
    { label: t('amendments.title'), to: listAddress(programme.id) },
    { label: amendment.number ?? amendment.title, current: true },
  ]
  const back = () => setView('')
  const above = <ThreadBar steps={steps} />
  if (view === 'gui' && can.share) return <Leaving answer={answer} command="share" onBack={back} />
  if (view === 'thong-nhat' && can.agree) return <Leaving answer={answer} command="agree" onBack={back} />
  if (view === 'sua' && can.write) {
    return (
      <Page title={t('amendments.new-title')} above={above}>
        <Writing answer={answer} onDone={back} />
      </Page>
    )
  }
  const title = titleOf(answer)
  const input = { amendmentId: amendment.id }
  return (
    <Posted subject={{ kind: 'amendment', id: amendment.id }} title={title} above={above} content={<Said answer={answer} />}>
      {panel => (
        <Page title={title} above={above} actions={<AmendmentActions answer={answer} onView={setView} />}>
          <AmendmentStanding answer={answer} />
          <Laying laid={answer.laid} concerns={['programmes']} command="programmes.submit-amendment" input={input} />
          {panel}
          {can.record && <RecordForm answer={answer} />}
          <section className="card padded" aria-label={t('amendments.write')}>
            <ChangesView answer={answer} />
          </section>
          <p className="quiet small">{t('amendments.code', { code: amendment.digest.slice(0, 12) })}</p>
        </Page>
      )}
    </Posted>
  )
}

/** From when, why, and which words. */
const Said = ({ answer }: { answer: AmendmentAnswer }) => (
  <>
    <p>{t('amendments.effect', { day: answer.amendment.effectiveOn, reason: answer.amendment.reason })}</p>
    <ChangesView answer={answer} />
  </>
)

type Seen = { amendmentId: string; version: number; digest: string }

/** Before it leaves or binds: exactly what, to whom, and one question. */
function Leaving({ answer, command, onBack }: { answer: AmendmentAnswer; command: 'share' | 'agree'; onBack: () => void }) {
  const { amendment, parties } = answer
  const sending = useCommand<Seen>(`programmes.${command}-amendment`)
  const others = parties.filter(party => party.bodyId !== amendment.byBody)
  const names = others.map(party => party.shortName).join('; ')
  const { id: amendmentId, version, digest } = amendment
  const send = async () => {
    if (!(await sending.send({ amendmentId, version, digest }))) return
    tell(command === 'share' ? t('amendments.shared', { name: names }) : t('amendments.agreed'))
    onBack()
  }
  return (
    <Page title={titleOf(answer)}>
      <ConfirmOut
        to={command === 'share' ? others.map(party => party.name) : []}
        action={command === 'share' ? t('amendments.share', { name: names }) : t('amendments.agree')}
        note={t(`amendments.${command}-note`)}
        sending={sending}
        onConfirm={() => void send()}
        onBack={onBack}
      >
        <Said answer={answer} />
        <p className="quiet small">{t('amendments.code', { code: digest.slice(0, 12) })}</p>
      </ConfirmOut>
    </Page>
  )
}

function Writing({ answer, onDone }: { answer: AmendmentAnswer; onDone: () => void }) {
  const { id: amendmentId, version, programmeId, effectiveOn, reason, written } = answer.amendment
  const saving = useCommand<ContentInput & { amendmentId: string; version: number }>('programmes.change-amendment')
  const save = async (content: ContentInput): Promise<boolean> => {
    if (!(await saving.send({ amendmentId, version, ...content }))) return false
    tell(t('amendments.saved'))
    onDone()
    return true
  }
  return (
    <AmendmentEditor
      programmeId={programmeId}
      draftKey={`amendment.${amendmentId}.${version}`}
      first={{ effectiveOn, reason, changes: written }}
      path=""
      saving={saving}
      onSave={save}
    />
  )
}
