<?php

declare(strict_types=1);

namespace A3dav\Client\Errors;

/** The caller set something up wrongly. */
final class ConfigurationException extends ClientException
{
    public const CODE = 'configuration';
}
