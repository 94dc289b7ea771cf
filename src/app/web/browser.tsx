import '../../ui/style/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { boot } from '../../ui/client/boot.ts'
import { queryClient } from '../../ui/client/hooks.ts'
import { addMessages } from '../../ui/messages/index.ts'
import { router } from './routes.tsx'

/** The door is its own small part: who is signed in never loads it. */
async function door() {
  const [{ Door }, { features }] = await Promise.all([
    import('../../features/agencies/web/door.tsx'),
    import('../../ui/messages/vi/features.ts'),
  ])
  addMessages(features)
  return <Door />
}

async function start(place: HTMLElement) {
  const screen = boot().me ? <RouterProvider router={router} /> : await door()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{screen}</QueryClientProvider>
    </StrictMode>,
  )
}

const place = document.getElementById('root')
if (place) void start(place)
