package a3dav

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func multi(responses string) string {
	return `<?xml version="1.0" encoding="utf-8"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">` +
		responses + `</D:multistatus>`
}

func found(href, properties string) string {
	return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop>" + properties +
		"</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
}

func gone(href string) string {
	return "<D:response><D:href>" + href + "</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>"
}

const xmlHead = "Content-Type: application/xml"

func davClient(t *testing.T, server *scripted) *DAV {
	core, _ := client(t, server)
	return &DAV{core}
}

func TestEachPropertyHasItsOwnStatus(t *testing.T) {
	body := multi(`<D:response><D:href>/a%20b/</D:href>` +
		`<D:propstat><D:prop><D:displayname>Work &amp; more</D:displayname></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>` +
		`<D:propstat><D:prop><x xmlns="urn:x"/></D:prop><D:status>HTTP/1.1 403 Forbidden</D:status><D:error><D:need-privileges/></D:error></D:propstat>` +
		`</D:response>`)
	server := script(t, says(207, xmlHead, body))
	secret := XMLName{"urn:x", "x"}
	for response, err := range davClient(t, server).Propfind(context.Background(), "/a%20b/", Depth0, []XMLName{dav("displayname"), secret}) {
		equal(t, err, nil)
		equal(t, response.Href, "/a%20b/")
		equal(t, response.Text(dav("displayname")), "Work & more")
		equal(t, response.PropertyStatus(secret), 403)
		equal(t, response.Property(secret) == nil, true)
		equal(t, response.Conditions[0], Condition(dav("need-privileges")))
	}
	equal(t, server.seen[0].header.Get("Depth"), "0")
	equal(t, server.seen[0].target, "/a%20b/")
	equal(t, strings.HasSuffix(server.seen[0].body, `<propfind xmlns="DAV:"><prop><displayname></displayname><x xmlns="urn:x"></x></prop></propfind>`), true)
}

func TestXMLThatIsNotReadIsAnError(t *testing.T) {
	for name, body := range map[string]string{
		"a document type":   `<!DOCTYPE a [<!ENTITY e "x">]><D:multistatus xmlns:D="DAV:">&e;</D:multistatus>`,
		"a type alone":      `<!DOCTYPE a>` + strings.TrimPrefix(multi(found("/a", "")), `<?xml version="1.0" encoding="utf-8"?>`),
		"an entity":         multi(found("/a", "<D:displayname>&e;</D:displayname>")),
		"deep":              multi(strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200)),
		"not closed":        strings.TrimSuffix(multi(found("/a", "")), "</D:multistatus>"),
		"another root":      `<html/>`,
		"no status":         multi("<D:response><D:href>/a</D:href><D:status>fine</D:status></D:response>"),
		"nothing":           "",
		"another character": multi("<D:response>\x01</D:response>"),
	} {
		t.Run(name, func(t *testing.T) {
			dav := davClient(t, script(t, says(207, xmlHead, body)))
			var last error
			for _, err := range dav.Propfind(context.Background(), "/", Depth1, nil) {
				last = err
			}
			equal(t, errors.Is(last, ErrDecode), true)
		})
	}
}

func TestTextThatXMLCannotHoldIsNotSent(t *testing.T) {
	server := script(t, says(207))
	_, err := davClient(t, server).Proppatch(context.Background(), "/", []*XMLElement{Element(dav("displayname"), "a\x01")}, nil)
	equal(t, err != nil, true)
	equal(t, server.count(), 0)
}

func TestADavAddressOfAnotherOriginIsNotAsked(t *testing.T) {
	server := script(t, says(200))
	_, err := davClient(t, server).Get(context.Background(), "https://elsewhere.example/a")
	equal(t, errors.Is(err, ErrConfiguration), true)
	equal(t, server.count(), 0)
}

