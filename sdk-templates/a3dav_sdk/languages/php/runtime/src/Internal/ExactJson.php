<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\Number;

/** @internal Reads JSON that is known to be right; numbers that PHP would change are a Number. */
final class ExactJson
{
    private int $at = 0;

    public function __construct(private readonly string $text)
    {
    }

    public function read(): mixed
    {
        $this->skip();
        switch ($this->text[$this->at]) {
            case '{':
                return $this->object();
            case '[':
                return $this->list();
            case '"':
                return $this->string();
        }
        $word = substr($this->text, $this->at, strspn($this->text, '+-.0123456789eEtrufalsn', $this->at));
        $this->at += strlen($word);
        return match (strtolower($word)) {
            'true' => true,
            'false' => false,
            'null' => null,
            default => self::number($word),
        };
    }

    private function skip(): void
    {
        $this->at += strspn($this->text, " \t\r\n", $this->at);
    }

    /** The next character, which is taken. */
    private function sign(): string
    {
        $this->skip();
        return $this->text[$this->at++];
    }

    private function object(): \stdClass
    {
        $members = new \stdClass();
        $this->at++;
        $this->skip();
        if ($this->text[$this->at] === '}') {
            $this->at++;
            return $members;
        }
        do {
            $this->skip();
            $key = $this->string();
            $this->sign();
            $members->{$key} = $this->read();
        } while ($this->sign() === ',');
        return $members;
    }

    /** @return list<mixed> */
    private function list(): array
    {
        $items = [];
        $this->at++;
        $this->skip();
        if ($this->text[$this->at] === ']') {
            $this->at++;
            return $items;
        }
        do {
            $items[] = $this->read();
        } while ($this->sign() === ',');
        return $items;
    }

    private function string(): string
    {
        $end = $this->at + 1;
        while ($this->text[$end += strcspn($this->text, '"\\', $end)] === '\\') {
            $end += 2;
        }
        $quoted = substr($this->text, $this->at, $end + 1 - $this->at);
        $this->at = $end + 1;
        return json_decode($quoted, false, 1, JSON_THROW_ON_ERROR);
    }

    private static function number(string $word): int|float|Number
    {
        if ((string) (int) $word === $word) {
            return (int) $word;
        }
        $float = (float) $word;
        $isExact = is_finite($float) && self::normal($word) === self::normal(json_encode($float, JSON_THROW_ON_ERROR));
        return $isExact && strpbrk($word, '.eE') !== false ? $float : new Number($word);
    }

    /** Digits and exponent, the same for all ways to write a number. */
    private static function normal(string $word): string
    {
        preg_match('/^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/D', $word, $part);
        $digits = $part[2] . ($part[3] ?? '');
        $exponent = (int) ($part[4] ?? 0) - strlen($part[3] ?? '');
        $short = rtrim($digits, '0');
        $exponent += strlen($digits) - strlen($short);
        $digits = ltrim($short, '0');
        return $digits === '' ? '0' : "$part[1]{$digits}e$exponent";
    }
}
