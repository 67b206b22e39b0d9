import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-700.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme.css';
import './app/frame.css';
import './app/alarm.css';
import './app/overlays.css';
import './parts/parts.css';
import { createRoot } from 'react-dom/client';
import { startTexts } from './app/i18n.ts';
import { Root } from './app/root.tsx';

startTexts();
const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element #root');
createRoot(element).render(<Root />);
