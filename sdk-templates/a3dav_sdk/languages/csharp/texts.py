"""C# text: literals, comments of XML documentation, and the names that are taken before any document is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

KEYWORDS = frozenset(
    "abstract as async await base bool break byte case catch char checked class const continue decimal default "
    "delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in "
    "int interface internal is lock long namespace new null object operator out override params private protected "
    "public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true "
    "try typeof uint ulong unchecked unsafe ushort using virtual void volatile while var dynamic nameof when yield "
    "value global partial where get set add remove record".split()
)
LOCAL = frozenset("body cancellationToken core options request variables".split())
OF_OBJECT = frozenset("Equals Finalize GetHashCode GetType MemberwiseClone ReferenceEquals ToString".split())
OF_PLATFORM = frozenset(
    "Action Activator Array Assembly Attribute AttributeTargets BigInteger Buffer ByteArrayContent "
    "CancellationToken CancellationTokenSource Char Console Convert CultureInfo DateTime DateTimeOffset "
    "DateTimeStyles Delegate Directory Encoding Enum Enumerable Environment EventArgs Exception "
    "ExceptionDispatchInfo File FileStream Func Guid HMACSHA256 HttpClient HttpContent HttpMessageHandler "
    "HttpMethod IDisposable IEnumerable IEnumerator IOException Index JArray JObject JRaw JToken JTokenType JValue "
    "Lazy Math MemoryStream Monitor Newtonsoft Nullable NumberStyles Object Path Random Range Regex RegexOptions "
    "SemaphoreSlim SocketException Stopwatch Stream String StringBuilder StringComparer StringComparison System "
    "Task Thread TimeSpan Timeout Timer Tuple Type Uri UriComponents UriFormat UriKind UTF8Encoding Version Void "
    "WebException XAttribute XDocument XElement XName XNamespace XText XmlException XmlReader XmlWriter".split()
)
_SPELT = {
    "etag": "ETag", "ctag": "CTag", "getetag": "GetETag", "getctag": "GetCTag", "oauth": "OAuth", "graphql": "GraphQL",
    "displayname": "DisplayName", "resourcetype": "ResourceType", "creationdate": "CreationDate",
    "getcontentlength": "GetContentLength", "getcontenttype": "GetContentType", "getlastmodified": "GetLastModified",
    "jscalendar": "JsCalendar", "jscontact": "JsContact", "icalendar": "ICalendar", "vcard": "VCard",
    "caldav": "CalDav", "carddav": "CardDav", "webdav": "WebDav", "lockdiscovery": "LockDiscovery",
    "supportedlock": "SupportedLock",
}  # fmt: skip
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DECLARED = re.compile(r"^    (?:public |internal )[\w ]*?(?:class|struct|enum|interface) (\w+)", re.MULTILINE)


def cased(words: tuple[str, ...]) -> str:
    return "".join(_SPELT.get(word) or word[:1].upper() + word[1:] for word in words)


def lowered(words: tuple[str, ...]) -> str:
    return words[0] + cased(words[1:])


def quoted(value: str) -> str:
    return '"' + "".join(map(_letter, value)) + '"'


def _letter(letter: str) -> str:
    code = ord(letter)
    if letter in _ESCAPES or (letter.isprintable() and not 0xD800 <= code <= 0xDFFF):
        return _ESCAPES.get(letter, letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def escaped(text: str) -> str:
    """Text inside an element of XML documentation."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sentence(text: str) -> str:
    return text if not text or text.rstrip().endswith((".", "!", "?", ":", "…")) else f"{text.rstrip()}."


def plain(text: str) -> str:
    """Text in a file that is not code, and holds nothing that a reader of Markdown takes for more than text."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def declared(texts: Iterable[str]) -> frozenset[str]:
    """The types of the runtime."""
    return frozenset(name for text in texts for name in _DECLARED.findall(text))


def unique(wishes: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> dict[str, str]:
    """Key → name; a name that is taken gets a number."""
    names, found = set(taken), {}
    for key, wish in sorted(wishes):
        name, number = wish, 2
        while name in names:
            name, number = f"{wish}{number}", number + 1
        names.add(name)
        found[key] = name
    return found
