import { mountPanel } from '../shared/mount-panel';
import { RECORD_FIELDS } from './rule-fields';
import { RuleForm } from './RuleForm';
import '../shared/form/form.css';

mountPanel(<RuleForm action="record" fields={RECORD_FIELDS} />);
