import { route, screen } from './route.tsx'

/** Bodies, people, places, and how they are reorganised. */
export const organisationRoutes = [
  route(
    '/to-chuc',
    screen(() => import('../../features/agencies/web/organisation.tsx')),
  ),
  route(
    '/to-chuc/nhat-ky-doc',
    screen(() => import('../../features/agencies/web/access-log.tsx')),
  ),
  route(
    '/to-chuc/ban-giao',
    screen(() => import('../../features/insight/web/hand-over-page.tsx')),
  ),
  route(
    '/to-chuc/noi-cap-chung-thu',
    screen(() => import('../../features/documents/signatures/web/issuers-page.tsx')),
  ),
  route(
    '/to-chuc/sap-xep',
    screen(() => import('../../features/reorganisation/web/list-page.tsx')),
  ),
  route(
    '/to-chuc/sap-xep/moi',
    screen(() => import('../../features/reorganisation/web/draft-form.tsx')),
  ),
  route(
    '/to-chuc/sap-xep/$reorganisationId',
    screen(() => import('../../features/reorganisation/web/one-page.tsx')),
  ),
  route(
    '/to-chuc/$bodyId',
    screen(() => import('../../features/agencies/web/body-page.tsx')),
  ),
]
