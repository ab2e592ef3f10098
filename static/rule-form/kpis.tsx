import { mountPanel } from '../shared/mount-panel';
import { KPI_FIELDS } from './rule-fields';
import { RuleForm } from './RuleForm';
import '../shared/form/form.css';

mountPanel(<RuleForm action="kpis" fields={KPI_FIELDS} />);
