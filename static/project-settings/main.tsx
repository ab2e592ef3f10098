import { mountPanel } from '../shared/mount-panel';
import { ProjectSettings } from './ProjectSettings';

mountPanel(<ProjectSettings />);
