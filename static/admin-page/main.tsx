import { mountPanel } from '../shared/mount-panel';
import { AdminPage } from './AdminPage';
import '../shared/form/form.css';
import '../shared/table/data-table.css';
import './admin-page.css';

mountPanel(<AdminPage />);
