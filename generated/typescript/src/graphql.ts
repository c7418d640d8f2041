// Rendered from the description of the interface; not for editing.

import type * as models from './models.js';
import { Graphql } from './runtime/graphql.js';
import type { CallOptions } from './runtime/options.js';

const auditOperation = {
  name: 'Audit',
  kind: 'query',
  text: `query Audit($first: Int = 100, $after: String, $filter: AuditFilter) {
  audit(first: $first, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      at
      action
      outcome
      href
      actor {
        id
        name
      }
    }
  }
}`,
} as const;

export interface AuditVariables {
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: models.AuditFilter | null | undefined;
}

const collectionOperation = {
  name: 'Collection',
  kind: 'query',
  text: `query Collection($id: ID!) {
  collection(id: $id) {
    id
    name
    displayName
    kind
    href
    memberCount
    size
    modified
    owner {
      id
      name
    }
    acl {
      principal
      grants
      inverted
      privileges
    }
  }
}`,
} as const;

export interface CollectionVariables {
  id: string;
}

const createAppPasswordOperation = {
  name: 'CreateAppPassword',
  kind: 'mutation',
  text: `mutation CreateAppPassword($input: CreateAppPasswordInput!) {
  createAppPassword(input: $input) {
    newAppPassword {
      label
      secret
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface CreateAppPasswordVariables {
  input: models.CreateAppPasswordInput;
}

const createCollectionOperation = {
  name: 'CreateCollection',
  kind: 'mutation',
  text: `mutation CreateCollection($input: CreateCollectionInput!) {
  createCollection(input: $input) {
    collection {
      id
      name
      displayName
      kind
      href
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface CreateCollectionVariables {
  input: models.CreateCollectionInput;
}

const createPrincipalOperation = {
  name: 'CreatePrincipal',
  kind: 'mutation',
  text: `mutation CreatePrincipal($input: CreatePrincipalInput!) {
  createPrincipal(input: $input) {
    principal {
      id
      name
      displayName
      href
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface CreatePrincipalVariables {
  input: models.CreatePrincipalInput;
}

const meOperation = {
  name: 'Me',
  kind: 'query',
  text: `query Me {
  me {
    id
    name
    displayName
    email
    kind
    role
    quota {
      used
      limit
    }
  }
}`,
} as const;

export type MeVariables = Record<string, never>;

const outboxOperation = {
  name: 'Outbox',
  kind: 'query',
  text: `query Outbox($first: Int = 100, $after: String, $filter: MessageFilter) {
  outbox(first: $first, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      kind
      state
      attempts
      failure
      created
      due
      account {
        id
        name
      }
    }
  }
}`,
} as const;

export interface OutboxVariables {
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: models.MessageFilter | null | undefined;
}

const principalOperation = {
  name: 'Principal',
  kind: 'query',
  text: `query Principal($name: String!) {
  principal(name: $name) {
    id
    name
    displayName
    email
    kind
    role
    disabled
    collections(first: 100) {
      nodes {
        id
        name
        displayName
        kind
        href
        memberCount
        size
      }
    }
  }
}`,
} as const;

export interface PrincipalVariables {
  name: string;
}

const principalsOperation = {
  name: 'Principals',
  kind: 'query',
  text: `query Principals($first: Int = 100, $after: String, $filter: PrincipalFilter) {
  principals(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      displayName
      email
      kind
      role
      disabled
      created
    }
  }
}`,
} as const;

export interface PrincipalsVariables {
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: models.PrincipalFilter | null | undefined;
}

const retryMessageOperation = {
  name: 'RetryMessage',
  kind: 'mutation',
  text: `mutation RetryMessage($input: MessageInput!) {
  retryMessage(input: $input) {
    done
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface RetryMessageVariables {
  input: models.MessageInput;
}

const revokeAppPasswordOperation = {
  name: 'RevokeAppPassword',
  kind: 'mutation',
  text: `mutation RevokeAppPassword($input: RevokeAppPasswordInput!) {
  revokeAppPassword(input: $input) {
    done
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface RevokeAppPasswordVariables {
  input: models.RevokeAppPasswordInput;
}

const serverOperation = {
  name: 'Server',
  kind: 'query',
  text: `query Server {
  server {
    version
  }
  plugins {
    name
    version
    enabled
    distribution
  }
}`,
} as const;

export type ServerVariables = Record<string, never>;

const setDisabledOperation = {
  name: 'SetDisabled',
  kind: 'mutation',
  text: `mutation SetDisabled($input: SetDisabledInput!) {
  setDisabled(input: $input) {
    principal {
      id
      disabled
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface SetDisabledVariables {
  input: models.SetDisabledInput;
}

const shareOperation = {
  name: 'Share',
  kind: 'mutation',
  text: `mutation Share($input: ShareInput!) {
  share(input: $input) {
    collection {
      id
      displayName
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface ShareVariables {
  input: models.ShareInput;
}

const updatePrincipalOperation = {
  name: 'UpdatePrincipal',
  kind: 'mutation',
  text: `mutation UpdatePrincipal($input: UpdatePrincipalInput!) {
  updatePrincipal(input: $input) {
    principal {
      id
      name
      displayName
      email
      quota {
        used
        limit
      }
    }
    errors {
      code
      field
      message
    }
  }
}`,
} as const;

export interface UpdatePrincipalVariables {
  input: models.UpdatePrincipalInput;
}

/** Operations of GraphQL, and `run` for your own. */
export class GraphqlService extends Graphql {
  /** A page of the audit trail, the newest first. */
  audit(variables: AuditVariables = {}, options?: CallOptions): Promise<models.AuditResult> {
    return this.run(auditOperation, variables, options);
  }

  /** A collection, who may do what with it, and with whom it is shared. */
  collection(variables: CollectionVariables, options?: CallOptions): Promise<models.CollectionResult> {
    return this.run(collectionOperation, variables, options);
  }

  /** Makes a password for one client, which is told this once. */
  createAppPassword(
    variables: CreateAppPasswordVariables,
    options?: CallOptions,
  ): Promise<models.CreateAppPasswordResult> {
    return this.run(createAppPasswordOperation, variables, options);
  }

  /** Makes a calendar, an address book or a folder. */
  createCollection(
    variables: CreateCollectionVariables,
    options?: CallOptions,
  ): Promise<models.CreateCollectionResult> {
    return this.run(createCollectionOperation, variables, options);
  }

  /** Makes an account with its homes. */
  createPrincipal(variables: CreatePrincipalVariables, options?: CallOptions): Promise<models.CreatePrincipalResult> {
    return this.run(createPrincipalOperation, variables, options);
  }

  /** Who is asking, and what they may. */
  me(variables: MeVariables = {}, options?: CallOptions): Promise<models.MeResult> {
    return this.run(meOperation, variables, options);
  }

  /** A page of messages that wait, are on their way, or were given up. */
  outbox(variables: OutboxVariables = {}, options?: CallOptions): Promise<models.OutboxResult> {
    return this.run(outboxOperation, variables, options);
  }

  /** One account with its collections; null where there is none. */
  principal(variables: PrincipalVariables, options?: CallOptions): Promise<models.PrincipalResult> {
    return this.run(principalOperation, variables, options);
  }

  /** A page of accounts, groups, rooms and resources. */
  principals(variables: PrincipalsVariables = {}, options?: CallOptions): Promise<models.PrincipalsResult> {
    return this.run(principalsOperation, variables, options);
  }

  /** Tries a message of the outbox again. */
  retryMessage(variables: RetryMessageVariables, options?: CallOptions): Promise<models.RetryMessageResult> {
    return this.run(retryMessageOperation, variables, options);
  }

  /** An app password is worthless at once. */
  revokeAppPassword(
    variables: RevokeAppPasswordVariables,
    options?: CallOptions,
  ): Promise<models.RevokeAppPasswordResult> {
    return this.run(revokeAppPasswordOperation, variables, options);
  }

  /** What runs here: the server and its plugins. */
  server(variables: ServerVariables = {}, options?: CallOptions): Promise<models.ServerResult> {
    return this.run(serverOperation, variables, options);
  }

  /** Refuses all sign-ins of an account, whose data stays, or lets it sign in again. */
  setDisabled(variables: SetDisabledVariables, options?: CallOptions): Promise<models.SetDisabledResult> {
    return this.run(setDisabledOperation, variables, options);
  }

  /** Offers a calendar or an address book to somebody. */
  share(variables: ShareVariables, options?: CallOptions): Promise<models.ShareResult> {
    return this.run(shareOperation, variables, options);
  }

  /** Changes what an account is known by, or its quota. */
  updatePrincipal(variables: UpdatePrincipalVariables, options?: CallOptions): Promise<models.UpdatePrincipalResult> {
    return this.run(updatePrincipalOperation, variables, options);
  }
}
