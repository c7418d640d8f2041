<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Internal\Answer;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Json;

/**
 * Iterate over it for the items of all pages, or over `pages()` for lists of them; each time from the beginning.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    /**
     * @internal
     * @param \Closure(array<string, string>): Answer $ask
     */
    public function __construct(private readonly \Closure $ask, private readonly Call $call)
    {
    }

    /** @return \Generator<int, T> */
    public function getIterator(): \Generator
    {
        foreach ($this->pages() as $page) {
            foreach ($page as $item) {
                yield $item;
            }
        }
    }

    /** @return \Generator<int, list<T>> */
    public function pages(): \Generator
    {
        [$key, $items, $next] = $this->call->pages ?? ['', '', ''];
        $seen = [];
        $cursor = null;
        do {
            $answer = ($this->ask)($cursor === null ? [] : [$key => $cursor]);
            [$page, $cursor] = $answer->reading(fn (string $text): array => $this->page($text, $items, $next));
            if (isset($seen["_$cursor"])) {
                throw new DecodeException('a page names a cursor that came before', ...$answer->told());
            }
            $seen["_$cursor"] = true;
            yield $page;
        } while ($cursor !== '');
    }

    /** @return array{list<T>, string} */
    private function page(string $text, string $items, string $next): array
    {
        $page = Json::read($text);
        $found = $page instanceof \stdClass ? $page->{$items} ?? null : null;
        $cursor = $page->{$next} ?? '';
        if (!is_array($found) || !(is_string($cursor) || is_int($cursor))) {
            throw new DecodeException("this is no page with the list $items");
        }
        return [Codecs::listOf($this->call->codec)->read($found, "/$items"), (string) $cursor];
    }
}
