<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Internal\Graph;

/** The operations of GraphQL, typed by what each asks for. */
final class GraphQL
{
    /** @internal */
    public function __construct(private readonly Graph $graph)
    {
    }

    /**
     * Any operation; its data as JSON. It is sent again only where it is a query.
     *
     * @param array<string, mixed> $variables
     */
    public function execute(
        string $text,
        array $variables = [],
        ?string $name = null,
        ?CallOptions $options = null,
    ): mixed {
        $retry = preg_match('/\b(mutation|subscription)\b/', $text) ? 'never' : 'safe';
        return $this->graph->ask($name, $retry, $text, $variables, Codecs::any(), $options);
    }

    /** A page of the audit trail, the newest first. */
    public function audit(
        int|Absent|null $first = Absent::It,
        string|Absent|null $after = Absent::It,
        Models\AuditFilter|Absent|null $filter = Absent::It,
        ?CallOptions $options = null,
    ): Models\AuditResult {
        $text = "query Audit(\$first: Int = 100, \$after: String, \$filter: AuditFilter) {\n  audit(first: \$first, after: \$after, filter: \$filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      at\n      action\n      outcome\n      href\n      actor {\n        id\n        name\n      }\n    }\n  }\n}";
        return $this->graph->ask(
            'Audit',
            'safe',
            $text,
            [
                'first' => $first,
                'after' => $after,
                'filter' => $filter,
            ],
            Codecs::model(Models\AuditResult::class),
            $options,
        );
    }

    /** A collection, who may do what with it, and with whom it is shared. */
    public function collection(
        string $id,
        ?CallOptions $options = null,
    ): Models\CollectionResult {
        $text = "query Collection(\$id: ID!) {\n  collection(id: \$id) {\n    id\n    name\n    displayName\n    kind\n    href\n    memberCount\n    size\n    modified\n    owner {\n      id\n      name\n    }\n    acl {\n      principal\n      grants\n      inverted\n      privileges\n    }\n  }\n}";
        return $this->graph->ask(
            'Collection',
            'safe',
            $text,
            [
                'id' => $id,
            ],
            Codecs::model(Models\CollectionResult::class),
            $options,
        );
    }

