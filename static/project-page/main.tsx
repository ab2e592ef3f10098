import { mountPanel } from '../shared/mount-panel';
import { ProjectPage } from './ProjectPage';
import './project-page.css';

mountPanel(<ProjectPage />);
