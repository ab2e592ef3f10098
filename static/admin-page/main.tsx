import { mountPanel } from '../shared/mount-panel';
import { AdminPage } from './AdminPage';

mountPanel(<AdminPage />);
