/** Starts the page of those who take part by link: without the rooms, so that it is small and comes over a slow line. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../shared/fonts.css';
import '../../shared/tokens.css';
import '../../shared/base.css';
import '../../shared/parts.css';
import './phone.css';
import { speakPreferred } from '../../shared/language';
import { PhonePage } from './PhonePage';

await speakPreferred();
// The typefaces come once there is something to read; until then the system's do.
document.documentElement.classList.add('set');
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <PhonePage />
    </StrictMode>,
  );
