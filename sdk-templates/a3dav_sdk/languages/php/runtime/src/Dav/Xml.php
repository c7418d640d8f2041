<?php

declare(strict_types=1);

namespace A3dav\Client\Dav;

use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Errors\DecodeException;

/** XML without a DTD, bounded in depth. */
final class Xml
{
    public const MAX_DEPTH = 64;

    private const PROLOG = '~^(?:\xef\xbb\xbf)?(<\?xml\s[^>]*\?>)?(?:\s+|<!--.*?-->|<\?.*?\?>)*+(<!DOCTYPE)?~s';
    private const NOT_XML = '/[^\t\n\r\x20-\x{d7ff}\x{e000}-\x{fffd}\x{10000}-\x{10ffff}]/u';

    public static function parse(string $xml): Element
    {
        self::refuseDtd($xml);
        $before = libxml_use_internal_errors(true);
        libxml_clear_errors();
        try {
            $reader = \XMLReader::XML($xml, 'UTF-8', LIBXML_NONET | LIBXML_PARSEHUGE | LIBXML_COMPACT);
            $root = $reader instanceof \XMLReader ? self::tree($reader) : null;
            $error = libxml_get_last_error();
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
        if ($root === null || ($error !== false && $error->level > LIBXML_ERR_WARNING)) {
            throw new DecodeException('this is no XML: ' . trim($error === false ? 'nothing' : $error->message));
        }
        return $root;
    }

    /** An element with its own namespace; `$inside` is XML already. */
    public static function element(string $name, string ...$inside): string
    {
        if (!preg_match('~^\{([^{}]*)}([^{}:\s<>&"\'/=]+)$~D', $name, $part)) {
            throw new ConfigurationException("$name is no name of the form {namespace}local");
        }
        $tag = $part[1] === '' ? $part[2] : "x:$part[2]";
        $space = $part[1] === '' ? '' : ' xmlns:x="' . self::text($part[1]) . '"';
        $content = implode('', $inside);
        return $content === '' ? "<$tag$space/>" : "<$tag$space>$content</$tag>";
    }

    /** Text for XML, which comes back as it was. */
    public static function text(string $text): string
    {
        if (preg_match(self::NOT_XML, $text) !== 0) {
            throw new ConfigurationException('the text has a character that XML cannot hold');
        }
        return strtr($text, ['&' => '&amp;', '<' => '&lt;', '>' => '&gt;', '"' => '&quot;', "\r" => '&#13;']);
    }

    public static function document(string $root): string
    {
        $declared = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
        return str_starts_with($root, '<?xml') ? $root : $declared . $root;
    }

    /** Before the parser sees it, and in no encoding that could hide it. */
    private static function refuseDtd(string $xml): void
    {
        if ($xml === '') {
            throw new DecodeException('this is no XML, but nothing');
        }
        $found = preg_match(self::PROLOG, $xml, $prolog);
        if ($found !== 1 || isset($prolog[2])) {
            throw new DecodeException('XML with a DTD is not read');
        }
        $says = preg_match('/\sencoding\s*=\s*["\']([^"\']*)/', $prolog[1] ?? '', $told);
        if ($says && !in_array(strtolower($told[1]), ['utf-8', 'us-ascii'], true)) {
            throw new DecodeException('XML that is not UTF-8 is not read');
        }
    }

    private static function tree(\XMLReader $reader): ?Element
    {
        $root = null;
        $open = [];
        while ($reader->read()) {
            $type = $reader->nodeType;
            if ($type === \XMLReader::DOC_TYPE || $type === \XMLReader::ENTITY_REF) {
                throw new DecodeException('XML with a DTD is not read');
            }
            if ($type === \XMLReader::ELEMENT) {
                if ($reader->depth >= self::MAX_DEPTH) {
                    throw new DecodeException('the XML is deeper than ' . self::MAX_DEPTH . ' elements');
                }
                $isEmpty = $reader->isEmptyElement;
                $element = self::begun($reader);
                $root ??= $element;
                if ($open !== []) {
                    end($open)->parts[] = $element;
                }
                if (!$isEmpty) {
                    $open[] = $element;
                }
            } elseif ($type === \XMLReader::END_ELEMENT) {
                array_pop($open);
            } elseif ($open !== [] && self::isText($type)) {
                end($open)->parts[] = $reader->value;
            }
        }
        return $root;
    }

    private static function begun(\XMLReader $reader): Element
    {
        $name = self::name($reader);
        $attributes = [];
        while ($reader->moveToNextAttribute()) {
            if ($reader->name !== 'xmlns' && $reader->prefix !== 'xmlns') {
                $attributes[self::name($reader)] = $reader->value;
            }
        }
        $reader->moveToElement();
        return new Element($name, $attributes);
    }

    private static function name(\XMLReader $reader): string
    {
        return $reader->namespaceURI === '' ? $reader->localName : "{{$reader->namespaceURI}}$reader->localName";
    }

    private static function isText(int $type): bool
    {
        return in_array($type, [
            \XMLReader::TEXT,
            \XMLReader::CDATA,
            \XMLReader::WHITESPACE,
            \XMLReader::SIGNIFICANT_WHITESPACE,
        ], true);
    }
}
