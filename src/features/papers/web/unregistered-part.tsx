import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { IncomingRegister } from './types.ts'

type Files = IncomingRegister['unregistered']
type File = Files[number]

/** Files that were handed in and read, whose line in the register is still to be filled in; below, those that were discarded. */
export function Unregistered({ files }: { files: Files }) {
  const [leaving, setLeaving] = useState<File | null>(null)
  const waiting = files.filter(file => !file.discarded)
  return (
    <>
      {waiting.length > 0 && (
        <section className="card padded stack no-print" aria-labelledby="unregistered">
          <h2 id="unregistered">{t('papers.unregistered')}</h2>
          <ul className="plain-list stack">
            {waiting.map(file => (
              <li key={file.id} className="row">
                <Go to={`/van-ban/den/moi?doc=${file.id}`}>{file.fileName}</Go>
                <span className="quiet">{t(`papers.reading-${file.state}`, { done: file.done, pages: file.pages ?? 0 })}</span>
                <Button onClick={() => setLeaving(file)} aria-label={t('papers.discard-named', { name: file.fileName ?? '' })}>
                  {t('papers.discard')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Discarded files={files.filter(file => file.discarded)} />
      {leaving && <DiscardDialog file={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function DiscardDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const discard = useCommand<object>('papers.discard-file')
  const name = file.fileName ?? ''
  const go = async () => {
    if (!(await discard.send({ readingId: file.id }))) return
    tellUndo(t('papers.discarded', { name }), 'papers.take-file-back', { readingId: file.id })
    onClose()
  }
  return (
    <Dialog title={t('papers.discard-named', { name })} onClose={onClose}>
      <p>{t('papers.discard-why')}</p>
      <Problem of={discard} />
      <div className="row">
        <Button look="danger" busy={discard.state === 'sending'} onClick={() => void go()}>
          {t('papers.discard-file')}
        </Button>
        <Button onClick={onClose}>{t('part.cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Discarded({ files }: { files: Files }) {
  const back = useCommand<object>('papers.take-file-back')
  if (files.length === 0) return null
  const take = async (file: File) => {
    if (await back.send({ readingId: file.id })) tell(t('papers.taken-back', { name: file.fileName ?? '' }))
  }
  return (
    <details className="no-print">
      <summary>{t('papers.discarded-files', { count: files.length })}</summary>
      <p className="quiet">{t('papers.discarded-help')}</p>
      <Problem of={back} />
      <ul className="plain-list stack">
        {files.map(file => (
          <li key={file.id} className="row">
            <span>{file.fileName}</span>
            <Button busy={back.state === 'sending'} onClick={() => void take(file)}>
              {t('papers.take-back')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
