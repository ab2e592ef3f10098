import { mountPanel } from '../shared/mount-panel';
import { GlobalPage } from './GlobalPage';
import './global-page.css';

mountPanel(<GlobalPage />);