    /** Makes a password for one client, which is told this once. */
    public function createAppPassword(
        Models\CreateAppPasswordInput $input,
        ?CallOptions $options = null,
    ): Models\CreateAppPasswordResult {
        $text = "mutation CreateAppPassword(\$input: CreateAppPasswordInput!) {\n  createAppPassword(input: \$input) {\n    newAppPassword {\n      label\n      secret\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'CreateAppPassword',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\CreateAppPasswordResult::class),
            $options,
        );
    }

    /** Makes a calendar, an address book or a folder. */
    public function createCollection(
        Models\CreateCollectionInput $input,
        ?CallOptions $options = null,
    ): Models\CreateCollectionResult {
        $text = "mutation CreateCollection(\$input: CreateCollectionInput!) {\n  createCollection(input: \$input) {\n    collection {\n      id\n      name\n      displayName\n      kind\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'CreateCollection',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\CreateCollectionResult::class),
            $options,
        );
    }

    /** Makes an account with its homes. */
    public function createPrincipal(
        Models\CreatePrincipalInput $input,
        ?CallOptions $options = null,
    ): Models\CreatePrincipalResult {
        $text = "mutation CreatePrincipal(\$input: CreatePrincipalInput!) {\n  createPrincipal(input: \$input) {\n    principal {\n      id\n      name\n      displayName\n      href\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'CreatePrincipal',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\CreatePrincipalResult::class),
            $options,
        );
    }

    /** Who is asking, and what they may. */
    public function me(
        ?CallOptions $options = null,
    ): Models\MeResult {
        $text = "query Me {\n  me {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    quota {\n      used\n      limit\n    }\n  }\n}";
        return $this->graph->ask(
            'Me',
            'safe',
            $text,
            [],
            Codecs::model(Models\MeResult::class),
            $options,
        );
    }

    /** A page of messages that wait, are on their way, or were given up. */
    public function outbox(
        int|Absent|null $first = Absent::It,
        string|Absent|null $after = Absent::It,
        Models\MessageFilter|Absent|null $filter = Absent::It,
        ?CallOptions $options = null,
    ): Models\OutboxResult {
        $text = "query Outbox(\$first: Int = 100, \$after: String, \$filter: MessageFilter) {\n  outbox(first: \$first, after: \$after, filter: \$filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      kind\n      state\n      attempts\n      failure\n      created\n      due\n      account {\n        id\n        name\n      }\n    }\n  }\n}";
        return $this->graph->ask(
            'Outbox',
            'safe',
            $text,
            [
                'first' => $first,
                'after' => $after,
                'filter' => $filter,
            ],
            Codecs::model(Models\OutboxResult::class),
            $options,
        );
    }

    /** One account with its collections; null where there is none. */
    public function principal(
        string $name,
        ?CallOptions $options = null,
    ): Models\PrincipalResult {
        $text = "query Principal(\$name: String!) {\n  principal(name: \$name) {\n    id\n    name\n    displayName\n    email\n    kind\n    role\n    disabled\n    collections(first: 100) {\n      nodes {\n        id\n        name\n        displayName\n        kind\n        href\n        memberCount\n        size\n      }\n    }\n  }\n}";
        return $this->graph->ask(
            'Principal',
            'safe',
            $text,
            [
                'name' => $name,
            ],
            Codecs::model(Models\PrincipalResult::class),
            $options,
        );
    }

    /** A page of accounts, groups, rooms and resources. */
    public function principals(
        int|Absent|null $first = Absent::It,
        string|Absent|null $after = Absent::It,
        Models\PrincipalFilter|Absent|null $filter = Absent::It,
        ?CallOptions $options = null,
    ): Models\PrincipalsResult {
        $text = "query Principals(\$first: Int = 100, \$after: String, \$filter: PrincipalFilter) {\n  principals(first: \$first, after: \$after, filter: \$filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      name\n      displayName\n      email\n      kind\n      role\n      disabled\n      created\n    }\n  }\n}";
        return $this->graph->ask(
            'Principals',
            'safe',
            $text,
            [
                'first' => $first,
                'after' => $after,
                'filter' => $filter,
            ],
            Codecs::model(Models\PrincipalsResult::class),
            $options,
        );
    }

    /** Tries a message of the outbox again. */
    public function retryMessage(
        Models\MessageInput $input,
        ?CallOptions $options = null,
    ): Models\RetryMessageResult {
        $text = "mutation RetryMessage(\$input: MessageInput!) {\n  retryMessage(input: \$input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'RetryMessage',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\RetryMessageResult::class),
            $options,
        );
    }

    /** An app password is worthless at once. */
    public function revokeAppPassword(
        Models\RevokeAppPasswordInput $input,
        ?CallOptions $options = null,
    ): Models\RevokeAppPasswordResult {
        $text = "mutation RevokeAppPassword(\$input: RevokeAppPasswordInput!) {\n  revokeAppPassword(input: \$input) {\n    done\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'RevokeAppPassword',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\RevokeAppPasswordResult::class),
            $options,
        );
    }

    /** What runs here: the server and its plugins. */
    public function server(
        ?CallOptions $options = null,
    ): Models\ServerResult {
        $text = "query Server {\n  server {\n    version\n  }\n  plugins {\n    name\n    version\n    enabled\n    distribution\n  }\n}";
        return $this->graph->ask(
            'Server',
            'safe',
            $text,
            [],
            Codecs::model(Models\ServerResult::class),
            $options,
        );
    }

    /** Refuses all sign-ins of an account, whose data stays, or lets it sign in again. */
    public function setDisabled(
        Models\SetDisabledInput $input,
        ?CallOptions $options = null,
    ): Models\SetDisabledResult {
        $text = "mutation SetDisabled(\$input: SetDisabledInput!) {\n  setDisabled(input: \$input) {\n    principal {\n      id\n      disabled\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'SetDisabled',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\SetDisabledResult::class),
            $options,
        );
    }

    /** Offers a calendar or an address book to somebody. */
    public function share(
        Models\ShareInput $input,
        ?CallOptions $options = null,
    ): Models\ShareResult {
        $text = "mutation Share(\$input: ShareInput!) {\n  share(input: \$input) {\n    collection {\n      id\n      displayName\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'Share',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\ShareResult::class),
            $options,
        );
    }

    /** Changes what an account is known by, or its quota. */
    public function updatePrincipal(
        Models\UpdatePrincipalInput $input,
        ?CallOptions $options = null,
    ): Models\UpdatePrincipalResult {
        $text = "mutation UpdatePrincipal(\$input: UpdatePrincipalInput!) {\n  updatePrincipal(input: \$input) {\n    principal {\n      id\n      name\n      displayName\n      email\n      quota {\n        used\n        limit\n      }\n    }\n    errors {\n      code\n      field\n      message\n    }\n  }\n}";
        return $this->graph->ask(
            'UpdatePrincipal',
            'never',
            $text,
            [
                'input' => $input,
            ],
            Codecs::model(Models\UpdatePrincipalResult::class),
            $options,
        );
    }
}
