import './honours.css'
import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDisclosure } from '../../../ui/client/use-disclosure.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PurposeForm } from '../../../ui/components/purpose-form.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Opened } from '../queries/recognition.ts'
import { RemovePart } from './remove-part.tsx'
import { RenamePart } from './rename-part.tsx'

/** One record, opened with a reason; what is done to it opens it anew, which is a reading again. */
export default function RecognisedPage() {
  const recognitionId = usePathPart('id')
  const record = useDisclosure<Opened>('honours.recognition')
  const [purpose, setPurpose] = useState('')
  const open = (why: string) => {
    setPurpose(why)
    return record.open({ recognitionId, purpose: why })
  }
  const shown = record.answer
  const title = shown ? t('honours.record-title', { village: shown.village, commune: shown.commune }) : t('honours.record')
  const bar = [
    { label: t('honours.title'), to: '/nguoi-co-uy-tin' },
    { label: title, current: true },
  ]
  return (
    <Page
      title={title}
      above={<ThreadBar steps={bar} />}
      actions={
        shown?.can.give && (
          <ButtonLink to={`/nguoi-co-uy-tin/${recognitionId}/tham-hoi`} look="main">
            {t('honours.give')}
          </ButtonLink>
        )
      }
    >
      {shown ? (
        <Record key={shown.recognition.version} shown={shown} again={() => open(purpose)} />
      ) : (
        <section className="card padded stack">
          <p>{t('honours.record-why')}</p>
          <PurposeForm
            submit={t('honours.record-open')}
            busy={record.busy}
            problem={record.problem}
            onOpen={why => void open(why)}
          />
        </section>
      )}
    </Page>
  )
}

export type RecordProps = { shown: Opened; again: () => Promise<void> }

function Record({ shown, again }: RecordProps) {
  return (
    <>
      <Facts shown={shown} />
      <Benefits shown={shown} again={again} />
      {shown.can.remove && shown.name !== null && <RenamePart shown={shown} again={again} />}
      <RemovePart shown={shown} again={again} />
    </>
  )
}

function Facts({ shown: { recognition: one, name, forgottenOn } }: { shown: Opened }) {
  const decided = { number: one.decisionNumber, day: one.decidedOn, issuer: one.issuer, year: one.year }
  const removed = one.endedOn !== null && one.endNumber !== null && one.endLetter !== null
  return (
    <section className="card padded stack">
      <dl className="honours-facts">
        <dt>{t('honours.name-is')}</dt>
        <dd>{name === null ? <span className="quiet">{t('honours.name-forgotten')}</span> : <b>{name}</b>}</dd>
        <dt>{t('honours.decided')}</dt>
        <dd>{t('honours.decided-said', decided)}</dd>
        {one.endedOn && one.endedBy && (
          <>
            <dt>{t('honours.ended')}</dt>
            <dd>
              {t(`honours.ended-${one.endedBy}`, { day: one.endedOn })}
              {removed && (
                <div>{t('honours.removed-said', { number: one.endNumber!, day: one.endedOn, letter: one.endLetter! })}</div>
              )}
            </dd>
          </>
        )}
      </dl>
      {name !== null && forgottenOn && <p className="quiet">{t('honours.name-until', { day: forgottenOn })}</p>}
    </section>
  )
}

function Benefits({ shown: { benefits, can }, again }: RecordProps) {
  const take = useCommand<object>('honours.take-back-benefit')
  const takeBack = async (benefitId: string, version: number) => {
    if (!(await take.send({ benefitId, version }))) return
    tell(t('honours.taken-back'))
    await again()
  }
  return (
    <section className="card padded stack" aria-labelledby="benefits">
      <h2 id="benefits">{t('honours.benefits')}</h2>
      {benefits.length === 0 && <p className="quiet">{t('honours.no-benefits')}</p>}
      <ul className="honours-list">
        {benefits.map(one => (
          <li className="row" key={one.id}>
            <span>
              <span className="quiet">{printDate(one.givenOn)}</span> {t(`honours.nature-${one.nature}`)} ·{' '}
              {printMoney(one.amount)}
              {one.overReason && <div className="quiet small">{t('honours.over-said', { reason: one.overReason })}</div>}
            </span>
            {can.takeBack && (
              <Button
                look="plain"
                busy={take.state === 'sending'}
                aria-label={`${t('honours.take-back')}: ${printDate(one.givenOn)}`}
                onClick={() => void takeBack(one.id, one.version)}
              >
                {t('honours.take-back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={take} />
    </section>
  )
}
