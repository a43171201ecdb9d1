import { render } from 'preact';
import { App } from './shell/app.tsx';
import './style/base.css';
import './style/parts.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