func TestDiscoveryFindsPrincipalAndHomes(t *testing.T) {
	server := script(t,
		says(301, "Location: /dav/"),
		says(207, xmlHead, multi(found("/dav/", "<D:current-user-principal><D:href>/principals/alice/</D:href></D:current-user-principal>"))),
		says(207, xmlHead, multi(found("/principals/alice/", "<C:calendar-home-set><D:href>/calendars/alice/</D:href></C:calendar-home-set>"))))
	home, err := davClient(t, server).Discover(context.Background())
	equal(t, err, nil)
	equal(t, home.Principal, "/principals/alice/")
	equal(t, strings.Join(home.CalendarHomes, " "), "/calendars/alice/")
	equal(t, server.seen[0].target, "/.well-known/caldav")
	equal(t, server.seen[1].method, "PROPFIND")
}

func synced(t *testing.T, server *scripted, token string) (string, error) {
	told := ""
	for entry, err := range davClient(t, server).Sync(context.Background(), "/cal/", token) {
		if err != nil {
			return told, err
		}
		told += fmt.Sprintf("%s %s%s%s|", entry.Kind, entry.Href, entry.ETag, entry.Token)
	}
	return told, nil
}

func TestASyncTellsWhatChangedAndWhatIsGone(t *testing.T) {
	server := script(t,
		says(207, xmlHead, multi(found("/cal/a.ics", "<D:getetag>\"1\"</D:getetag>")+
			"<D:response><D:href>/cal/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status></D:response>"+
			"<D:sync-token>t1</D:sync-token>")),
		says(207, xmlHead, multi(gone("/cal/b.ics")+"<D:sync-token>t2</D:sync-token>")))
	told, err := synced(t, server, "t0")
	equal(t, err, nil)
	equal(t, told, `changed /cal/a.ics"1"|removed /cal/b.ics|token t2|`)
	equal(t, strings.Contains(server.seen[1].body, "<sync-token>t1</sync-token>"), true)
}

func TestASyncWithATokenThatEndedBeginsAnew(t *testing.T) {
	server := script(t,
		says(403, xmlHead, `<?xml version="1.0"?><D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>`),
		says(207, xmlHead, multi(found("/cal/a.ics", "<D:getetag>\"1\"</D:getetag>")+"<D:sync-token>t2</D:sync-token>")))
	told, err := synced(t, server, "old")
	equal(t, err, nil)
	equal(t, told, `reset |changed /cal/a.ics"1"|token t2|`)
}

func TestASyncThatDoesNotMoveIsAnError(t *testing.T) {
	more := "<D:response><D:href>/cal</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status></D:response>"
	server := script(t, says(207, xmlHead, multi(more+"<D:sync-token>t1</D:sync-token>")))
	_, err := synced(t, server, "t0")
	equal(t, errors.Is(err, ErrDecode), true)
	equal(t, server.count(), 2)
}

func TestAMultigetAsksForManyAtOnce(t *testing.T) {
	server := script(t,
		says(207, xmlHead, multi(found("/cal/0.ics", "<D:getetag>\"1\"</D:getetag><C:calendar-data>BEGIN:VCALENDAR&#13;\nEND:VCALENDAR&#13;\n</C:calendar-data>"))),
		says(207, xmlHead, multi(gone("/cal/50.ics"))))
	hrefs := make([]string, 51)
	for i := range hrefs {
		hrefs[i] = fmt.Sprintf("/cal/%d.ics", i)
	}
	told := ""
	for object, err := range davClient(t, server).Multiget(context.Background(), CalDAV, "/cal/", hrefs) {
		equal(t, err, nil)
		told += fmt.Sprintf("%s %d %q|", object.Href, object.Status, object.Content)
	}
	equal(t, strings.HasPrefix(told, `/cal/0.ics 200 "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"|/cal/1.ics 404 ""|`), true)
	equal(t, strings.HasSuffix(told, `/cal/50.ics 404 ""|`), true)
	equal(t, strings.Count(server.seen[0].body, "<href"), 50)
	equal(t, strings.Count(server.seen[1].body, "<href"), 1)
}

