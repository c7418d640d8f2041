<?php

declare(strict_types=1);

namespace A3dav\Client;

use A3dav\Client\Errors\CancelledException;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Errors\ConnectionException;
use A3dav\Client\Errors\TimeoutException;
use A3dav\Client\Internal\Answer;
use A3dav\Client\Transport\Cut;
use A3dav\Client\Transport\Late;
use A3dav\Client\Transport\Stopped;

/**
 * A body that is still to come: iterate over its pieces, `read()` it, or `save()` it; each but once.
 *
 * @implements \IteratorAggregate<int, string>
 */
final class Download implements \IteratorAggregate
{
    public readonly string $etag;
    public readonly string $contentType;
    public readonly ?int $length;

    /** @internal */
    public function __construct(private readonly Answer $answer)
    {
        $this->etag = $answer->headers->get('etag');
        $this->contentType = $answer->headers->get('content-type');
        $length = $answer->headers->get('content-length');
        $this->length = ctype_digit($length) ? (int) $length : null;
    }

    /** @return \Generator<int, string> */
    public function getIterator(): \Generator
    {
        $told = $this->answer->told();
        try {
            while (($piece = $this->answer->reply?->read()) !== null) {
                yield $piece;
            }
        } catch (Cut $cut) {
            throw new ConnectionException("the answer was cut: {$cut->getMessage()}", ...$told, previous: $cut);
        } catch (Late $late) {
            throw new TimeoutException('no piece of the answer came in time', ...$told, previous: $late);
        } catch (Stopped $stopped) {
            throw new CancelledException('the call was cancelled', ...$told, previous: $stopped);
        } finally {
            $this->close();
        }
    }

    public function read(): string
    {
        return implode('', iterator_to_array($this, false));
    }

    public function save(string $path): void
    {
        $file = fopen($path, 'wb') ?: throw new ConfigurationException("$path cannot be written");
        try {
            foreach ($this as $piece) {
                if (fwrite($file, $piece) !== strlen($piece)) {
                    throw new ConfigurationException("$path cannot be written");
                }
            }
        } finally {
            fclose($file);
        }
    }

    public function close(): void
    {
        $this->answer->reply?->close();
    }

    public function __destruct()
    {
        $this->close();
    }
}
