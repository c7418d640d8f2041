<?php

declare(strict_types=1);

// Runs scenarios with the public API of the PHP SDK.

use A3dav\Client\Auth\ApiKey;
use A3dav\Client\Auth\Auth;
use A3dav\Client\Auth\Basic;
use A3dav\Client\Auth\TokenProvider;
use A3dav\Client\Client;
use A3dav\Client\ClientOptions;
use A3dav\Client\Clock;
use A3dav\Client\Dav\Changed;
use A3dav\Client\Dav\Removed;
use A3dav\Client\Dav\Reset;
use A3dav\Client\Dav\Response;
use A3dav\Client\Dav\Synced;
use A3dav\Client\Download;
use A3dav\Client\Errors\ClientException;
use A3dav\Client\Errors\StatusException;
use A3dav\Client\Event;
use A3dav\Client\Model;
use A3dav\Client\Number;
use A3dav\Client\OAuth\OAuth2;
use A3dav\Client\OAuth\Tokens;
use A3dav\Client\Text;
use A3dav\Client\Webhooks;

require "$argv[1]/autoload.php";

/** Moves by sleeps alone, and notes them. */
final class Ticking implements Clock
{
    private float $now = 1767225600.0;
    /** @var list<float> */
    public array $sleeps = [];

    public function now(): float
    {
        return $this->now;
    }

    public function sleep(float $seconds): void
    {
        $this->now += $seconds;
        $this->sleeps[] = round($seconds, 3);
    }
}

/** One scenario. */
final class Run
{
    private readonly Client $client;
    private readonly Ticking $clock;
    /** @var array<string, mixed> */
    private array $saved = [];
    /** @var list<mixed>|null what came before an error */
    private ?array $items = null;

    public function __construct(string $url, private readonly stdClass $scenario)
    {
        $told = $scenario->client;
        $this->clock = new Ticking();
        $options = array_intersect_key((array) $told, ['retries' => 0, 'timeout' => 0]);
        $options += ['clock' => $this->clock, 'random' => static fn (): float => 0.5];
        $this->client = new Client($url, $this->auth($told), new ClientOptions(...$options));
    }

    private function auth(stdClass $told): Auth|string
    {
        if (isset($told->user)) {
            return new Basic($told->user, $told->password);
        }
        if (isset($told->provider)) {
            $tokens = $told->provider;
            return new TokenProvider(static function () use (&$tokens): string {
                return array_shift($tokens);
            });
        }
        if (isset($told->oauth)) {
            $one = $told->oauth;
            $tokens = new Tokens($one->token, $one->refresh_token, $this->clock->now() + $one->expires_in);
            return new OAuth2($tokens, $one->token_url, $one->client_id);
        }
        return $told->token ?? new ApiKey('x-none', '-');
    }

    /** @return list<mixed> */
    public function steps(): array
    {
        $trace = [];
        foreach ($this->scenario->steps as $number => $step) {
            $before = count($this->clock->sleeps);
            $this->items = null;
            $error = null;
            try {
                $result = $this->step($step);
            } catch (ClientException $raised) {
                [$result, $error] = [$this->items, self::error($raised)];
            }
            foreach ($step->save ?? [] as $name => $pointer) {
                $this->saved[$name] = self::at(plain($result), $pointer);
            }
            $sleeps = array_slice($this->clock->sleeps, $before);
            $trace[] = ['step' => $number, 'result' => plain($result), 'error' => $error, 'sleeps' => $sleeps];
        }
        $this->client->close();
        return $trace;
    }

    /** @return array<string, mixed> */
    private static function error(ClientException $raised): array
    {
        $of = $raised instanceof StatusException ? $raised : null;
        return [
            'code' => $raised->errorCode,
            'status' => $raised->status ?: null,
            'problem_type' => $of?->problem?->text('type') ?: null,
            'condition' => $of?->conditions[0] ?? null,
            'attempts' => $raised->errorCode === 'webhook_signature' ? null : $raised->attempts,
        ];
    }