func TestAnUpdateBeginsAnewWhenSomebodyWasFaster(t *testing.T) {
	server := script(t,
		says(200, "ETag: \"1\"", "Content-Type: text/calendar", "one"), says(412),
		says(200, "ETag: \"2\"", "Content-Type: text/calendar", "two"), says(204, "ETag: \"3\""))
	etag, err := davClient(t, server).UpdateWith(context.Background(), "/a", func(found *DAVObject) ([]byte, error) {
		return append(found.Content, '!'), nil
	})
	equal(t, err, nil)
	equal(t, etag, `"3"`)
	equal(t, server.seen[3].body, "two!")
	equal(t, server.seen[3].header.Get("If-Match"), `"2"`)
	equal(t, server.seen[3].header.Get("Content-Type"), "text/calendar")
}

func TestAnUpdateGivesUpBehindFiveTries(t *testing.T) {
	read, refused := says(200, "ETag: \"1\"", "one"), says(412)
	server := script(t, read, refused, read, refused, read, refused, read, refused, read, refused)
	_, err := davClient(t, server).UpdateWith(context.Background(), "/a", func(found *DAVObject) ([]byte, error) {
		return found.Content, nil
	})
	equal(t, errors.Is(err, ErrPreconditionFailed), true)
	equal(t, server.count(), 10)
}

func TestBusyTimesAreRead(t *testing.T) {
	body := "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20260101T100000Z/PT1H30M,2026\r\n" +
		" 0102T100000Z/20260102T110000Z\r\nFREEBUSY:20260103T000000Z/P1D\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
	server := script(t, says(200, "Content-Type: text/calendar", body))
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	answer, err := davClient(t, server).FreeBusy(context.Background(), "/cal/", at, at.AddDate(0, 1, 0))
	equal(t, err, nil)
	busy, err := answer.Periods()
	equal(t, err, nil)
	told := ""
	for _, period := range busy {
		told += period.Type + " " + period.Start.Format(basicUTC) + " " + period.End.Format(basicUTC) + "|"
	}
	equal(t, told, "BUSY-TENTATIVE 20260101T100000Z 20260101T113000Z|BUSY-TENTATIVE 20260102T100000Z 20260102T110000Z|"+
		"BUSY 20260103T000000Z 20260104T000000Z|")
	equal(t, strings.Contains(server.seen[0].body, `<time-range start="20260101T000000Z" end="20260201T000000Z">`), true)
}

func TestPathsAreComparedByWhatTheyMean(t *testing.T) {
	equal(t, keyOf("/a%20b/"), keyOf("/a b"))
	equal(t, keyOf("/%61"), keyOf("/a"))
	equal(t, keyOf("/a%2Fb") == keyOf("/a/b"), false)
}

func TestAResourceOfAnotherServerIsLeftOut(t *testing.T) {
	server := script(t, says(207, xmlHead, multi(found("http://elsewhere.example/a", "")+found("/b", ""))))
	told := ""
	for response, err := range davClient(t, server).Propfind(context.Background(), "/", Depth1, nil) {
		equal(t, err, nil)
		told += response.Href
	}
	equal(t, told, "/b")
}

func TestAnUpdateThatLeavesTheContentWritesNothing(t *testing.T) {
	server := script(t, says(200, "ETag: \"1\"", "one"))
	etag, err := davClient(t, server).UpdateWith(context.Background(), "/a", func(*DAVObject) ([]byte, error) { return nil, nil })
	equal(t, err, nil)
	equal(t, etag, `"1"`)
	equal(t, server.count(), 1)
}

func TestThePrefixOfTheBaseStandsOnceBeforeAPath(t *testing.T) {
	server := script(t, says(200, "one"))
	core, _ := client(t, server)
	core.settings.base = core.settings.base.JoinPath("/below/")
	_, first := (&DAV{core}).Get(context.Background(), "/a%20b")
	_, second := (&DAV{core}).Get(context.Background(), "/below/c")
	equal(t, first, nil)
	equal(t, second, nil)
	equal(t, server.seen[0].target, "/below/a%20b")
	equal(t, server.seen[1].target, "/below/c")
}

func TestTextInsideIsReadInItsOrder(t *testing.T) {
	root, err := readXML([]byte("<a>1<b>2</b>3<b><c>4</c></b>5</a>"))
	equal(t, err, nil)
	equal(t, root.AllText(), "12345")
	equal(t, root.Text, "135")
}
