"""What somebody uploads cannot act in the origin of the server, however it is served."""

from functools import partial

import pytest

from a3dav.testing import raw
from a3dav.testing.tricks import Trick

ask = partial(raw.ask, user="mallory:a secret")
HOME = "/files/mallory/"
SCRIPT = "<script>alert(document.domain)</script>"
HARMLESS = {"x-content-type-options": "nosniff", "content-security-policy": "sandbox; default-src 'none'"}
KEPT = {**HARMLESS, "content-disposition": "attachment"}
NO_CORS = {
    "access-control-allow-origin": "",
    "access-control-allow-credentials": "",
    "access-control-allow-methods": "",
}


def put(path, content_type, body=SCRIPT):
    return ask("PUT", HOME + path, *([f"Content-Type: {content_type}"] if content_type is not None else []), body=body)


def served(name, content_type, path="evil", headers=KEPT, **more):
    why = "a file to keep, in a sandbox, as what it says it is"
    return Trick("origin", name, ask("GET", HOME + path), 200, why, before=[put(path, content_type)], headers=headers, **more)  # fmt: skip


UPLOADS = [
    served("HTML", "text/html"),
    served("HTML in capitals", "TEXT/HTML"),
    served("HTML with a parameter", "text/html; charset=utf-8"),
    served("HTML with a broken parameter", "text/html;x"),
    served("HTML behind blanks", "  \ttext/html"),
    served("HTML with a blank in front of the parameter", "text/html ; a=b"),
    served("HTML as the second of a list", "text/plain, text/html"),
    served("HTML as a second header", "text/plain\r\nContent-Type: text/html"),
    served("XHTML", "application/xhtml+xml"),
    served("SVG", "image/svg+xml"),
    served("XML", "application/xml"),
    served("XML of some kind", "application/rss+xml"),
    served("XSLT", "text/xsl"),
    served("JavaScript", "text/javascript"),
    served("JavaScript by an old name", "application/x-ecmascript"),
    served("a style sheet", "text/css"),
    served("PDF", "application/pdf"),
    served("Flash", "application/x-shockwave-flash"),
    served("a web archive", "multipart/related"),
    served("a page in parts", "multipart/x-mixed-replace; boundary=x"),
    served("a mail", "message/rfc822"),
    served("a manifest", "text/cache-manifest"),
    served("a calendar", "text/calendar"),
    served("any type", "*/*"),
    served("no type at all", "garbage"),
    served("an empty type", ""),
    served("no Content-Type", None),
    served("a type that only the name has", None, path="evil.html"),
    served("a type that breaks out", 'text/html"><script>'),
    served("a type of 60 kB", "text/html;" + "a" * 60_000),
    served("a type that is not ASCII", "text/\xe9\xff"),
    served("text", "text/plain", headers={**HARMLESS, "content-disposition": ""}),
    served("a picture", "image/png", headers={**HARMLESS, "content-disposition": ""}),
    Trick("origin", "a line end in Content-Type", put("evil", "text/plain\rSet-Cookie: a=b"), 400, "RFC 9110 §5.5"),
    Trick("origin", "a range of HTML", ask("GET", HOME + "r", "Range: bytes=0-3"), 206, "ranges are no less safe", before=[put("r", "text/html")], headers=KEPT),
    Trick("origin", "HEAD of HTML", ask("HEAD", HOME + "r"), 200, "as with GET", headers=KEPT),
    Trick("origin", "HTML that did not change", ask("GET", HOME + "r", "If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT"), 304, "a cache keeps what it knows", headers=HARMLESS),
    Trick("origin", "HTML sent back at once", ask("PUT", HOME + "r", "Content-Type: text/html", "Prefer: return=representation", body=SCRIPT + " "), 200, "as with GET", headers=KEPT),
    Trick("origin", "HTML under the name of a picture", ask("GET", HOME + "moved.png"), 200, "the type goes along", before=[put("page", "text/html"), ask("MOVE", HOME + "page", f"Destination: {HOME}moved.png", "Overwrite: T")], headers={**KEPT, "content-type": "text/html"}),
    Trick("origin", "a copy of HTML", ask("GET", HOME + "copied.txt"), 200, "the type goes along", before=[ask("COPY", HOME + "moved.png", f"Destination: {HOME}copied.txt", "Overwrite: T")], headers={**KEPT, "content-type": "text/html"}),
    Trick("origin", "POST with HTML", ask("POST", HOME + "?add-member", "Content-Type: text/html", body=SCRIPT), 201, "no body goes back", lacks=b"<script>"),
]  # fmt: skip

