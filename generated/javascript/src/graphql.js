// Rendered from the description of the interface; not for editing.

/** @import * as models from './models.js' */
/** @import { CallOptions } from './runtime/options.js' */

import { Graphql } from './runtime/graphql.js';

const auditOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} AuditVariables
 * @property {number | null} [first]
 * @property {string | null} [after]
 * @property {models.AuditFilter | null} [filter]
 */

const collectionOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} CollectionVariables
 * @property {string} id
 */

const createAppPasswordOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} CreateAppPasswordVariables
 * @property {models.CreateAppPasswordInput} input
 */

const createCollectionOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} CreateCollectionVariables
 * @property {models.CreateCollectionInput} input
 */

const createPrincipalOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} CreatePrincipalVariables
 * @property {models.CreatePrincipalInput} input
 */

const meOperation = /** @type {const} */ ({
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
});

/** @typedef {object} MeVariables */

const outboxOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} OutboxVariables
 * @property {number | null} [first]
 * @property {string | null} [after]
 * @property {models.MessageFilter | null} [filter]
 */

const principalOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} PrincipalVariables
 * @property {string} name
 */

const principalsOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} PrincipalsVariables
 * @property {number | null} [first]
 * @property {string | null} [after]
 * @property {models.PrincipalFilter | null} [filter]
 */

const retryMessageOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} RetryMessageVariables
 * @property {models.MessageInput} input
 */

const revokeAppPasswordOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} RevokeAppPasswordVariables
 * @property {models.RevokeAppPasswordInput} input
 */

const serverOperation = /** @type {const} */ ({
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
});

/** @typedef {object} ServerVariables */

const setDisabledOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} SetDisabledVariables
 * @property {models.SetDisabledInput} input
 */

const shareOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} ShareVariables
 * @property {models.ShareInput} input
 */

const updatePrincipalOperation = /** @type {const} */ ({
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
});

/**
 * @typedef {object} UpdatePrincipalVariables
 * @property {models.UpdatePrincipalInput} input
 */

/** Operations of GraphQL, and `run` for your own. */
export class GraphqlService extends Graphql {
  /**
   * A page of the audit trail, the newest first.
   *
   * @param {AuditVariables} [variables]
   * @param {CallOptions} [options]
   * @returns {Promise<models.AuditResult>}
   */
  audit(variables = {}, options) {
    return this.run(auditOperation, variables, options);
  }

  /**
   * A collection, who may do what with it, and with whom it is shared.
   *
   * @param {CollectionVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.CollectionResult>}
   */
  collection(variables, options) {
    return this.run(collectionOperation, variables, options);
  }

  /**
   * Makes a password for one client, which is told this once.
   *
   * @param {CreateAppPasswordVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.CreateAppPasswordResult>}
   */
  createAppPassword(variables, options) {
    return this.run(createAppPasswordOperation, variables, options);
  }

  /**
   * Makes a calendar, an address book or a folder.
   *
   * @param {CreateCollectionVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.CreateCollectionResult>}
   */
  createCollection(variables, options) {
    return this.run(createCollectionOperation, variables, options);
  }

  /**
   * Makes an account with its homes.
   *
   * @param {CreatePrincipalVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.CreatePrincipalResult>}
   */
  createPrincipal(variables, options) {
    return this.run(createPrincipalOperation, variables, options);
  }

  /**
   * Who is asking, and what they may.
   *
   * @param {MeVariables} [variables]
   * @param {CallOptions} [options]
   * @returns {Promise<models.MeResult>}
   */
  me(variables = {}, options) {
    return this.run(meOperation, variables, options);
  }

  /**
   * A page of messages that wait, are on their way, or were given up.
   *
   * @param {OutboxVariables} [variables]
   * @param {CallOptions} [options]
   * @returns {Promise<models.OutboxResult>}
   */
  outbox(variables = {}, options) {
    return this.run(outboxOperation, variables, options);
  }

  /**
   * One account with its collections; null where there is none.
   *
   * @param {PrincipalVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.PrincipalResult>}
   */
  principal(variables, options) {
    return this.run(principalOperation, variables, options);
  }

  /**
   * A page of accounts, groups, rooms and resources.
   *
   * @param {PrincipalsVariables} [variables]
   * @param {CallOptions} [options]
   * @returns {Promise<models.PrincipalsResult>}
   */
  principals(variables = {}, options) {
    return this.run(principalsOperation, variables, options);
  }

  /**
   * Tries a message of the outbox again.
   *
   * @param {RetryMessageVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.RetryMessageResult>}
   */
  retryMessage(variables, options) {
    return this.run(retryMessageOperation, variables, options);
  }

  /**
   * An app password is worthless at once.
   *
   * @param {RevokeAppPasswordVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.RevokeAppPasswordResult>}
   */
  revokeAppPassword(variables, options) {
    return this.run(revokeAppPasswordOperation, variables, options);
  }

  /**
   * What runs here: the server and its plugins.
   *
   * @param {ServerVariables} [variables]
   * @param {CallOptions} [options]
   * @returns {Promise<models.ServerResult>}
   */
  server(variables = {}, options) {
    return this.run(serverOperation, variables, options);
  }

  /**
   * Refuses all sign-ins of an account, whose data stays, or lets it sign in again.
   *
   * @param {SetDisabledVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.SetDisabledResult>}
   */
  setDisabled(variables, options) {
    return this.run(setDisabledOperation, variables, options);
  }

  /**
   * Offers a calendar or an address book to somebody.
   *
   * @param {ShareVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.ShareResult>}
   */
  share(variables, options) {
    return this.run(shareOperation, variables, options);
  }

  /**
   * Changes what an account is known by, or its quota.
   *
   * @param {UpdatePrincipalVariables} variables
   * @param {CallOptions} [options]
   * @returns {Promise<models.UpdatePrincipalResult>}
   */
  updatePrincipal(variables, options) {
    return this.run(updatePrincipalOperation, variables, options);
  }
}
