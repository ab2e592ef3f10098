import { mountPanel } from '../shared/mount-panel';
import { QueuePage } from './QueuePage';
import './queue-page.css';

mountPanel(<QueuePage />);
