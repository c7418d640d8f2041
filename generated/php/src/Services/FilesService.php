<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Download;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;
use A3dav\Client\Upload;

/** Folders and files of one's own, and those that others let one see. */
final class FilesService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List a folder
     *
     * The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name of
     * which contains it, in whatever folder it is; a page of such an answer may have few entries, or none, and not be
     * the last.
     *
     * @param string|null $folder The folder; without it, the one that holds all others of whoever asks.
     * @param string|null $text What a name has to contain, without regard to case.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\File>
     */
    public function list(
        ?string $folder = null,
        ?string $text = null,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'files.list',
            'GET',
            '/files',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            [
                new Parameter('query:folder', 'folder', 'query', 'form', true, Codecs::text()),
                new Parameter('query:text', 'text', 'query', 'form', true, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'query:folder' => $folder,
            'query:text' => $text,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Make a folder
     *
     * Makes an empty folder.
     */
    public function create(
        Models\NewFolder $body,
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.create',
            'POST',
            '/files',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            body: ['json', 'application/json', Codecs::model(Models\NewFolder::class)],
        );
        return $this->caller->call($call, [], $body, $options);
    }

    /**
     * Upload a new file
     *
     * Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken the answer
     * is 409 with the type `/problems/name-taken`. What is too large, or more than there is room for, is refused
     * before the body is sent by a client that waits for `100 Continue`.
     *
     * @param string $name The name of the file.
     * @param string|null $folder The folder; without it, the one that holds all others of whoever asks.
     */
    public function upload(
        string $name,
        string|Upload|null $body = null,
        ?string $folder = null,
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.upload',
            'POST',
            '/files/content',
            'keyed',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            [
                new Parameter('query:folder', 'folder', 'query', 'form', true, Codecs::text()),
                new Parameter('query:name', 'name', 'query', 'form', true, Codecs::text()),
            ],
            body: ['bytes', '*/*', Codecs::any()],
        );
        return $this->caller->call($call, [
            'query:folder' => $folder,
            'query:name' => $name,
        ], $body, $options);
    }

    /**
     * Fetch the folder that holds all others
     *
     * The folder of whoever asks that everything of theirs is in.
     */
    public function root(
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.root',
            'GET',
            '/files/root',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
        );
        return $this->caller->call($call, [], null, $options);
    }

    /**
     * Fetch what is told of a folder or a file
     *
     * Name, size, media type, times and rights, without content.
     *
     * @param string $fileId The folder or the file.
     */
    public function get(
        string $fileId,
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.get',
            'GET',
            '/files/{fileId}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            [
                new Parameter('path:fileId', 'fileId', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:fileId' => $fileId,
        ], null, $options);
    }

    /**
     * Remove a folder or a file
     *
     * Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's own is
     * taken out, and stays as it is.
     *
     * @param string $fileId The folder or the file.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function delete(
        string $fileId,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'files.delete',
            'DELETE',
            '/files/{fileId}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:fileId', 'fileId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:fileId' => $fileId,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Rename or move a folder or a file
     *
     * Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in it.
     * Nothing is ever overwritten: for a name that is taken the answer is 409 with the type `/problems/name-taken`.
     * Identifiers stay.
     *
     * @param string $fileId The folder or the file.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function update(
        string $fileId,
        Models\FileUpdate $body,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.update',
            'PATCH',
            '/files/{fileId}',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            [
                new Parameter('path:fileId', 'fileId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\FileUpdate::class)],
        );
        return $this->caller->call($call, [
            'path:fileId' => $fileId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * Download a file
     *
     * The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).
     *
     * @param string $fileId The folder or the file.
     * @param string|null $range The part that is wanted, in bytes.
     * @param string|null $ifRange The entity tag, or the date, of the version that a range is wanted of; the whole is
     *   sent of another one.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     * @param string|null $ifNoneMatch The entity tags none of which the object must have, or `*`.
     */
    public function download(
        string $fileId,
        ?string $range = null,
        ?string $ifRange = null,
        ?string $ifMatch = null,
        ?string $ifNoneMatch = null,
        ?CallOptions $options = null,
    ): Download {
        $call = new Call(
            'files.download',
            'GET',
            '/files/{fileId}/content',
            'safe',
            'bytes',
            '*/*',
            Codecs::bytes(),
            [
                new Parameter('path:fileId', 'fileId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:Range', 'Range', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Range', 'If-Range', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
                new Parameter('header:If-None-Match', 'If-None-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->download($call, [
            'path:fileId' => $fileId,
            'header:Range' => $range,
            'header:If-Range' => $ifRange,
            'header:If-Match' => $ifMatch,
            'header:If-None-Match' => $ifNoneMatch,
        ], null, $options);
    }

    /**
     * Replace the content of a file
     *
     * Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is of, or
     * `*` for whatever is there; of two that name the same version one is refused.
     *
     * @param string $fileId The folder or the file.
     * @param string $ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428
     *   without.
     */
    public function replace(
        string $fileId,
        string $ifMatch,
        string|Upload|null $body = null,
        ?CallOptions $options = null,
    ): Models\File {
        $call = new Call(
            'files.replace',
            'PUT',
            '/files/{fileId}/content',
            'idempotent',
            'json',
            'application/json',
            Codecs::model(Models\File::class),
            [
                new Parameter('path:fileId', 'fileId', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['bytes', '*/*', Codecs::any()],
        );
        return $this->caller->call($call, [
            'path:fileId' => $fileId,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }
}
