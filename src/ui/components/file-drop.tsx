import { type DragEvent, useEffect, useId, useState } from 'react'
import { printNumber } from '../../kernel/numbers.ts'
import { type UploadedFile, upload } from '../client/upload.ts'
import { t } from '../messages/index.ts'
import { problemSentence } from '../messages/problem.ts'

type FileDropProps = {
  label?: string
  help?: string
  /** File endings for the chooser, such as ".docx,.pdf,.txt". */
  accept?: string
  multiple?: boolean
  /** Whether a photo keeps the place that is written in it is asked before; where it is not asked, none does. */
  asksPlace?: boolean
  /** Told while a file is on its way: a form that sends with it waits. */
  onSending?: (sending: boolean) => void
  onUploaded: (file: UploadedFile) => void
}
type Line = {
  key: string
  name: string
  sent: number
  total: number
  state: 'sending' | 'sent' | 'failed'
  problem: string | null
}

const megabytes = (bytes: number) => printNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)

/** Takes files by dragging, click or keyboard, and sends each with its progress. */
export function FileDrop({
  label = t('part.drop'),
  help = t('part.drop-limit'),
  accept,
  multiple = false,
  asksPlace = false,
  onSending,
  onUploaded,
}: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [keepPlace, setKeepPlace] = useState(false)
  const [lines, send] = useUploads(onUploaded, keepPlace)
  const sending = lines.some(line => line.state === 'sending')
  useEffect(() => onSending?.(sending), [onSending, sending])
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type !== 'dragleave')
  }
  return (
    <div className="stack">
      {asksPlace && <PlaceChoice keep={keepPlace} onChange={setKeepPlace} />}
      <div className={over ? 'drop over' : 'drop'} onDragOver={drag} onDragEnter={drag} onDragLeave={drag} onDrop={drop}>
        <span id={`${id}-label`}>{label}</span>
        <label className="button" htmlFor={id}>
          {t('part.drop-choose')}
        </label>
        <input
          id={id}
          type="file"
          className="unseen"
          aria-labelledby={`${id}-label`}
          accept={accept}
          multiple={multiple}
          aria-describedby={`${id}-help`}
          onChange={event => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <span className="quiet small" id={`${id}-help`}>
          {help}
        </span>
      </div>
      <div className="stack" aria-live="polite">
        {lines.map(line => (
          <UploadLine key={line.key} line={line} />
        ))}
      </div>
    </div>
  )
}

/** Said by the person before a photo is handed in: the place in it is wanted. */
const PlaceChoice = ({ keep, onChange }: { keep: boolean; onChange: (keep: boolean) => void }) => (
  <div className="choices">
    <label className="choice">
      <input type="checkbox" checked={keep} onChange={event => onChange(event.target.checked)} />
      <span>
        {t('part.keep-place')} <span className="quiet small">{t('part.keep-place-help')}</span>
      </span>
    </label>
  </div>
)

function useUploads(onUploaded: (file: UploadedFile) => void, keepPlace: boolean): [Line[], (file: File) => Promise<void>] {
  const [lines, setLines] = useState<Line[]>([])
  const send = async (file: File) => {
    const first: Line = {
      key: `${file.name} ${Date.now()}`,
      name: file.name,
      sent: 0,
      total: file.size,
      state: 'sending',
      problem: null,
    }
    const change = (part: Partial<Line>) =>
      setLines(before => before.map(line => (line.key === first.key ? { ...line, ...part } : line)))
    setLines(before => [...before.filter(line => line.state === 'sending'), first])
    try {
      const sent = await upload(file, (bytes, total) => change({ sent: bytes, total }), keepPlace)
      change({ state: 'sent' })
      onUploaded(sent)
    } catch (error) {
      change({ state: 'failed', problem: problemSentence(error, false) })
    }
  }
  return [lines, send]
}

function UploadLine({ line }: { line: Line }) {
  if (line.state === 'sent') return <span>{t('part.uploaded', { name: line.name })}</span>
  if (line.state === 'failed') {
    return (
      <div className="message bad" role="alert">
        <b>{line.name}</b>: {line.problem}
      </div>
    )
  }
  const words = t('part.uploading', { name: line.name, sent: megabytes(line.sent), total: megabytes(line.total) })
  return (
    <div className="progress">
      <span>{words}</span>
      <progress value={line.sent} max={line.total} aria-label={words} />
    </div>
  )
}
