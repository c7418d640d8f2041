// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    public sealed partial class GraphQLService
    {
        /// <summary>A page of the audit trail, the newest first.</summary>
        /// <param name="first">first</param>
        /// <param name="after">after</param>
        /// <param name="filter">filter</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<AuditResult> AuditAsync(
            Optional<long> first = default(Optional<long>),
            Optional<string> after = default(Optional<string>),
            Optional<AuditFilter> filter = default(Optional<AuditFilter>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Audit($first: Int = 100, $after: String, $filter: AuditFilter) {\n"
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
            var variables = new JObject();
            Give(variables, "first", first);
            Give(variables, "after", after);
            Give(variables, "filter", filter);
            return AskAsync<AuditResult>(Retry.Safe, document, "Audit", variables, options, cancellationToken);
        }

        /// <summary>A collection, who may do what with it, and with whom it is shared.</summary>
        /// <param name="id">id</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CollectionResult> CollectionAsync(
            string id,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Collection($id: ID!) {\n"
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
            var variables = new JObject();
            Give(variables, "id", id);
            return AskAsync<CollectionResult>(Retry.Safe, document, "Collection", variables, options, cancellationToken);
        }

        /// <summary>Makes a password for one client, which is told this once.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CreateAppPasswordResult> CreateAppPasswordAsync(
            CreateAppPasswordInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation CreateAppPassword($input: CreateAppPasswordInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<CreateAppPasswordResult>(Retry.Never, document, "CreateAppPassword", variables, options, cancellationToken);
        }

        /// <summary>Makes a calendar, an address book or a folder.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CreateCollectionResult> CreateCollectionAsync(
            CreateCollectionInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation CreateCollection($input: CreateCollectionInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<CreateCollectionResult>(Retry.Never, document, "CreateCollection", variables, options, cancellationToken);
        }

        /// <summary>Makes an account with its homes.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<CreatePrincipalResult> CreatePrincipalAsync(
            CreatePrincipalInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation CreatePrincipal($input: CreatePrincipalInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<CreatePrincipalResult>(Retry.Never, document, "CreatePrincipal", variables, options, cancellationToken);
        }

        /// <summary>Who is asking, and what they may.</summary>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<MeResult> MeAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Me {\n"
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
            var variables = new JObject();
            return AskAsync<MeResult>(Retry.Safe, document, "Me", variables, options, cancellationToken);
        }

        /// <summary>A page of messages that wait, are on their way, or were given up.</summary>
        /// <param name="first">first</param>
        /// <param name="after">after</param>
        /// <param name="filter">filter</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<OutboxResult> OutboxAsync(
            Optional<long> first = default(Optional<long>),
            Optional<string> after = default(Optional<string>),
            Optional<MessageFilter> filter = default(Optional<MessageFilter>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Outbox($first: Int = 100, $after: String, $filter: MessageFilter) {\n"
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
            var variables = new JObject();
            Give(variables, "first", first);
            Give(variables, "after", after);
            Give(variables, "filter", filter);
            return AskAsync<OutboxResult>(Retry.Safe, document, "Outbox", variables, options, cancellationToken);
        }

        /// <summary>One account with its collections; null where there is none.</summary>
        /// <param name="name">name</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<PrincipalResult> PrincipalAsync(
            string name,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Principal($name: String!) {\n"
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
            var variables = new JObject();
            Give(variables, "name", name);
            return AskAsync<PrincipalResult>(Retry.Safe, document, "Principal", variables, options, cancellationToken);
        }

        /// <summary>A page of accounts, groups, rooms and resources.</summary>
        /// <param name="first">first</param>
        /// <param name="after">after</param>
        /// <param name="filter">filter</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<PrincipalsResult> PrincipalsAsync(
            Optional<long> first = default(Optional<long>),
            Optional<string> after = default(Optional<string>),
            Optional<PrincipalFilter> filter = default(Optional<PrincipalFilter>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Principals($first: Int = 100, $after: String, $filter: PrincipalFilter) {\n"
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
            var variables = new JObject();
            Give(variables, "first", first);
            Give(variables, "after", after);
            Give(variables, "filter", filter);
            return AskAsync<PrincipalsResult>(Retry.Safe, document, "Principals", variables, options, cancellationToken);
        }

        /// <summary>Tries a message of the outbox again.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<RetryMessageResult> RetryMessageAsync(
            MessageInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation RetryMessage($input: MessageInput!) {\n"
                + "  retryMessage(input: $input) {\n"
                + "    done\n"
                + "    errors {\n"
                + "      code\n"
                + "      field\n"
                + "      message\n"
                + "    }\n"
                + "  }\n"
                + "}";
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<RetryMessageResult>(Retry.Never, document, "RetryMessage", variables, options, cancellationToken);
        }

        /// <summary>An app password is worthless at once.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<RevokeAppPasswordResult> RevokeAppPasswordAsync(
            RevokeAppPasswordInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation RevokeAppPassword($input: RevokeAppPasswordInput!) {\n"
                + "  revokeAppPassword(input: $input) {\n"
                + "    done\n"
                + "    errors {\n"
                + "      code\n"
                + "      field\n"
                + "      message\n"
                + "    }\n"
                + "  }\n"
                + "}";
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<RevokeAppPasswordResult>(Retry.Never, document, "RevokeAppPassword", variables, options, cancellationToken);
        }

        /// <summary>What runs here: the server and its plugins.</summary>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<ServerResult> ServerAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "query Server {\n"
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
            var variables = new JObject();
            return AskAsync<ServerResult>(Retry.Safe, document, "Server", variables, options, cancellationToken);
        }

        /// <summary>Refuses all sign-ins of an account, whose data stays, or lets it sign in again.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<SetDisabledResult> SetDisabledAsync(
            SetDisabledInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation SetDisabled($input: SetDisabledInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<SetDisabledResult>(Retry.Never, document, "SetDisabled", variables, options, cancellationToken);
        }

        /// <summary>Offers a calendar or an address book to somebody.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<ShareResult> ShareAsync(
            ShareInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation Share($input: ShareInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<ShareResult>(Retry.Never, document, "Share", variables, options, cancellationToken);
        }

        /// <summary>Changes what an account is known by, or its quota.</summary>
        /// <param name="input">input</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<UpdatePrincipalResult> UpdatePrincipalAsync(
            UpdatePrincipalInput input,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string document = "mutation UpdatePrincipal($input: UpdatePrincipalInput!) {\n"
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
            var variables = new JObject();
            Give(variables, "input", input);
            return AskAsync<UpdatePrincipalResult>(Retry.Never, document, "UpdatePrincipal", variables, options, cancellationToken);
        }
    }
}
