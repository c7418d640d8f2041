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

/** Contacts in address books, as JSContact (RFC 9553) and as vCard (RFC 6350, RFC 2426). */
final class ContactsService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List contacts
     *
     * The contacts of an address book, in no order of names.
     *
     * A page may have fewer entries than `limit`, even none, and a next one.
     *
     * @param string $addressBookId The address book.
     * @param string|null $text What a name, address, number, organization, title or note must contain, whatever the
     *   case.
     * @param string|null $email The mail address that it must have.
     * @param string|null $uid The UID that it must have.
     * @param bool|null $data Whether entries have `data`; without, a list is much quicker.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Contact>
     */
    public function list(
        string $addressBookId,
        ?string $text = null,
        ?string $email = null,
        ?string $uid = null,
        ?bool $data = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'contacts.list',
            'GET',
            '/address-books/{addressBookId}/contacts',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:text', 'text', 'query', 'form', true, Codecs::text()),
                new Parameter('query:email', 'email', 'query', 'form', true, Codecs::text()),
                new Parameter('query:uid', 'uid', 'query', 'form', true, Codecs::text()),
                new Parameter('query:data', 'data', 'query', 'form', true, Codecs::boolean()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:addressBookId' => $addressBookId,
            'query:text' => $text,
            'query:email' => $email,
            'query:uid' => $uid,
            'query:data' => $data,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Add a contact
     *
     * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     *
     * @param string $addressBookId The address book.
     */
    public function create(
        string $addressBookId,
        Models\NewContact $body,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.create',
            'POST',
            '/address-books/{addressBookId}/contacts',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\NewContact::class)],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], $body, $options);
    }

    /**
     * Add a contact
     *
     * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     *
     * @param string $addressBookId The address book.
     */
    public function createFromJscontact(
        string $addressBookId,
        Models\JsContact $body,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.create_from_jscontact',
            'POST',
            '/address-books/{addressBookId}/contacts',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/jscontact+json', Codecs::model(Models\JsContact::class)],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], $body, $options);
    }

    /**
     * Add a contact
     *
     * Adds a contact, as JSContact in an envelope or without, or as vCard, which is stored as it is.
     *
     * @param string $addressBookId The address book.
     */
    public function createFromVcard(
        string $addressBookId,
        string|Upload $body,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.create_from_vcard',
            'POST',
            '/address-books/{addressBookId}/contacts',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
            ],
            body: ['text', 'text/vcard', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
        ], $body, $options);
    }

    /**
     * Find contacts
     *
     * The same list, by more than fits into a URL. All members of the question must hold at once.
     *
     * @param string $addressBookId The address book.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Contact>
     */
    public function query(
        string $addressBookId,
        Models\ContactQuery $body,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'contacts.query',
            'QUERY',
            '/address-books/{addressBookId}/contacts',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\ContactQuery::class)],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:addressBookId' => $addressBookId,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], $body, $options);
    }

    /**
     * Fetch a contact
     *
     * The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string|null $ifNoneMatch The entity tags none of which the object must have, or `*`.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function get(
        string $addressBookId,
        string $contactId,
        ?string $ifNoneMatch = null,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.get',
            'GET',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-None-Match', 'If-None-Match', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-None-Match' => $ifNoneMatch,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Fetch a contact
     *
     * The contact in the form that Accept asks for; as `text/vcard` it is byte for byte what was stored.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string|null $ifNoneMatch The entity tags none of which the object must have, or `*`.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function getAsVcard(
        string $addressBookId,
        string $contactId,
        ?string $ifNoneMatch = null,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Text {
        $call = new Call(
            'contacts.get_as_vcard',
            'GET',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'safe',
            'text',
            'text/vcard',
            Codecs::text(),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-None-Match', 'If-None-Match', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-None-Match' => $ifNoneMatch,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Replace a contact
     *
     * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that
     * what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
     * version.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replace(
        string $addressBookId,
        string $contactId,
        Models\ContactChange $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.replace',
            'PUT',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\ContactChange::class)],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Replace a contact
     *
     * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that
     * what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
     * version.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replaceFromJscontact(
        string $addressBookId,
        string $contactId,
        Models\JsContact $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.replace_from_jscontact',
            'PUT',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/jscontact+json', Codecs::model(Models\JsContact::class)],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Replace a contact
     *
     * Says the whole contact anew. JSContact changes those lines of the stored vCard whose meaning changed, so that
     * what JSContact cannot say is kept; vCard is stored as it is. `If-Match` is required; `*` stands for any
     * version.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replaceFromVcard(
        string $addressBookId,
        string $contactId,
        string|Upload $body,
        string $ifMatch,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.replace_from_vcard',
            'PUT',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['text', 'text/vcard', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Remove a contact
     *
     * Removes a contact.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function delete(
        string $addressBookId,
        string $contactId,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'contacts.delete',
            'DELETE',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Change a contact
     *
     * Changes parts of a contact: by a merge patch of its JSContact (RFC 7396), or by a PatchObject (RFC 9553
     * §1.4.3), which reaches deeper members by pointers such as `emails/1/address`. Without `If-Match`, the change is
     * made to the version that is there.
     *
     * @param string $addressBookId The address book.
     * @param string $contactId The contact.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     * @param array<string, mixed> $body
     */
    public function update(
        string $addressBookId,
        string $contactId,
        array $body,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\Contact {
        $call = new Call(
            'contacts.update',
            'PATCH',
            '/address-books/{addressBookId}/contacts/{contactId}',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\Contact::class),
            [
                new Parameter('path:addressBookId', 'addressBookId', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:contactId', 'contactId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::mapOf(Codecs::any())],
        );
        return $this->caller->call($call, [
            'path:addressBookId' => $addressBookId,
            'path:contactId' => $contactId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }
}
