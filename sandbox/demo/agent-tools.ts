/** What the AI agent has at hand for a request type. */
export interface AgentTools {
  /** Tools that only look, in the order of their use. */
  readonly looks: readonly string[];
  /** The tool that changes something, whose effect it checks; null: it can only answer. */
  readonly acts: string | null;
}

const ONLY_SEARCH: AgentTools = { looks: ['kb.search'], acts: null };

const TOOLS: Readonly<Record<string, AgentTools>> = {
  'Password reset': {
    looks: ['directory.find_account', 'kb.search'],
    acts: 'directory.reset_password',
  },
  'VPN access': { looks: ['kb.search', 'vpn.check_certificate'], acts: 'vpn.renew_certificate' },
  'Software install': { looks: ['catalog.find_package', 'kb.search'], acts: 'software.deploy' },
  'Hardware fault': { looks: ['assets.find_device', 'device.run_diagnostics'], acts: null },
  'Access request': {
    looks: ['directory.find_group', 'directory.find_owner'],
    acts: 'directory.change_members',
  },
  'Report an incident': { looks: ['kb.search', 'monitoring.query'], acts: null },
  'Leave balance': { looks: ['hr.read_balance', 'kb.search'], acts: null },
  'Payslip question': { looks: ['payroll.read_payslip', 'kb.search'], acts: null },
  'Address change': { looks: ['hr.find_record'], acts: 'hr.change_address' },
  'Inquiry / Help': { looks: ['kb.search'], acts: 'catalog.open_request' },
  Software: { looks: ['kb.search', 'cmdb.find_application'], acts: 'software.repair' },
  Hardware: { looks: ['cmdb.find_device', 'device.run_diagnostics'], acts: null },
  Network: { looks: ['network.check_access_point', 'kb.search'], acts: 'network.reset_session' },
  'Employment letter': { looks: ['hr.read_record', 'kb.search'], acts: 'documents.issue_letter' },
};

export const toolsFor = (requestType: string): AgentTools => TOOLS[requestType] ?? ONLY_SEARCH;

/** Classes of a tool's errors. */
export const TOOL_ERRORS = ['timeout', 'permission_denied', 'rate_limited', 'not_found'] as const;
