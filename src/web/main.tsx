/** Starts the application in the browser. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import './shared/fonts.css';
import './shared/tokens.css';
import './shared/base.css';
import './shared/parts.css';
import './shared/asides.css';
import './app/shell.css';
import './app/app.css';
import './shared/print.css';
import { makeRouter } from './app/router';
import { Spoken } from './app/spoken';
import { Refusal } from './shared/api';
import { onLanguage, speakPreferred } from './shared/language';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      // What was refused will be refused again; what did not arrive may arrive.
      retry: (count, error) => !(error instanceof Refusal) && count < 2,
    },
  },
});

// What the server said in one language is asked again in the next.
onLanguage(() => void queries.invalidateQueries());
const router = makeRouter(queries);

const root = document.getElementById('root');
await speakPreferred();
// What the server wrote stays until the room can be shown: nothing flashes in between.
await router.load().catch(() => undefined);
document.documentElement.classList.add('set');
if (root !== null) {
  // As a transition: drawn in short stretches, between which the page answers.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queries}>
          <Spoken>{(language) => <RouterProvider key={language} router={router} />}</Spoken>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}
