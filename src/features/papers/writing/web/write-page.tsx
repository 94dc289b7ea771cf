import { useState } from 'react'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import { Go, useAddressWord, useGo } from '../../../../ui/components/address.tsx'
import { RadioField, SelectField } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { PaperParts } from '../../web/paper-parts.tsx'
import type { Ground, Shown } from '../../web/types.ts'
import '../../web/papers.css'
import { refusalSentence } from '../../../../ui/messages/problem.ts'
import type { Written } from '../contract.ts'
import { AgreementForm } from './agreement-form.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { InvitationForm } from './invitation-form.tsx'

type Wanted = Written['form']
type About = { paperId: string } | { reviewId: string } | { programmeId: string }

/** Writes a paper by its form. `?dinh-chinh=` corrects a paper, `?giay-moi=` and `?thoa-thuan=` serve a programme, `?hoi-nghi=` a report; `?sua=` goes on with one. */
export default function WritePage() {
  const [amends] = useAddressWord('dinh-chinh')
  const [invited] = useAddressWord('giay-moi')
  const [reviewId] = useAddressWord('hoi-nghi')
  const [agreed] = useAddressWord('thoa-thuan')
  const [paperId] = useAddressWord('sua')
  if (paperId) return <Rewriting paperId={paperId} />
  if (amends) return <Writing form="correction" about={{ paperId: amends }} />
  if (reviewId) return <Writing form="invitation" about={{ reviewId }} />
  if (invited) return <Writing form="invitation" about={{ programmeId: invited }} />
  if (agreed) return <Writing form="agreement" about={{ programmeId: agreed }} />
  return <Choosing />
}

/** A new paper of one form, about one matter. */
function Writing({ form, about }: { form: Wanted; about: About }) {
  const found = useAnswer<Ground>('papers.writing', about)
  return (
    <Page title={t(`papers.write-${form}`)} above={<PaperParts open="" />}>
      <Answered of={found}>{ground => <OneForm form={form} about={about} ground={ground} paper={null} old={null} />}</Answered>
    </Page>
  )
}

/** A draft that is written on, as long as its form is not checked. */
function Rewriting({ paperId }: { paperId: string }) {
  const found = useAnswer<Shown>('papers.paper', { paperId })
  return (
    <Page title={found.data?.paper.title ?? t('papers.rewrite')} above={<PaperParts open="" />}>
      <Answered of={found}>
        {({ paper, written }) => (written ? <Reopened paper={paper} old={written} /> : <p>{t('papers.rewrite-over')}</p>)}
      </Answered>
    </Page>
  )
}

function Reopened({ paper, old }: { paper: Shown['paper']; old: Written }) {
  const about = aboutOf(old)
  const found = useAnswer<Ground>('papers.writing', about)
  return (
    <Answered of={found}>{ground => <OneForm form={old.form} about={about} ground={ground} paper={paper} old={old} />}</Answered>
  )
}

function aboutOf(old: Written): About {
  if (old.form === 'correction') return { paperId: old.amends }
  return old.form === 'invitation' && old.reviewId ? { reviewId: old.reviewId } : { programmeId: old.programmeId }
}

type OneFormProps = { form: Wanted; about: About; ground: Ground; paper: Shown['paper'] | null; old: Written | null }

function OneForm({ form, about, old, ...at }: OneFormProps) {
  const { write } = at.ground.can
  if (write)
    return (
      <p className="message">
        {refusalSentence(write.code, write.data)}{' '}
        {'paperId' in about && <Go to={`/van-ban/${about.paperId}`}>{t('papers.back-to-paper')}</Go>}
      </p>
    )
  if (form === 'correction')
    return (
      <CorrectionForm {...at} amends={'paperId' in about ? about.paperId : ''} old={old?.form === 'correction' ? old : null} />
    )
  if (form === 'agreement') return <AgreementForm {...at} old={old?.form === 'agreement' ? old : null} />
  const reviewId = 'reviewId' in about ? about.reviewId : null
  return <InvitationForm {...at} reviewId={reviewId} old={old?.form === 'invitation' ? old : null} />
}

type Programmes = { programmes: { id: string; title: string; number: string | null }[] }

/** Which paper, and for which programme; a paper that was issued is corrected from its own page. */
function Choosing() {
  const go = useGo()
  const [form, setForm] = useState<'giay-moi' | 'thoa-thuan'>('giay-moi')
  const [programmeId, setProgramme] = useState('')
  const found = useAnswer<Programmes>('programmes.list', {})
  return (
    <Page title={t('papers.write')} above={<PaperParts open="" />}>
      <p>{t('papers.write-help')}</p>
      <Answered of={found}>
        {({ programmes }) => {
          const chosen = programmeId || (programmes[0]?.id ?? '')
          if (programmes.length === 0) return <p className="message">{t('papers.write-no-programme')}</p>
          return (
            <Form submit={t('papers.write-on')} onSubmit={() => go(`/van-ban/soan?${form}=${chosen}`)}>
              <RadioField
                name="form"
                label={t('papers.kind')}
                value={form}
                onChange={setForm}
                choices={[
                  { value: 'giay-moi', label: t('papers.write-invitation') },
                  { value: 'thoa-thuan', label: t('papers.write-agreement') },
                ]}
              />
              <SelectField
                label={t('papers.serves')}
                empty={null}
                value={chosen}
                onChange={setProgramme}
                choices={programmes.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
              />
            </Form>
          )
        }}
      </Answered>
    </Page>
  )
}
