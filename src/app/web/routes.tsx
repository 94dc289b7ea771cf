import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import MyWork from '../../features/insight/web/my-work.tsx'
import { ErrorPlace, LoadingPlace } from '../../ui/components/places.tsx'
import { addMessages } from '../../ui/messages/index.ts'
import { parseSearch, stringifySearch } from './address-words.ts'
import { NotFound } from './not-found.tsx'
import { SCREENS, type ScreenModule } from './screens.ts'
import { Shell } from './shell.tsx'

/** A screen that loads when it is first opened, together with the catalogues of the features. */
const screen = (load: () => Promise<ScreenModule>) =>
  lazyRouteComponent(async () => {
    const [module, { features }] = await Promise.all([load(), import('../../ui/messages/vi/features.ts')])
    addMessages(features)
    return module
  })

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const route = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => root, path, component })

const places = [route('/', MyWork), ...SCREENS.map(([path, load]) => route(path, screen(load)))]

export const router = createRouter({
  routeTree: root.addChildren(places),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPlace,
  defaultErrorComponent: ({ error, reset }) => <ErrorPlace error={error} retry={reset} />,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
})
