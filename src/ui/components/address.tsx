import { useLocation, useParams, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type MouseEvent, type ReactNode, useCallback, useEffect } from 'react'

type GoProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string; children: ReactNode }

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** A link inside the application; `to` is an address such as `/chuong-trinh/ID#II/1`. */
export function Go({ to, onClick, children, ...rest }: GoProps) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || opensElsewhere(event)) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
}

/** Opens an address of the application. */
export function useGo(): (to: string) => void {
  const router = useRouter()
  return useCallback(to => router.history.push(to), [router])
}

/** The path that is open, such as `/ke-hoach`. */
export const usePath = (): string => useLocation({ select: place => place.pathname })

/** The path whose screen is shown: behind `usePath` while the next screen loads; undefined before the first. */
export const useSettledPath = (): string | undefined => useRouterState({ select: state => state.resolvedLocation?.pathname })

/** A part of the path: `usePathPart('planId')` under `/ke-hoach/$planId`; empty where the path has none. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  return parts[name] ?? ''
}

/** A filter that lives in the address: its value ('' where absent) and a setter that replaces it in place. */
export function useAddressWord(name: string): [value: string, set: (value: string) => void] {
  const router = useRouter()
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const set = useCallback(
    (value: string) => {
      const words = new URLSearchParams(router.history.location.search)
      if (value) words.set(name, value)
      else words.delete(name)
      const query = words.toString()
      router.history.replace(router.history.location.pathname + (query ? `?${query}` : '') + router.history.location.hash)
    },
    [router, name],
  )
  return [search[name] ?? '', set]
}

/** What stands after # in the address, decoded: a clause path. */
export const useAnchor = (): string => decoded(useLocation({ select: place => place.hash }))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Brings the element whose id the address names into sight, once `ready` (its data is on the screen). */
export function useScrollToAnchor(ready: boolean): void {
  const anchor = useAnchor()
  useEffect(() => {
    if (ready && anchor) document.getElementById(anchor)?.scrollIntoView({ block: 'center' })
  }, [ready, anchor])
}
