import { mountPanel } from '../shared/mount-panel';
import { Gadget } from './Gadget';
import './gadget.css';

mountPanel(<Gadget />);
