import { printDate } from '../../../kernel/dates.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import './dissemination.css'
import { SharePart } from './share-part.tsx'
import { SheetsPart } from './sheets-part.tsx'
import type { OneAnswer } from './types.ts'

const EVERYWHERE = ['dissemination', 'insight.']

/** One paper to be read: what and until when, the button that confirms, the sheets, and for the leader the share. */
export default function DisseminationPage() {
  const disseminationId = usePathPart('id')
  const found = useAnswer<OneAnswer>('dissemination.one', { disseminationId })
  const steps = [
    { label: t('dissemination.title'), to: '/quan-triet' },
    { label: found.data?.dissemination.title ?? '', current: true },
  ]
  return (
    <Page
      title={t('dissemination.one')}
      above={<ThreadBar steps={steps} />}
      actions={found.data && <Actions answer={found.data} />}
    >
      <Answered of={found}>{answer => <Content answer={answer} />}</Answered>
    </Page>
  )
}

function Content({ answer }: { answer: OneAnswer }) {
  const { dissemination: one, units, whole, share } = answer
  return (
    <>
      <section className="card padded stack">
        <h2 className="paper-text">{one.title}</h2>
        {one.note && <p className="reading-note">{one.note}</p>}
        <p>
          {t('dissemination.until', { day: printDate(one.dueOn) })} ·{' '}
          {whole ? t('dissemination.whole') : units.map(unit => unit.name).join('; ')} · <InternalMark />
        </p>
        {one.withdrawn && <p className="message bad">{t('dissemination.is-withdrawn')}</p>}
        {!one.withdrawn && <Responsible kind="dissemination" id={one.id} title={one.title} />}
        <Subject answer={answer} />
        <Confirm answer={answer} />
      </section>
      {share && <SharePart share={share} />}
      <SheetsPart answer={answer} />
    </>
  )
}

function Subject({ answer: { dissemination: one } }: { answer: OneAnswer }) {
  if (one.kind === 'file')
    return (
      <p>
        <DownloadLink href={one.address}>{t('dissemination.open-file')}</DownloadLink>
      </p>
    )
  return (
    <p>
      <Go to={one.address}>{t(`dissemination.open-${one.kind}`)}</Go>
    </p>
  )
}

function Confirm({ answer }: { answer: OneAnswer }) {
  const { dissemination: one, readOn, can } = answer
  const confirming = useCommand<{ disseminationId: string }>('dissemination.confirm-reading')
  const confirm = async () => {
    const input = { disseminationId: one.id }
    if (!(await confirming.send(input))) return
    tell(t('dissemination.confirmed-mine'), async () => {
      await sendCommand('dissemination.take-back-reading', input)
      await refresh(EVERYWHERE)
    })
  }
  if (readOn) return <p className="state done">{t('dissemination.you-read', { day: readOn })}</p>
  if (can.confirm !== null) return null
  return (
    <div className="row no-print">
      <Button look="main" busy={confirming.state === 'sending'} onClick={() => void confirm()}>
        {t('dissemination.confirm')}
      </Button>
      <Problem of={confirming} />
    </div>
  )
}

function Actions({ answer: { dissemination: one, can } }: { answer: OneAnswer }) {
  const withdrawing = useCommand<object, { version: number }>('dissemination.withdraw-dissemination')
  const withdraw = async () => {
    const sent = await withdrawing.send({ disseminationId: one.id, version: one.version })
    if (!sent) return
    tell(t('dissemination.withdrawn'), async () => {
      await sendCommand('dissemination.restore-dissemination', { disseminationId: one.id, version: sent.answer.version })
      await refresh(EVERYWHERE)
    })
  }
  return (
    <>
      <ButtonLink to={`/quan-triet/${one.id}/phieu`}>{t('dissemination.sheet')}</ButtonLink>
      {can.withdraw === null && (
        <Button look="plain" busy={withdrawing.state === 'sending'} onClick={() => void withdraw()}>
          {t('dissemination.withdraw')}
        </Button>
      )}
      <Problem of={withdrawing} />
    </>
  )
}
