/** Starts the application in the browser. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import './shared/fonts.css';
import './shared/tokens.css';
import './shared/base.css';
import './shared/parts.css';
import './shared/asides.css';
import './app/shell.css';
import './app/app.css';
import './shared/print.css';
import { Rooms } from './app/rooms';
import { Spoken } from './app/spoken';
import { RoomsWay } from './app/way';
import { Refusal } from './shared/api';
import { onLanguage, speakPreferred } from './shared/language';
import { OnTheWay } from './shared/way';

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
const way = new RoomsWay(queries);

const root = document.getElementById('root');
await speakPreferred();
// What the server wrote stays until the room can be shown: nothing flashes in between.
await way.arrive('back');
document.documentElement.classList.add('set');
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <OnTheWay.Provider value={way}>
        <Spoken>{(language) => <Rooms key={language} />}</Spoken>
      </OnTheWay.Provider>
    </QueryClientProvider>,
  );
}
