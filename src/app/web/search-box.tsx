import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Hit, useHits } from '../../features/insight/web/use-hits.ts'
import { useGo } from '../../ui/components/address.tsx'
import { find, t } from '../../ui/messages/index.ts'

const SHOWN = 8
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** `/` (outside fields) and Ctrl K bring the cursor here. */
function useSearchKey(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!slash && !chord) return
      event.preventDefault()
      input.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [input])
}

/** The one search box: results while typing, arrows choose, Enter opens; Enter without a choice opens the results page. */
export function SearchBox() {
  const id = useId()
  const go = useGo()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const hits = useHits(words).slice(0, SHOWN)
  const shown = open && hits.length > 0
  useSearchKey(input)

  const leaveTo = (address: string) => {
    setOpen(false)
    setWords('')
    input.current?.blur()
    go(address)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step && shown) {
      event.preventDefault()
      setChosen(at => (at + step + hits.length + 1) % (hits.length + 1) || (step > 0 ? 0 : -1))
    } else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter' && words.trim()) leaveTo(hits[chosen]?.address ?? `/tim?q=${encodeURIComponent(words.trim())}`)
  }
  return (
    <search className="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('shell.search-label')}
        aria-expanded={shown}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen >= 0 ? `${id}-${chosen}` : undefined}
        placeholder={t('shell.search')}
        autoComplete="off"
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setChosen(-1)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd title={t('shell.search-key')}>/</kbd>
      <Hits id={id} hits={shown ? hits : []} chosen={chosen} onPick={hit => leaveTo(hit.address)} />
    </search>
  )
}

type HitsProps = { id: string; hits: Hit[]; chosen: number; onPick: (hit: Hit) => void }

function Hits({ id, hits, chosen, onPick }: HitsProps) {
  return (
    <div
      id={`${id}-hits`}
      className="search-hits"
      role="listbox"
      aria-label={t('insight.search-title')}
      hidden={hits.length === 0}
    >
      {hits.map((hit, at) => (
        <div
          key={`${hit.kind} ${hit.id}`}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          onPointerDown={event => {
            event.preventDefault()
            onPick(hit)
          }}
        >
          {hit.title}
          <small>
            {find(`hit.${hit.kind}`) ?? hit.kind} · {hit.context}
          </small>
        </div>
      ))}
    </div>
  )
}