    private function step(stdClass $step): mixed
    {
        $text = json_encode($step->with ?? new stdClass(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        $saved = fn (array $match): string => substr(json_encode($this->saved[$match[1]]), 1, -1);
        $given = json_decode(preg_replace_callback('/\$\{(\w+)}/', $saved, $text), false, 512, JSON_THROW_ON_ERROR);
        [$service, $name] = explode('.', $step->do, 2);
        return match ($service) {
            'dav' => $this->dav($name, $given, $step->take ?? null),
            'webhook' => Webhooks::verify((array) $given->headers, $given->body, $given->secrets, $given->now),
            'graphql' => $this->call($this->client->graphql, lcfirst($name), (array) $given, null),
            default => $this->call($this->client->{camel($service)}, camel($name), (array) $given, $step->take ?? null),
        };
    }

    /** @param array<string, mixed> $given */
    private function call(object $service, string $name, array $given, ?int $take): mixed
    {
        $method = new ReflectionMethod($service, $name);
        $types = [];
        foreach ($method->getParameters() as $one) {
            $types[$one->getName()] = (string) $one->getType();
        }
        $arguments = [];
        foreach ($given as $wire => $value) {
            $arguments[camel($wire)] = self::typed($types[camel($wire)], $value);
        }
        $result = $method->invokeArgs($service, $arguments);
        if ($result instanceof Download) {
            return ['text' => $result->read(), 'etag' => $result->etag ?: null];
        }
        if ($result instanceof Text) {
            return ['text' => $result->text, 'etag' => $result->etag ?: null];
        }
        return $result instanceof Traversable ? $this->taken($result, $take) : $result;
    }

    /** The model that a method takes, from JSON. */
    private static function typed(string $type, mixed $value): mixed
    {
        $class = explode('|', ltrim($type, '?'))[0];
        return match (true) {
            is_subclass_of($class, Model::class) => $class::fromJson($value),
            $class === 'array' => (array) $value,
            default => $value,
        };
    }

    /**
     * @param Traversable<mixed> $stream
     * @return list<mixed>
     */
    private function taken(Traversable $stream, ?int $take): array
    {
        $this->items = [];
        foreach ($take === 0 ? [] : $stream as $item) {
            $this->items[] = match (true) {
                $item instanceof Changed => ['changed' => $item->href, 'etag' => $item->etag ?: null],
                $item instanceof Removed => ['removed' => $item->href],
                $item instanceof Reset => ['reset' => true],
                $item instanceof Synced => ['token' => $item->token],
                $item instanceof Event => ['id' => $item->id, 'event' => $item->event, 'data' => $item->data],
                default => $item,
            };
            if (count($this->items) === $take) {
                break;
            }
        }
        if (method_exists($stream, 'close')) {
            $stream->close();
        }
        return $this->items;
    }

    private function dav(string $name, stdClass $given, ?int $take): mixed
    {
        $dav = $this->client->dav;
        $path = $given->path ?? '';
        $properties = (array) ($given->properties ?? []);
        return match ($name) {
            'discover' => self::home($dav->discover()),
            'propfind' => self::responses($dav->propfind($path, $properties, $given->depth ?? 0)),
            'proppatch' => self::responses($dav->proppatch($path, (array) ($given->set ?? []), $given->remove ?? [])),
            'mkcalendar' => [$dav->mkcalendar($path, $properties), null][1],
            'get' => ['text' => ($found = $dav->get($path))->text, 'etag' => $found->etag ?: null],
            'put' => ['etag' => $dav->put($path, $given->body, ...self::put($given)) ?: null],
            'delete' => [$dav->delete($path, $given->if_match ?? null), null][1],
            'multiget' => self::items($dav->multiget($path, $given->hrefs)),
            'sync' => $this->taken($dav->sync($path, $given->token ?? ''), $take),
            'update_with' => ['etag' => $dav->updateWith(
                $path,
                static fn (string $text): string => str_replace($given->replace[0], $given->replace[1], $text),
            )],
            'free_busy' => ['text' => $dav->freeBusy($path, $given->start, $given->end)],
        };
    }

    /** @return array<string, mixed> */
    private static function put(stdClass $given): array
    {
        $options = ['ifMatch' => $given->if_match ?? null, 'create' => $given->create ?? false];
        return isset($given->content_type) ? ['contentType' => $given->content_type] + $options : $options;
    }

    private static function home(\A3dav\Client\Dav\Home $home): array
    {
        return [
            'principal' => $home->principal,
            'calendar_homes' => $home->calendarHomes,
            'address_book_homes' => $home->addressBookHomes,
        ];
    }

    private static function items(array $items): array
    {
        return array_map(static fn ($one) => [
            'href' => $one->href,
            'status' => $one->status,
            'etag' => $one->etag ?: null,
            'data' => $one->data ?: null,
        ], $items);
    }

    private static function responses(array $found): array
    {
        $value = static fn ($one) => ['status' => $one->status, 'text' => $one->text() === '' ? null : $one->text()];
        return array_map(static fn (Response $one) => [
            'href' => $one->href,
            'status' => $one->status ?: null,
            'properties' => (object) array_map($value, $one->properties),
        ], $found);
    }

    private static function at(mixed $value, string $pointer): mixed
    {
        foreach (array_slice(explode('/', $pointer), 1) as $part) {
            $value = is_array($value) && array_is_list($value) ? array_slice($value, (int) $part, 1)[0]
                : ((array) $value)[$part];
        }
        return $value;
    }
}

function camel(string $name): string
{
    return lcfirst(str_replace(' ', '', ucwords(preg_replace('/[^a-zA-Z0-9]+/', ' ', $name))));
}

function plain(mixed $value): mixed
{
    return match (true) {
        $value instanceof JsonSerializable => plain($value->jsonSerialize()),
        $value instanceof BackedEnum => $value->value,
        $value instanceof Number => $value->text,
        is_array($value) => array_map(plain(...), $value),
        $value instanceof stdClass => (object) array_map(plain(...), (array) $value),
        default => $value,
    };
}

for ($number = 2; $number < $argc; $number += 3) {
    [$url, $scenario, $trace] = array_slice($argv, $number, 3);
    $told = json_decode(file_get_contents($scenario), false, 512, JSON_THROW_ON_ERROR);
    $steps = (new Run($url, $told))->steps();
    file_put_contents($trace, json_encode($steps, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
}
