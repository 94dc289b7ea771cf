import { type KeyboardEvent, type ReactNode, useEffect, useId } from 'react'

export type Tab<Value extends string> = { value: Value; label: string }
type TabsProps<Value extends string> = {
  label: string
  tabs: readonly Tab<Value>[]
  open: Value
  onOpen: (value: Value) => void
  children: ReactNode
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** Tabs over one panel; the arrow keys move between them. */
export function Tabs<Value extends string>({ label, tabs, open, onOpen, children }: TabsProps<Value>) {
  const id = useId()
  useEffect(() => {
    const tab = document.getElementById(`${id}-${open}`)
    const strip = tab?.parentElement
    // The strip alone moves, never the page.
    if (tab && strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
  }, [id, open])
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key]
    if (!step) return
    const at = tabs.findIndex(tab => tab.value === open)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onOpen(next.value)
    document.getElementById(`${id}-${next.value}`)?.focus()
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKey} tabIndex={-1}>
        {tabs.map(tab => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === open ? 0 : -1}
            onClick={() => onOpen(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${open}`} className="stack">
        {children}
      </div>
    </>
  )
}
