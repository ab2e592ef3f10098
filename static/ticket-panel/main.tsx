import { mountPanel } from '../shared/mount-panel';
import { TicketPanel } from './TicketPanel';
import './ticket-panel.css';

mountPanel(<TicketPanel />);
