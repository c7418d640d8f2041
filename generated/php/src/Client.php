<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Auth\Auth;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Graph;

/** A property for each service, made when it is first used. */
final class Client extends BaseClient
{
    public readonly Services\AccountsService $accounts;
    public readonly Services\AddressBooksService $addressBooks;
    public readonly Services\CalendarsService $calendars;
    public readonly Services\ChangesService $changes;
    public readonly Services\ContactsService $contacts;
    public readonly Services\EventsService $events;
    public readonly Services\FilesService $files;
    public readonly Services\InvitationsService $invitations;
    public readonly Services\SessionService $session;
    public readonly Services\SharesService $shares;
    public readonly Services\TokensService $tokens;
    public readonly Services\WebhooksService $webhooks;
    public readonly GraphQL $graphql;

    public function __construct(
        ?string $baseUrl = null,
        #[\SensitiveParameter] Auth|string|null $auth = null,
        ClientOptions $options = new ClientOptions(),
    ) {
        parent::__construct($baseUrl, $auth, $options);
        unset($this->accounts);
        unset($this->addressBooks);
        unset($this->calendars);
        unset($this->changes);
        unset($this->contacts);
        unset($this->events);
        unset($this->files);
        unset($this->invitations);
        unset($this->session);
        unset($this->shares);
        unset($this->tokens);
        unset($this->webhooks);
        unset($this->graphql);
    }

    public function __get(string $name): mixed
    {
        return $this->{$name} = match ($name) {
            'accounts' => new Services\AccountsService(new Caller($this->core())),
            'addressBooks' => new Services\AddressBooksService(new Caller($this->core())),
            'calendars' => new Services\CalendarsService(new Caller($this->core())),
            'changes' => new Services\ChangesService(new Caller($this->core())),
            'contacts' => new Services\ContactsService(new Caller($this->core())),
            'events' => new Services\EventsService(new Caller($this->core())),
            'files' => new Services\FilesService(new Caller($this->core())),
            'invitations' => new Services\InvitationsService(new Caller($this->core())),
            'session' => new Services\SessionService(new Caller($this->core())),
            'shares' => new Services\SharesService(new Caller($this->core())),
            'tokens' => new Services\TokensService(new Caller($this->core())),
            'webhooks' => new Services\WebhooksService(new Caller($this->core())),
            'graphql' => new GraphQL(new Graph($this->core())),
            default => throw new Errors\ConfigurationException("there is no service $name"),
        };
    }
}