PAGES = [
    Trick("origin", "a listing of names that are markup", ask("GET", HOME), 200, "names are escaped", before=[ask("PUT", HOME + "%3Cscript%3Ealert(1)%3C%2fscript%3E".replace("%2f", ""), body="x"), ask("PUT", HOME + "%22onload=%22x", body="x")], lacks=b"<script>", holds=b"&lt;script&gt;", headers={"x-content-type-options": "nosniff", "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'"}),
    Trick("origin", "a listing of a folder that is markup", ask("GET", HOME + "%3Cb%3E/"), 200, "its name is escaped", before=[ask("MKCOL", HOME + "%3Cb%3E")], lacks=b"<b>"),
    Trick("origin", "a display name that is markup", ask("PROPFIND", HOME, "Depth: 0", body='<propfind xmlns="DAV:"><prop><displayname/></prop></propfind>'), 207, "XML is escaped", before=[ask("PROPPATCH", HOME, body='<propertyupdate xmlns="DAV:"><set><prop><displayname>&lt;script&gt;</displayname></prop></set></propertyupdate>')], lacks=b"<script>", holds=b"&lt;script&gt;"),
    Trick("origin", "a calendar whose name breaks a header", ask("GET", "/calendars/mallory/odd/"), 200, "RFC 6266 §4.3", before=[ask("MKCALENDAR", "/calendars/mallory/odd", body='<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><displayname>a";\r\nSet-Cookie: x=y; filename=\u00e9.html</displayname></prop></set></C:mkcalendar>')], headers={**HARMLESS, "set-cookie": "", "content-disposition": "attachment; filename=\"a___Set_Cookie__x_y__filename___html.ics\"; filename*=UTF-8''a%22%3B%0ASet-Cookie%3A%20x%3Dy%3B%20filename%3D%C3%A9.html.ics"}),
    Trick("origin", "a missing page that is markup", ask("GET", HOME + "%3Cscript%3E/x"), 404, "a refusal is plain text", headers={"content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff"}, lacks=b"<script>"),
    Trick("origin", "a method that is markup", ask("BREW", HOME + "%3Cscript%3E"), 501, "a refusal is plain text", headers={"content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff"}),
    Trick("origin", "a header that is markup", ask("PROPFIND", HOME, "Depth: <script>"), 400, "a refusal is plain text", headers={"content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff"}),
    Trick("origin", "a report that is markup", ask("REPORT", HOME, body="<script xmlns='http://www.w3.org/1999/xhtml'>x</script>"), 403, "named in text, not as an element", condition="supported-report", lacks=b"<script"),
    Trick("origin", "a page of another origin", ask("GET", HOME + "alive.txt", "Origin: https://evil.example"), 200, "nobody is let in from elsewhere", headers=NO_CORS),
    Trick("origin", "a preflight", ask("OPTIONS", HOME, "Origin: https://evil.example", "Access-Control-Request-Method: DELETE"), 200, "nobody is let in from elsewhere", headers=NO_CORS),
    Trick("origin", "a preflight without a name", raw.ask("OPTIONS", HOME, "Origin: https://evil.example", "Access-Control-Request-Method: PUT"), 401, "nobody is let in from elsewhere", headers=NO_CORS),
    Trick("origin", "a redirect to another host", raw.ask("GET", "/.well-known/caldav", "X-Forwarded-Host: evil.example"), 301, "to the root of this one", headers={"location": "/"}),
    Trick("origin", "a form of another page", ask("POST", HOME, "Content-Type: application/x-www-form-urlencoded", body="a=b"), 404, "forms do nothing"),
]  # fmt: skip


@pytest.mark.parametrize("trick", [*UPLOADS, *PAGES], ids=lambda trick: trick.name)
def test_nothing_uploaded_acts_in_the_origin_of_the_server(play, trick):
    assert play(trick).wrong == []
