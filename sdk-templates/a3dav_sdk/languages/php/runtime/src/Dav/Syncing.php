<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

use A3dav\Client\CallOptions;
use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Errors\GoneException;
use A3dav\Client\Errors\PreconditionFailedException;
use A3dav\Client\Errors\StatusException;

/** @internal What changed in a collection since a token (RFC 6578), page by page. */
final class Syncing
{
    private const INVALID = '{DAV:}valid-sync-token';
    private const ETAG = '{DAV:}getetag';

    private bool $hasReset = false;
    private bool $hasMore = true;
    /** @var array<string, true> */
    private array $seen = [];

    /** @param list<string> $properties */
    public function __construct(
        private readonly Requests $requests,
        private readonly string $path,
        private string $token,
        private readonly array $properties,
        private readonly ?CallOptions $options,
    ) {
    }

    /** @return \Generator<int, Changed|Removed|Reset|Synced> */
    public function items(): \Generator
    {
        while ($this->hasMore) {
            $page = $this->page();
            if ($page === null) {
                yield new Reset();
                continue;
            }
            $this->advance($page);
            foreach ($page->responses as $one) {
                $item = $this->item($one);
                if ($item !== null) {
                    yield $item;
                }
            }
        }
        yield new Synced($this->token);
    }

    /** The next page; null where it begins anew. */
    private function page(): ?Multistatus
    {
        $body = Xml::element(
            '{DAV:}sync-collection',
            Xml::element('{DAV:}sync-token', Xml::text($this->token)),
            Xml::element('{DAV:}sync-level', '1'),
            Xml::element('{DAV:}prop', ...array_map(static fn (string $one) => Xml::element($one), $this->properties)),
        );
        try {
            return $this->requests->multistatus('REPORT', $this->path, $body, '0', $this->options);
        } catch (StatusException $error) {
            if ($this->hasReset || $this->token === '' || !self::isInvalid($error)) {
                throw $error;
            }
            [$this->hasReset, $this->token] = [true, ''];
            return null;
        }
    }

    private function advance(Multistatus $page): void
    {
        $isMore = fn (Response $one): bool => $one->status === 507 && Multistatus::same($one->href, $this->path);
        $this->hasMore = array_filter($page->responses, $isMore) !== [];
        $this->seen["_$this->token"] = true;
        if ($this->hasMore && ($page->syncToken === '' || isset($this->seen["_$page->syncToken"]))) {
            throw new DecodeException('the server says there is more, and names a token that came before');
        }
        $this->token = $page->syncToken;
    }

    private function item(Response $one): Changed|Removed|null
    {
        if ($one->status === 404) {
            return new Removed($one->href);
        }
        if (Multistatus::same($one->href, $this->path)) {
            return null;
        }
        return new Changed($one->href, trim($one->value(self::ETAG)?->text() ?? ''), $one->properties);
    }

    private static function isInvalid(StatusException $error): bool
    {
        return in_array(self::INVALID, $error->conditions, true)
            || $error instanceof GoneException || $error instanceof PreconditionFailedException;
    }
}
