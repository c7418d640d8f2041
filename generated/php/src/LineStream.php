<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Codec\Codec;
use A3dav\Client\Internal\Json;

/**
 * One value of JSON in each line, read as they come.
 *
 * @template T
 * @implements \IteratorAggregate<int, T>
 */
final class LineStream implements \IteratorAggregate
{
    /** @internal */
    public function __construct(private readonly Download $download, private readonly Codec $codec)
    {
    }

    /** @return \Generator<int, T> */
    public function getIterator(): \Generator
    {
        $rest = '';
        foreach ($this->download as $piece) {
            $lines = explode("\n", $rest . $piece);
            $rest = array_pop($lines);
            yield from $this->values($lines);
        }
        yield from $this->values([$rest]);
    }

    public function close(): void
    {
        $this->download->close();
    }

    /**
     * @param list<string> $lines
     * @return \Generator<int, T>
     */
    private function values(array $lines): \Generator
    {
        foreach ($lines as $line) {
            $text = trim($line, "\x1e \r\t");
            if ($text !== '') {
                yield $this->codec->read(Json::read($text), '');
            }
        }
    }
}
