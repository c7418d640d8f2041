<?php

declare(strict_types=1);

namespace A3dav\Client\OAuth;

use A3dav\Client\Errors\DecodeException;
use A3dav\Client\Internal\Core;
use A3dav\Client\Internal\Exchange;
use A3dav\Client\Internal\Json;
use A3dav\Client\Internal\Outgoing;
use A3dav\Client\Internal\Prepared;
use A3dav\Client\Internal\Url;

/** @internal Posts a form to an authorization server; a URL without a host is below the base URL. */
final class Endpoint
{
    /** @param array<string, string> $form */
    public static function post(Core $core, string $url, array $form): \stdClass
    {
        $content = http_build_query($form, '', '&', PHP_QUERY_RFC3986);
        $body = new Prepared($content, 'application/x-www-form-urlencoded');
        $asked = new Outgoing(
            'POST',
            Url::resolve("$core->base/", $url),
            'never',
            ['accept' => 'application/json'] + $body->headers(),
            $body,
            isAuthorized: false,
        );
        $told = Json::read(Exchange::run($core, $asked)->body);
        return $told instanceof \stdClass ? $told : throw new DecodeException('the token endpoint gave no object');
    }
}
