import { lazy, Suspense } from 'preact/compat';
import { Route, Router, Switch } from 'wouter-preact';
import { basePath } from '../settings.ts';
import { LocaleProvider, useWords } from '../words/locale.tsx';
import { ListPage } from '../pages/list/list-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { SessionProvider } from './session.tsx';

const ReportPage = lazy(() => import('../pages/report/report-page.tsx').then((all) => all.ReportPage));
const OrganizationPage = lazy(() =>
  import('../pages/organization/organization-page.tsx').then((all) => all.OrganizationPage),
);
const ComparePage = lazy(() => import('../pages/compare/compare-page.tsx').then((all) => all.ComparePage));
const RollupPage = lazy(() => import('../pages/rollup/rollup-page.tsx').then((all) => all.RollupPage));
const ObligationsPage = lazy(() =>
  import('../pages/obligations/obligations-page.tsx').then((all) => all.ObligationsPage),
);
const ImportPage = lazy(() => import('../pages/import/import-page.tsx').then((all) => all.ImportPage));
const EditPage = lazy(() => import('../pages/edit/edit-page.tsx').then((all) => all.EditPage));
const ReviewPage = lazy(() => import('../pages/review/review-page.tsx').then((all) => all.ReviewPage));
const SignInPage = lazy(() => import('../pages/sign-in/sign-in-page.tsx').then((all) => all.SignInPage));
const SignedInPage = lazy(() => import('../pages/sign-in/signed-in-page.tsx').then((all) => all.SignedInPage));

function Waiting() {
  return (
    <p class="waiting" role="status">
      {useWords().loading}
    </p>
  );
}

/** The reader: every page below the frame. */
export function App() {
  return (
    <LocaleProvider>
      <SessionProvider>
        <Router base={basePath}>
          <Frame>
            <Suspense fallback={<Waiting />}>
              <Switch>
                <Route path="/" component={ListPage} />
                <Route path="/reports/:id">{({ id }) => <ReportPage key={id} id={decodeURIComponent(id)} />}</Route>
                <Route path="/organizations/:id">
                  {({ id }) => <OrganizationPage key={id} id={decodeURIComponent(id)} />}
                </Route>
                <Route path="/reports/:id/edit">{({ id }) => <EditPage key={id} id={decodeURIComponent(id)} />}</Route>
                <Route path="/reports/:id/review">
                  {({ id }) => <ReviewPage key={id} id={decodeURIComponent(id)} />}
                </Route>
                <Route path="/import" component={ImportPage} />
                <Route path="/compare" component={ComparePage} />
                <Route path="/rollup" component={RollupPage} />
                <Route path="/obligations" component={ObligationsPage} />
                <Route path="/sign-in" component={SignInPage} />
                <Route path="/signed-in" component={SignedInPage} />
                <Route component={NotFoundPage} />
              </Switch>
            </Suspense>
          </Frame>
        </Router>
      </SessionProvider>
    </LocaleProvider>
  );
}
