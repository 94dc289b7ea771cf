import { createRootRoute, createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { addMessages } from '../../ui/messages/index.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

type ScreenModule = { default: RouteComponent }

/** A screen that loads when it is first opened, together with the catalogues of the features. */
export const screen = (load: () => Promise<ScreenModule>) =>
  lazyRouteComponent(async () => {
    const [module, { features }] = await Promise.all([load(), import('../../ui/messages/vi/features.ts')])
    addMessages(features)
    return module
  })

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

export const route = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => root, path, component })
