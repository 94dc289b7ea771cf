import { createRouter } from '@tanstack/react-router'
import MyWork from '../../features/insight/web/my-work.tsx'
import { ErrorPlace, LoadingPlace } from '../../ui/components/places.tsx'
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
import { organisationRoutes } from './organisation-routes.tsx'
import { root, route, screen } from './route.tsx'

const places = [route('/', MyWork), ...SCREENS.map(([path, load]) => route(path, screen(load)))]
/** Every address of the application. */
const places = [
  route('/', MyWork),
  route(
    '/tim',
    screen(() => import('../../features/insight/web/search-page.tsx')),
  ),
  route(
    '/lich',
    screen(() => import('../../features/calendar/web/calendar-page.tsx')),
  ),
  route(
    '/chuong-trinh',
    screen(() => import('../../features/programmes/web/programme-list.tsx')),
  ),
  route(
    '/chuong-trinh/nhap',
    screen(() => import('../../features/programmes/web/import-start.tsx')),
  ),
  route(
    '/chuong-trinh/nhap/$draftId',
    screen(() => import('../../features/programmes/web/import-review.tsx')),
  ),
  route(
    '/chuong-trinh/$id',
    screen(() => import('../../features/programmes/web/programme-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/doi-chieu',
    screen(() => import('../../features/renewal/web/compare-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/giai-doan-sau',
    screen(() => import('../../features/renewal/web/next-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/dau-moi',
    screen(() => import('../../features/groups/web/groups-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/cuoc-hop',
    screen(() => import('../../features/groups/web/meeting-form.tsx')),
  ),
  route(
    '/cuoc-hop/$meetingId',
    screen(() => import('../../features/groups/web/meeting-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/dieu-chinh',
    screen(() => import('../../features/programmes/amendments/web/list-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/dieu-chinh/moi',
    screen(() => import('../../features/programmes/amendments/web/new-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/dieu-chinh/$amendmentId',
    screen(() => import('../../features/programmes/amendments/web/amendment-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/chi-tieu',
    screen(() => import('../../features/plans/web/indicators-page.tsx')),
  ),
  route(
    '/chuong-trinh/$id/chi-tieu/$indicatorId',
    screen(() => import('../../features/plans/web/indicator-page.tsx')),
  ),
  route(
    '/ke-hoach',
    screen(() => import('../../features/plans/web/plan-list.tsx')),
  ),
  route(
    '/ke-hoach/$planId',
    screen(() => import('../../features/plans/web/plan-page.tsx')),
  ),
  route(
    '/ke-hoach/$planId/du-toan',
    screen(() => import('../../features/plans/web/budget-page.tsx')),
  ),
  route(
    '/hoat-dong',
    screen(() => import('../../features/activities/web/activity-list.tsx')),
  ),
  route(
    '/hoat-dong/moi',
    screen(() => import('../../features/activities/web/activity-form.tsx')),
  ),
  route(
    '/hoat-dong/phong-trao',
    screen(() => import('../../features/movements/web/movement-list.tsx')),
  ),
  route(
    '/hoat-dong/phong-trao/moi',
    screen(() => import('../../features/movements/web/movement-form.tsx')),
  ),
  route(
    '/hoat-dong/phong-trao/$id',
    screen(() => import('../../features/movements/web/movement-page.tsx')),
  ),
  route(
    '/hoat-dong/chi-so',
    screen(() => import('../../features/outcomes/web/outcome-page.tsx')),
  ),
  route(
    '/hoat-dong/chi-so/moi',
    screen(() => import('../../features/outcomes/web/outcome-form.tsx')),
  ),
  route(
    '/hoat-dong/loai-viec',
    screen(() => import('../../features/activities/web/kinds-page.tsx')),
  ),
  route(
    '/hoat-dong/loai-viec/moi',
    screen(() => import('../../features/activities/web/kind-form.tsx')),
  ),
  route(
    '/hoat-dong/theo-xa',
    screen(() => import('../../features/activities/web/by-commune-page.tsx')),
  ),
  route(
    '/hoat-dong/nhap',
    screen(() => import('../../features/activities/web/bulk-page.tsx')),
  ),
  route(
    '/hoat-dong/$id',
    screen(() => import('../../features/activities/web/activity-page.tsx')),
  ),
  route(
    '/quan-triet',
    screen(() => import('../../features/dissemination/web/dissemination-list.tsx')),
  ),
  route(
    '/quan-triet/moi',
    screen(() => import('../../features/dissemination/web/dissemination-form.tsx')),
  ),
  route(
    '/quan-triet/$id',
    screen(() => import('../../features/dissemination/web/dissemination-page.tsx')),
  ),
  route(
    '/quan-triet/$id/phieu',
    screen(() => import('../../features/dissemination/web/sheet-page.tsx')),
  ),
  route(
    '/kien-nghi',
    screen(() => import('../../features/petitions/web/petition-list.tsx')),
  ),
  route(
    '/kien-nghi/moi',
    screen(() => import('../../features/petitions/web/petition-form.tsx')),
  ),
  route(
    '/kien-nghi/don-thu',
    screen(() => import('../../features/petitions/web/referral-page.tsx')),
  ),
  route(
    '/kien-nghi/so-lieu',
    screen(() => import('../../features/petitions/web/balance-page.tsx')),
  ),
  route(
    '/kien-nghi/thiet-lap',
    screen(() => import('../../features/petitions/web/settings-page.tsx')),
  ),
  route(
    '/kien-nghi/$id',
    screen(() => import('../../features/petitions/web/petition-page.tsx')),
  ),
  route(
    '/kien-nghi/$id/don-doc',
    screen(() => import('../../features/petitions/web/urging-page.tsx')),
  ),
  route(
    '/kien-nghi/$id/phieu',
    screen(() => import('../../features/petitions/web/slip-page.tsx')),
  ),
  route(
    '/giam-sat',
    screen(() => import('../../features/supervision/web/supervision-list.tsx')),
  ),
  route(
    '/giam-sat/moi',
    screen(() => import('../../features/supervision/web/supervision-form.tsx')),
  ),
  route(
    '/giam-sat/cong-trinh',
    screen(() => import('../../features/supervision/web/works-page.tsx')),
  ),
  route(
    '/giam-sat/bao-cao',
    screen(() => import('../../features/supervision/web/report-page.tsx')),
  ),
  route(
    '/giam-sat/tong-the',
    screen(() => import('../../features/supervision/web/overall-page.tsx')),
  ),
  route(
    '/giam-sat/thoi-han',
    screen(() => import('../../features/supervision/web/clocks-page.tsx')),
  ),
  route(
    '/giam-sat/so-lieu',
    screen(() => import('../../features/supervision/web/coverage-page.tsx')),
  ),
  route(
    '/giam-sat/$id',
    screen(() => import('../../features/supervision/web/supervision-page.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin',
    screen(() => import('../../features/honours/web/recognised-list.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin/nap',
    screen(() => import('../../features/honours/web/load-page.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin/quyet-dinh',
    screen(() => import('../../features/honours/web/lists-page.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin/so-lieu',
    screen(() => import('../../features/honours/web/report-page.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin/$id',
    screen(() => import('../../features/honours/web/recognised-page.tsx')),
  ),
  route(
    '/nguoi-co-uy-tin/$id/tham-hoi',
    screen(() => import('../../features/honours/web/giving-page.tsx')),
  ),
  route(
    '/van-ban',
    screen(() => import('../../features/papers/web/paper-list.tsx')),
  ),
  route(
    '/van-ban/moi',
    screen(() => import('../../features/papers/web/enter-page.tsx')),
  ),
  route(
    '/van-ban/den',
    screen(() => import('../../features/papers/web/incoming-page.tsx')),
  ),
  route(
    '/van-ban/den/moi',
    screen(() => import('../../features/papers/web/incoming-form.tsx')),
  ),
  route(
    '/van-ban/den/$incomingId',
    screen(() => import('../../features/papers/web/incoming-one.tsx')),
  ),
  route(
    '/van-ban/so-di',
    screen(() => import('../../features/papers/web/register-page.tsx')),
  ),
  route(
    '/van-ban/$id',
    screen(() => import('../../features/papers/web/paper-page.tsx')),
  ),
  route(
    '/van-ban-chi-dao',
    screen(() => import('../../features/directives/web/directive-list.tsx')),
  ),
  route(
    '/van-ban-chi-dao/moi',
    screen(() => import('../../features/directives/web/directive-form.tsx')),
  ),
  route(
    '/van-ban-chi-dao/de-xuat',
    screen(() => import('../../features/directives/web/citations-page.tsx')),
  ),
  route(
    '/van-ban-chi-dao/muc-tieu',
    screen(() => import('../../features/directives/web/elements-page.tsx')),
  ),
  route(
    '/van-ban-chi-dao/muc-tieu/$cycle/$code',
    screen(() => import('../../features/directives/web/element-page.tsx')),
  ),
  route(
    '/van-ban-chi-dao/$id',
    screen(() => import('../../features/directives/web/directive-page.tsx')),
  ),
  route(
    '/thi-dua',
    screen(() => import('../../features/honours/commendations/web/commendation-list.tsx')),
  ),
  route(
    '/thi-dua/moi',
    screen(() => import('../../features/honours/commendations/web/open-page.tsx')),
  ),
  route(
    '/thi-dua/$id',
    screen(() => import('../../features/honours/commendations/web/commendation-page.tsx')),
  ),
  route(
    '/trao-doi',
    screen(() => import('../../features/exchange/web/exchange-page.tsx')),
  ),
  route(
    '/trao-doi/de-nghi',
    screen(() => import('../../features/exchange/web/requests-page.tsx')),
  ),
  route(
    '/trao-doi/de-nghi/moi',
    screen(() => import('../../features/exchange/web/request-form.tsx')),
  ),
  route(
    '/trao-doi/de-nghi/$requestId',
    screen(() => import('../../features/exchange/web/request-page.tsx')),
  ),
  route(
    '/trao-doi/$packageId',
    screen(() => import('../../features/exchange/web/package-page.tsx')),
  ),
  route(
    '/bao-cao',
    screen(() => import('../../features/reviews/web/review-list.tsx')),
  ),
  route(
    '/bao-cao/$id',
    screen(() => import('../../features/reviews/web/review-page.tsx')),
  ),
  route(
    '/ghi-thay',
    screen(() => import('../../features/post/web/recorded-page.tsx')),
  ),
  ...organisationRoutes,
  route(
    '/nhac-viec',
    screen(() => import('../../features/reminders/web/reminders-page.tsx')),
  ),
  route(
    '/phien',
    screen(() => import('../../features/agencies/web/my-sessions.tsx')),
  ),
  route(
    '/mat-khau',
    screen(() => import('../../features/agencies/web/change-password.tsx')),
  ),
  route(
    '/them',
    screen(() => import('./more.tsx')),
  ),
]

export const router = createRouter({
  routeTree: root.addChildren(places),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPlace,
  defaultErrorComponent: ({ error, reset }) => <ErrorPlace error={error} retry={reset} />,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
})
