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
use A3dav\Client\Text;
use A3dav\Client\Upload;

/** Address books of one's own and those that others share. */
final class AddressBooksService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List address books
     *
     * One's own address books, and behind them those that others share.
     *
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\AddressBook>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'addressBooks.list',
            'GET',
            '/address-books',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\AddressBook::class),
            [
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Make an address book
     *
     * Makes an address book of one's own.
     */
    public function create(
        Models\NewAddressBook $body,
        ?CallOptions $options = null,
    ): Models\AddressBook {
        $call = new Call(
            'addressBooks.create',
            'POST',
            '/address-books',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\AddressBook::class),
            body: ['json', 'application/json', Codecs::model(Models\NewAddressBook::class)],
        );
        return $this->caller->call($call, [], $body, $options);
    }

    /**
     * Fetch an address book
     *
     * What is told of an address book, without what it holds.
     *
     * @param string $addressBookId The address book.
     */
    public function get(
        string $addressBookId,
        ?CallOptions $options = null,
    ): Models\AddressBook {
        $call = new Call(
            'addressBooks.get',
            'GET',
            '/address-books/{addressBookId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\AddressBook::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], null, $options);
    }

    /**
     * Remove an address book
     *
     * Removes an address book of one's own with everything in it. An address book of somebody else is taken out of
     * one's own list, and stays as it is. The default address book is emptied.
     *
     * @param string $addressBookId The address book.
     */
    public function delete(
        string $addressBookId,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'addressBooks.delete',
            'DELETE',
            '/address-books/{addressBookId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], null, $options);
    }

    /**
     * Change an address book
     *
     * Changes what is given, and removes what is null (RFC 7396). Whoever an address book is shared with changes how
     * it is shown to them alone.
     *
     * @param string $addressBookId The address book.
     */
    public function update(
        string $addressBookId,
        Models\AddressBookUpdate $body,
        ?CallOptions $options = null,
    ): Models\AddressBook {
        $call = new Call(
            'addressBooks.update',
            'PATCH',
            '/address-books/{addressBookId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\AddressBook::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\AddressBookUpdate::class)],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], $body, $options);
    }

    /**
     * Export an address book
     *
     * Everything in the address book as one file.
     *
     * @param string $addressBookId The address book.
     */
    public function export(
        string $addressBookId,
        ?CallOptions $options = null,
    ): Text {
        $call = new Call(
            'addressBooks.export',
            'GET',
            '/address-books/{addressBookId}/export',
            'safe',
            'text',
            'text/vcard',
            Codecs::text(),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], null, $options);
    }

    /**
     * Import a file
     *
     * Stores each object of a file, new or in the place of the one with its UID.
     *
     * @param string $addressBookId The address book.
     * @param Models\IfExists|string|null $ifExists What to do with an object whose UID is there already.
     */
    public function import(
        string $addressBookId,
        string|Upload $body,
        Models\IfExists|string|null $ifExists = null,
        ?CallOptions $options = null,
    ): Models\ImportReport {
        $call = new Call(
            'addressBooks.import',
            'POST',
            '/address-books/{addressBookId}/import',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\ImportReport::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter(
                    'query:if-exists',
                    'if-exists',
                    'query',
                    'form',
                    true,
                    Codecs::textEnum(Models\IfExists::class),
                ),
            ],
            body: ['text', 'text/vcard', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'query:if-exists' => $ifExists,
        ], $body, $options);
    }
}
