<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;

/** What others offer to share. */
final class InvitationsService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List invitations
     *
     * What others offered to share, whatever one made of it, the oldest first.
     *
     * @param Models\InvitationState|string|null $state Those in this state alone.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Invitation>
     */
    public function list(
        Models\InvitationState|string|null $state = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'invitations.list',
            'GET',
            '/invitations',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Invitation::class),
            [
                new Parameter(
                    'query:state',
                    'state',
                    'query',
                    'form',
                    true,
                    Codecs::textEnum(Models\InvitationState::class),
                ),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:state' => $state,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Accept or decline an invitation
     *
     * What is accepted stands among one's own calendars or address books; what is declined does not, or no more.
     *
     * @param string $invitationId The invitation.
     */
    public function answer(
        string $invitationId,
        Models\InvitationAnswer $body,
        ?CallOptions $options = null,
    ): Models\Invitation {
        $call = new Call(
            'invitations.answer',
            'PUT',
            '/invitations/{invitationId}/answer',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Invitation::class),
            [
                new Parameter('path:invitationId', 'invitationId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\InvitationAnswer::class)],
        );
        return $this->caller->call($call, [
            'path:invitationId' => $invitationId,
        ], $body, $options);
    }
}
