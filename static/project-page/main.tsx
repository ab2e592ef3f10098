import { mountPanel } from '../shared/mount-panel';
import { ProjectPage } from './ProjectPage';

mountPanel(<ProjectPage />);
