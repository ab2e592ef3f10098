import { mountPanel } from '../shared/mount-panel';
import { ProjectSettings } from './ProjectSettings';
import '../shared/form/form.css';
import '../shared/table/data-table.css';
import './project-settings.css';

mountPanel(<ProjectSettings />);
