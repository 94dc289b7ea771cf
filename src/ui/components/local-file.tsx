import { useId } from 'react'
import { t } from '../messages/index.ts'

type LocalFileProps = {
  /** File endings for the chooser, such as ".csv,.txt". */
  accept: string
  label?: string
  /** What the file must hold. */
  help?: string
  onFile: (file: File) => void
}

/** Chooses a file that the page itself reads: nothing is sent. The same file can be chosen again once it was mended. */
export function LocalFile({ accept, label = t('part.drop-choose'), help, onFile }: LocalFileProps) {
  const id = useId()
  return (
    <div className="drop">
      <label className="button" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      {help && <span className="quiet small">{help}</span>}
    </div>
  )
}
