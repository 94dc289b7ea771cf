import { useAnswer, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { useDraft } from '../../../../ui/client/use-draft.ts'
import { useGo, usePathPart } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { TextArea } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { useRequired } from '../../../../ui/components/use-required.ts'
import { t } from '../../../../ui/messages/index.ts'
import type { PartAnswer } from './types.ts'

/** One part of a report, as the unit that was asked writes it. */
export default function PartPage() {
  const partId = usePathPart('id')
  const answer = useAnswer<PartAnswer>('reviews.asked-part', { partId })
  const { data } = answer
  const steps = data
    ? [
        { label: t('reviews.report-of', { name: data.report }), to: `/bao-cao/${data.reviewId}` },
        { label: t('parts.part'), current: true },
      ]
    : []
  return (
    <Page title={data ? data.title : t('parts.part')} above={<ThreadBar steps={steps} />}>
      <Answered of={answer}>{found => <Part key={found.version} partId={partId} part={found} />}</Answered>
    </Page>
  )
}

function Part({ partId, part }: { partId: string; part: PartAnswer }) {
  const open = part.can.handIn === null
  return (
    <>
      <p className="row">
        <b>{part.unit}</b>
        <span className="quiet">{t('parts.due-on', { day: part.dueOn })}</span>
      </p>
      {part.note && <p className="paper-text">{part.note}</p>}
      {part.state === 'returned' && <p className="message">{t('parts.returned-because', { reason: part.reason ?? '' })}</p>}
      {open && <PartForm partId={partId} part={part} />}
      {!open && (
        <>
          <p className="message">{t(part.dropped ? 'parts.dropped' : 'parts.has-arrived')}</p>
          {part.text && <p className="paper-text">{part.text}</p>}
          <div className="row">
            <ButtonLink to={`/bao-cao/${part.reviewId}`}>{t('writing.see-paper')}</ButtonLink>
          </div>
        </>
      )}
    </>
  )
}

function PartForm({ partId, part }: { partId: string; part: PartAnswer }) {
  const go = useGo()
  const draft = useDraft(`part-${partId}-${part.version}`, { text: part.text })
  const { text } = draft.value
  const required = useRequired({ text })
  const handing = useCommand<object>('reviews.hand-in-part')
  const busy = handing.state === 'sending'
  const handIn = async (words: string) => {
    if (!(await handing.send({ partId, version: part.version, text: words }))) return
    draft.clear()
    tell(t('parts.handed-in'))
    go(`/bao-cao/${part.reviewId}/soan`)
  }
  const there = (
    <>
      <ButtonLink to={`/bao-cao/${part.reviewId}/soan`}>{t('parts.write-there')}</ButtonLink>
      {/* What was typed here would be lost. */}
      {text === part.text && (
        <Button look="plain" busy={busy} onClick={() => void handIn('')}>
          {t('parts.written-there')}
        </Button>
      )}
    </>
  )
  return (
    <Form submit={t('parts.hand-in')} busy={busy} onSubmit={() => required.check() && void handIn(text)} others={there}>
      <TextArea
        label={t('parts.text')}
        help={t('parts.text-help')}
        required
        rows={14}
        value={text}
        onChange={words => draft.set({ text: words })}
        problem={required.problemOf('text') ?? handing.problemAt('text')}
      />
      <Problem of={handing} />
    </Form>
  )
}
