import { enAccount } from './account';
import { enJobs } from './jobs';
import { enLog } from './log';
import { enRegistry } from './registry';
import { enRules } from './rules';
import { enSystem } from './system';
import { enUsers } from './users';

/** Administration and the access log. */
export const enAdmin = {
  nav: 'Administration',
  sections: 'Parts of administration',
  registry: 'Registry',
  users: 'Users',
  log: 'Access log',
  rules: 'Rules',
  jobs: 'Jobs',
  system: 'System',
  search: 'Search',
  more: 'Load more',
  loadingMore: 'Loading…',
  actions: 'Actions',
  cancel: 'Cancel',
  failed: 'Failed: {{why}}',
  allRoles: 'All roles',
  allPurposes: 'All purposes',
  none: 'Nothing matches. Try other words.',
  shown_one: '{{count}} shown.',
  shown_other: '{{count}} shown.',
  ...enUsers,
  ...enLog,
  ...enRegistry,
  ...enRules,
  ...enJobs,
  ...enSystem,
  account: enAccount,
  sso: 'Sign in with {{name}}',
  ssoOr: 'or with a password',
  ssoFailed: {
    role: 'Your account is known but has no role here yet. Ask your agency’s administrator.',
    disabled: 'Your account is disabled. Ask LAN’s administrator.',
    oidc: 'Sign-in by the provider failed. Try again.',
  },
};
