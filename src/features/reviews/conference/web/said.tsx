import { useState } from 'react'
import { vietnamDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { useGo } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { TextArea } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { ReviewAnswer } from '../../web/types.ts'
import type { DeskAnswer } from '../../writing/web/types.ts'
import { notesOf, type Slide, saidAt } from '../slides.ts'

type SaidProps = { answer: ReviewAnswer; desk: DeskAnswer; slides: readonly Slide[]; heading: string }

/** What the participants say at a heading is taken down as remarks on it; the minutes are drafted from what was said today. */
export function Said({ answer: { review, compiled }, desk, slides, heading }: SaidProps) {
  const here = desk.remarks.filter(one => one.quote === heading)
  return (
    <section className="stack no-print" aria-labelledby="y-kien">
      <h2 id="y-kien">{t('conference.said')}</h2>
      {here.length === 0 && <p className="quiet">{t('conference.nothing-said')}</p>}
      <ul className="lines">
        {here.map(one => (
          <li key={one.id}>{one.note}</li>
        ))}
      </ul>
      {desk.can.raise === null && <SaidForm key={heading} reviewId={review.id} heading={heading} />}
      <Minutes
        reviewId={review.id}
        drafted={desk.minutes}
        programmeId={review.programmeId}
        name={review.name}
        place={compiled.head.place}
        chairedBy={compiled.head.parties[0]?.bodyId ?? ''}
        said={saidAt(slides, desk.said)}
      />
    </section>
  )
}

function SaidForm({ reviewId, heading }: { reviewId: string; heading: string }) {
  const [note, setNote] = useState('')
  const raising = useCommand<object>('reviews.raise-remark')
  const raise = async () => {
    if (!(await raising.send({ remarkId: newId(), reviewId, quote: heading, note, replacement: null }))) return
    setNote('')
    tell(t('conference.taken-down'))
  }
  return (
    <Form submit={t('conference.take-down')} busy={raising.state === 'sending'} onSubmit={() => void raise()}>
      <TextArea
        label={t('conference.words')}
        help={t('conference.words-help')}
        required
        rows={2}
        value={note}
        onChange={setNote}
        problem={raising.problemAt('note')}
      />
      <Problem of={raising} />
    </Form>
  )
}

type MinutesProps = {
  reviewId: string
  /** The minutes that are drafted already. */
  drafted: string | null
  programmeId: string
  name: string
  place: string
  chairedBy: string
  said: DeskAnswer['said']
}

/** A meeting of today with what was said: a draft of the own side, to be mended before its leader puts it before the others. It is drafted once and opened from then on. */
function Minutes({ reviewId, drafted, programmeId, name, place, chairedBy, said }: MinutesProps) {
  const go = useGo()
  const drafting = useCommand<object, { meetingId: string }>('groups.record-meeting', {
    refresh: ['groups.', 'insight.', 'reviews.text-desk'],
  })
  const [heldOn] = useState(() => vietnamDate(new Date()))
  if (drafted) {
    return (
      <div className="row">
        <ButtonLink to={`/cuoc-hop/${drafted}`}>{t('conference.open-minutes')}</ButtonLink>
      </div>
    )
  }
  if (said.length === 0) return null
  const draft = async () => {
    const agenda = t('conference.agenda', { name })
    const meeting = { heldOn, place, chairedBy, agenda, notes: notesOf(said), minutesFile: null, conclusions: [] }
    const made = await drafting.send({ meetingId: newId(), programmeId, about: reviewId, ...meeting })
    if (made) go(`/cuoc-hop/${made.answer.meetingId}`)
  }
  return (
    <div className="row">
      <Button busy={drafting.state === 'sending'} onClick={() => void draft()}>
        {t('conference.draft-minutes', { count: said.length })}
      </Button>
      <Problem of={drafting} />
    </div>
  )
}
