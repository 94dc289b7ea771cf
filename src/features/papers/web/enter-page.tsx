import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { SelectField, TextArea } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PaperKind } from '../kinds.ts'
import { KindField } from './kind-field.tsx'
import { PaperParts } from './paper-parts.tsx'
import type { Shown } from './types.ts'

type Programmes = { programmes: { id: string; title: string; number: string | null }[] }

/** A paper of the own body that was written elsewhere, with its PDF. */
export default function EnterPage() {
  const go = useGo()
  const [corrected] = useAddressWord('dinh-chinh')
  const [replaced] = useAddressWord('thay-the')
  const amended = corrected || replaced
  const [kind, setKind] = useState<PaperKind | ''>(corrected ? 'CV' : '')
  const [subject, setSubject] = useState('')
  const [recipients, setRecipients] = useState('Lưu: VT')
  const [programmeId, setProgramme] = useState('')
  const programmes = useAnswer<Programmes>('programmes.list', {}).data?.programmes ?? []
  const [file, setFile] = useState<UploadedFile | null>(null)
  const enter = useCommand<object>('papers.enter-paper')
  const save = async () => {
    const paperId = newId()
    const lines = recipients.split('\n').filter(line => line.trim() !== '')
    const serves = programmeId ? { programmeId } : {}
    const about = { paperId, fileId: file?.fileId ?? '', kind, subject, recipients: lines, ...serves }
    const amends = amended ? { amends: { paperId: amended, as: corrected ? 'corrects' : 'replaces' } } : {}
    if (!(await enter.send({ ...about, ...amends }))) return
    tell(t('papers.prepared'))
    go(`/van-ban/${paperId}`)
  }
  return (
    <Page title={t('papers.enter')} above={<PaperParts open="" />}>
      {amended ? <AmendedNote paperId={amended} corrects={corrected !== ''} /> : <p>{t('papers.enter-help')}</p>}
      <Form
        submit={t('papers.save')}
        busy={enter.state === 'sending'}
        onSubmit={() => void save()}
        others={<ButtonLink to="/van-ban">{t('papers.cancel')}</ButtonLink>}
      >
        <KindField value={kind} onChange={setKind} problem={enter.problemAt('kind')} />
        <TextArea
          label={t('papers.subject')}
          required
          value={subject}
          onChange={setSubject}
          problem={enter.problemAt('subject')}
        />
        <TextArea
          label={t('papers.recipients')}
          help={t('papers.recipients-help')}
          required
          value={recipients}
          onChange={setRecipients}
          problem={enter.problemAt('recipients')}
        />
        {!amended && programmes.length > 0 && (
          <SelectField
            label={t('papers.serves')}
            help={t('papers.serves-help')}
            empty={t('papers.serves-none')}
            value={programmeId}
            onChange={setProgramme}
            choices={programmes.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
          />
        )}
        <FileDrop label={t('papers.file')} accept=".pdf" onUploaded={setFile} />
        {file && <p>{t('papers.file-chosen', { name: file.name })}</p>}
        <Problem of={enter} />
      </Form>
    </Page>
  )
}

/** Which paper is put right, and by what kind of paper. */
function AmendedNote({ paperId, corrects }: { paperId: string; corrects: boolean }) {
  const paper = useAnswer<Shown>('papers.paper', { paperId }).data?.paper
  if (!paper) return null
  const name = [paper.cited, paper.title].filter(Boolean).join(', ')
  return <p className="message">{t(corrects ? 'papers.correct-what' : 'papers.replace-what', { name, kind: paper.kindName })}</p>
}
