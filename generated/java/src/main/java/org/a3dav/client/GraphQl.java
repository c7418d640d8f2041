package org.a3dav.client;

import java.util.concurrent.CompletableFuture;

/** Asks what the schema offers. Its methods are the operations that are known by name. */
public final class GraphQl extends GraphQlCalls {
    GraphQl(Core core) {
        super(core);
    }

    /** A page of the audit trail, the newest first. */
    public AuditResult audit(AuditVariables variables, CallOption... options) {
        String document = "query Audit($first: Int = 100, $after: String, $filter: AuditFilter) {\n"
            + "  audit(first: $first, after: $after, filter: $filter) {\n"
            + "    pageInfo {\n"
            + "      hasNextPage\n"
            + "      endCursor\n"
            + "    }\n"
            + "    nodes {\n"
            + "      at\n"
            + "      action\n"
            + "      outcome\n"
            + "      href\n"
            + "      actor {\n"
            + "        id\n"
            + "        name\n"
            + "      }\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Audit", variables.toJson(), AuditResult.CODEC, options);
    }

    /** The same without variables. */
    public AuditResult audit(CallOption... options) {
        return audit(AuditVariables.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<AuditResult> auditAsync(AuditVariables variables, CallOption... options) {
        return async(() -> audit(variables, options));
    }

    /** A collection, who may do what with it, and with whom it is shared. */
    public CollectionResult collection(CollectionVariables variables, CallOption... options) {
        String document = "query Collection($id: ID!) {\n"
            + "  collection(id: $id) {\n"
            + "    id\n"
            + "    name\n"
            + "    displayName\n"
            + "    kind\n"
            + "    href\n"
            + "    memberCount\n"
            + "    size\n"
            + "    modified\n"
            + "    owner {\n"
            + "      id\n"
            + "      name\n"
            + "    }\n"
            + "    acl {\n"
            + "      principal\n"
            + "      grants\n"
            + "      inverted\n"
            + "      privileges\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Collection", variables.toJson(), CollectionResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CollectionResult> collectionAsync(CollectionVariables variables, CallOption... options) {
        return async(() -> collection(variables, options));
    }

    /** Makes a password for one client, which is told this once. */
    public CreateAppPasswordResult createAppPassword(CreateAppPasswordVariables variables, CallOption... options) {
        String document = "mutation CreateAppPassword($input: CreateAppPasswordInput!) {\n"
            + "  createAppPassword(input: $input) {\n"
            + "    newAppPassword {\n"
            + "      label\n"
            + "      secret\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "CreateAppPassword", variables.toJson(), CreateAppPasswordResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CreateAppPasswordResult> createAppPasswordAsync(CreateAppPasswordVariables variables, CallOption... options) {
        return async(() -> createAppPassword(variables, options));
    }

    /** Makes a calendar, an address book or a folder. */
    public CreateCollectionResult createCollection(CreateCollectionVariables variables, CallOption... options) {
        String document = "mutation CreateCollection($input: CreateCollectionInput!) {\n"
            + "  createCollection(input: $input) {\n"
            + "    collection {\n"
            + "      id\n"
            + "      name\n"
            + "      displayName\n"
            + "      kind\n"
            + "      href\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "CreateCollection", variables.toJson(), CreateCollectionResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CreateCollectionResult> createCollectionAsync(CreateCollectionVariables variables, CallOption... options) {
        return async(() -> createCollection(variables, options));
    }

    /** Makes an account with its homes. */
    public CreatePrincipalResult createPrincipal(CreatePrincipalVariables variables, CallOption... options) {
        String document = "mutation CreatePrincipal($input: CreatePrincipalInput!) {\n"
            + "  createPrincipal(input: $input) {\n"
            + "    principal {\n"
            + "      id\n"
            + "      name\n"
            + "      displayName\n"
            + "      href\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "CreatePrincipal", variables.toJson(), CreatePrincipalResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<CreatePrincipalResult> createPrincipalAsync(CreatePrincipalVariables variables, CallOption... options) {
        return async(() -> createPrincipal(variables, options));
    }

    /** Who is asking, and what they may. */
    public MeResult me(CallOption... options) {
        String document = "query Me {\n"
            + "  me {\n"
            + "    id\n"
            + "    name\n"
            + "    displayName\n"
            + "    email\n"
            + "    kind\n"
            + "    role\n"
            + "    quota {\n"
            + "      used\n"
            + "      limit\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Me", Json.NODES.objectNode(), MeResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<MeResult> meAsync(CallOption... options) {
        return async(() -> me(options));
    }

    /** A page of messages that wait, are on their way, or were given up. */
    public OutboxResult outbox(OutboxVariables variables, CallOption... options) {
        String document = "query Outbox($first: Int = 100, $after: String, $filter: MessageFilter) {\n"
            + "  outbox(first: $first, after: $after, filter: $filter) {\n"
            + "    pageInfo {\n"
            + "      hasNextPage\n"
            + "      endCursor\n"
            + "    }\n"
            + "    nodes {\n"
            + "      id\n"
            + "      kind\n"
            + "      state\n"
            + "      attempts\n"
            + "      failure\n"
            + "      created\n"
            + "      due\n"
            + "      account {\n"
            + "        id\n"
            + "        name\n"
            + "      }\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Outbox", variables.toJson(), OutboxResult.CODEC, options);
    }

    /** The same without variables. */
    public OutboxResult outbox(CallOption... options) {
        return outbox(OutboxVariables.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<OutboxResult> outboxAsync(OutboxVariables variables, CallOption... options) {
        return async(() -> outbox(variables, options));
    }

    /** One account with its collections; null where there is none. */
    public PrincipalResult principal(PrincipalVariables variables, CallOption... options) {
        String document = "query Principal($name: String!) {\n"
            + "  principal(name: $name) {\n"
            + "    id\n"
            + "    name\n"
            + "    displayName\n"
            + "    email\n"
            + "    kind\n"
            + "    role\n"
            + "    disabled\n"
            + "    collections(first: 100) {\n"
            + "      nodes {\n"
            + "        id\n"
            + "        name\n"
            + "        displayName\n"
            + "        kind\n"
            + "        href\n"
            + "        memberCount\n"
            + "        size\n"
            + "      }\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Principal", variables.toJson(), PrincipalResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<PrincipalResult> principalAsync(PrincipalVariables variables, CallOption... options) {
        return async(() -> principal(variables, options));
    }

    /** A page of accounts, groups, rooms and resources. */
    public PrincipalsResult principals(PrincipalsVariables variables, CallOption... options) {
        String document = "query Principals($first: Int = 100, $after: String, $filter: PrincipalFilter) {\n"
            + "  principals(first: $first, after: $after, filter: $filter) {\n"
            + "    totalCount\n"
            + "    pageInfo {\n"
            + "      hasNextPage\n"
            + "      endCursor\n"
            + "    }\n"
            + "    nodes {\n"
            + "      id\n"
            + "      name\n"
            + "      displayName\n"
            + "      email\n"
            + "      kind\n"
            + "      role\n"
            + "      disabled\n"
            + "      created\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Principals", variables.toJson(), PrincipalsResult.CODEC, options);
    }

    /** The same without variables. */
    public PrincipalsResult principals(CallOption... options) {
        return principals(PrincipalsVariables.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<PrincipalsResult> principalsAsync(PrincipalsVariables variables, CallOption... options) {
        return async(() -> principals(variables, options));
    }

    /** Tries a message of the outbox again. */
    public RetryMessageResult retryMessage(RetryMessageVariables variables, CallOption... options) {
        String document = "mutation RetryMessage($input: MessageInput!) {\n"
            + "  retryMessage(input: $input) {\n"
            + "    done\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "RetryMessage", variables.toJson(), RetryMessageResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<RetryMessageResult> retryMessageAsync(RetryMessageVariables variables, CallOption... options) {
        return async(() -> retryMessage(variables, options));
    }

    /** An app password is worthless at once. */
    public RevokeAppPasswordResult revokeAppPassword(RevokeAppPasswordVariables variables, CallOption... options) {
        String document = "mutation RevokeAppPassword($input: RevokeAppPasswordInput!) {\n"
            + "  revokeAppPassword(input: $input) {\n"
            + "    done\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "RevokeAppPassword", variables.toJson(), RevokeAppPasswordResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<RevokeAppPasswordResult> revokeAppPasswordAsync(RevokeAppPasswordVariables variables, CallOption... options) {
        return async(() -> revokeAppPassword(variables, options));
    }

    /** What runs here: the server and its plugins. */
    public ServerResult server(CallOption... options) {
        String document = "query Server {\n"
            + "  server {\n"
            + "    version\n"
            + "  }\n"
            + "  plugins {\n"
            + "    name\n"
            + "    version\n"
            + "    enabled\n"
            + "    distribution\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.SAFE, document, "Server", Json.NODES.objectNode(), ServerResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<ServerResult> serverAsync(CallOption... options) {
        return async(() -> server(options));
    }

    /** Refuses all sign-ins of an account, whose data stays, or lets it sign in again. */
    public SetDisabledResult setDisabled(SetDisabledVariables variables, CallOption... options) {
        String document = "mutation SetDisabled($input: SetDisabledInput!) {\n"
            + "  setDisabled(input: $input) {\n"
            + "    principal {\n"
            + "      id\n"
            + "      disabled\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "SetDisabled", variables.toJson(), SetDisabledResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<SetDisabledResult> setDisabledAsync(SetDisabledVariables variables, CallOption... options) {
        return async(() -> setDisabled(variables, options));
    }

    /** Offers a calendar or an address book to somebody. */
    public ShareResult share(ShareVariables variables, CallOption... options) {
        String document = "mutation Share($input: ShareInput!) {\n"
            + "  share(input: $input) {\n"
            + "    collection {\n"
            + "      id\n"
            + "      displayName\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "Share", variables.toJson(), ShareResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<ShareResult> shareAsync(ShareVariables variables, CallOption... options) {
        return async(() -> share(variables, options));
    }

    /** Changes what an account is known by, or its quota. */
    public UpdatePrincipalResult updatePrincipal(UpdatePrincipalVariables variables, CallOption... options) {
        String document = "mutation UpdatePrincipal($input: UpdatePrincipalInput!) {\n"
            + "  updatePrincipal(input: $input) {\n"
            + "    principal {\n"
            + "      id\n"
            + "      name\n"
            + "      displayName\n"
            + "      email\n"
            + "      quota {\n"
            + "        used\n"
            + "        limit\n"
            + "      }\n"
            + "    }\n"
            + "    errors {\n"
            + "      code\n"
            + "      field\n"
            + "      message\n"
            + "    }\n"
            + "  }\n"
            + "}";
        return ask(
            Retry.NEVER, document, "UpdatePrincipal", variables.toJson(), UpdatePrincipalResult.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<UpdatePrincipalResult> updatePrincipalAsync(UpdatePrincipalVariables variables, CallOption... options) {
        return async(() -> updatePrincipal(variables, options));
    }
}
