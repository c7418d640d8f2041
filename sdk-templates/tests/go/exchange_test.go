package a3dav

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"
)

type onlyReader struct{ io.Reader }

func TestAnErrorSaysWhatTheAnswerSays(t *testing.T) {
	problem := `{"type": "/problems/locked", "title": "Locked", "detail": "somebody edits it", "owner": 7}`
	server := script(t, says(423, "Content-Type: application/problem+json", "X-Request-Id: r1", problem))
	core, _ := client(t, server)
	_, err := ask(core, "GET", safe)
	found := failure(t, err)
	equal(t, errors.Is(err, ErrLocked), true)
	equal(t, errors.Is(err, ErrNotFound), false)
	equal(t, errors.Is(err, ProblemType("/problems/locked")), true)
	equal(t, string(found.Problem.Extensions["owner"]), "7")
	equal(t, found.RequestID, "r1")
	equal(t, found.Error(), "a3dav: GET "+server.URL+"/things: 423 locked: somebody edits it")
}

func TestAnErrorNamesTheConditionOfDAV(t *testing.T) {
	body := `<?xml version="1.0"?><error xmlns="DAV:"><no-uid-conflict xmlns="urn:ietf:params:xml:ns:caldav"/></error>`
	core, _ := client(t, script(t, says(403, "Content-Type: application/xml", body)))
	_, err := ask(core, "GET", safe)
	equal(t, errors.Is(err, Condition(caldav("no-uid-conflict"))), true)
	equal(t, errors.Is(err, Condition(dav("no-uid-conflict"))), false)
}

func TestEachStatusHasItsCode(t *testing.T) {
	for status, code := range map[int]ErrorCode{
		400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 409: "conflict", 410: "gone",
		412: "precondition_failed", 413: "content_too_large", 415: "unsupported_media_type", 418: "client_error",
		422: "unprocessable", 423: "locked", 428: "precondition_required", 429: "rate_limited", 500: "server_error",
		503: "unavailable", 507: "insufficient_storage", 599: "server_error",
	} {
		equal(t, codeOf(status), code)
	}
}

func TestBodiesAreBounded(t *testing.T) {
	long := `{"name": "` + strings.Repeat("a", 100) + `"}`
	core, _ := client(t, script(t, says(200, long)), WithLargestBody(50))
	_, err := ask(core, "GET", safe)
	equal(t, failure(t, err).Code, ErrDecode)
}

func TestBodiesOfErrorsAreBounded(t *testing.T) {
	core, _ := client(t, script(t, says(400, strings.Repeat("a", 100_000))))
	_, err := ask(core, "GET", safe)
	equal(t, len(failure(t, err).Body), 64<<10)
}

// inTurn is a provider that gives these tokens, one after the other.
func inTurn(tokens ...string) (Option, *int) {
	asked := 0
	return WithTokenProvider(func(context.Context) (string, error) {
		asked++
		return tokens[asked-1], nil
	}), &asked
}

func TestARefusedTokenIsReplacedOnce(t *testing.T) {
	server := script(t, says(200, `{"name": "a"}`), says(401), says(200, `{"name": "a"}`))
	provider, asked := inTurn("old", "new")
	core, clock := client(t, server, provider)
	_, first := ask(core, "GET", safe)
	_, second := ask(core, "POST", never)
	equal(t, first, nil)
	equal(t, second, nil)
	equal(t, *asked, 2)
	equal(t, server.seen[1].header.Get("Authorization"), "Bearer old")
	equal(t, server.seen[2].header.Get("Authorization"), "Bearer new")
	equal(t, len(clock.sleeps), 0)
}

func TestATokenThatIsRefusedTwiceIsAnError(t *testing.T) {
	server := script(t, says(401))
	provider, _ := inTurn("old", "new", "newer")
	core, _ := client(t, server, provider)
	_, err := ask(core, "GET", safe)
	equal(t, errors.Is(err, ErrUnauthorized), true)
	equal(t, failure(t, err).Attempts, 1)
	equal(t, server.count(), 2)
}

func TestAProviderThatFailsIsTheErrorOfTheCall(t *testing.T) {
	broken := errors.New("the vault is closed")
	server := script(t, says(200))
	core, _ := client(t, server, WithTokenProvider(func(context.Context) (string, error) { return "", broken }))
	_, err := ask(core, "GET", safe)
	equal(t, errors.Is(err, broken), true)
	equal(t, server.count(), 0)
}

func TestBasicCredentialsAreSent(t *testing.T) {
	server := script(t, says(200, `{"name": "a"}`))
	core, _ := client(t, server, WithBasicAuth("alice", "wonder:land"))
	_, err := ask(core, "GET", safe)
	equal(t, err, nil)
	equal(t, server.seen[0].header.Get("Authorization"), "Basic YWxpY2U6d29uZGVyOmxhbmQ=")
}

func TestCredentialsDoNotFollowToAnotherOrigin(t *testing.T) {
	other := script(t, says(200, `{"name": "there"}`))
	server := script(t, says(302, "Location: "+other.URL+"/elsewhere?a=1"))
	core, _ := client(t, server)
	got, err := ask(core, "GET", safe, CallHeader("Cookie", "a=b"))
	equal(t, err, nil)
	equal(t, got.Name, "there")
	equal(t, server.seen[0].header.Get("Authorization"), "Bearer good")
	equal(t, other.seen[0].header.Get("Authorization"), "")
	equal(t, other.seen[0].header.Get("Cookie"), "")
	equal(t, other.seen[0].target, "/elsewhere?a=1")
}

func TestCredentialsFollowWithinTheOrigin(t *testing.T) {
	server := script(t, says(307, "Location: /moved"), says(200, `{"name": "a"}`))
	core, _ := client(t, server)
	_, err := ask(core, "QUERY", safe)
	equal(t, err, nil)
	equal(t, server.seen[1].method, "QUERY")
	equal(t, server.seen[1].body, `{"name":"sent"}`)
	equal(t, server.seen[1].header.Get("Authorization"), "Bearer good")
}

func TestSeeOtherIsAGet(t *testing.T) {
	server := script(t, says(303, "Location: /moved"), says(200, `{"name": "a"}`))
	core, _ := client(t, server)
	_, err := ask(core, "QUERY", safe)
	equal(t, err, nil)
	equal(t, server.seen[1].method, "GET")
	equal(t, server.seen[1].body, "")
}

func TestRedirectsThatAreNotFollowed(t *testing.T) {
	other := script(t, says(200, `{"name": "there"}`))
	for name, c := range map[string]struct {
		method   string
		class    retryClass
		location string
		sent     int
	}{
		"of a write":                      {"PUT", idempotent, "/moved", 1},
		"of a POST with a key":            {"POST", keyed, "/moved", 1},
		"of a PROPFIND to another origin": {"PROPFIND", safe, other.URL, 1},
		"to a file":                       {"GET", safe, "file:///etc/passwd", 1},
		"to nowhere":                      {"GET", safe, "", 1},
		"for ever":                        {"GET", safe, "/things", 6},
	} {
		t.Run(name, func(t *testing.T) {
			server := script(t, says(308, "Location: "+c.location))
			core, _ := client(t, server)
			_, err := ask(core, c.method, c.class)
			equal(t, failure(t, err).Code, ErrRedirect)
			equal(t, server.count(), c.sent)
			equal(t, other.count(), 0)
		})
	}
}

func TestNothingSecretIsLogged(t *testing.T) {
	var text bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&text, &slog.HandlerOptions{Level: slog.LevelDebug}))
	server := script(t, says(503, `{"token": "hidden"}`), says(200, `{"name": "a"}`))
	core, _ := client(t, server, WithToken("hidden"), WithLogger(logger))
	r := newRequest("things.get", "GET", "/things", safe)
	r.inQuery("access_token", "hidden", style{"form", true})
	r.inQuery("limit", 5, style{"form", true})
	_, err := fetch[named](context.Background(), core, r, nil)
	equal(t, err, nil)
	equal(t, strings.Contains(text.String(), "hidden"), false)
	equal(t, strings.Count(text.String(), "limit=5"), 2+1) // the warning says it in its error, too
	equal(t, strings.Contains(text.String(), "status=503 attempt=1"), true)
	equal(t, strings.Contains(text.String(), "status=200 attempt=2"), true)
}

func TestTheAnswerIsToldToWhoAsks(t *testing.T) {
	core, _ := client(t, script(t, says(503), says(200, "ETag: \"1\"", `{"name": "a"}`)))
	var told ResponseInfo
	_, err := ask(core, "GET", safe, CallResponse(func(info ResponseInfo) { told = info }))
	equal(t, err, nil)
	equal(t, told.Status, 200)
	equal(t, told.Attempts, 2)
	equal(t, told.Header.Get("ETag"), `"1"`)
}

func TestTheEnvironmentHoldsURLAndToken(t *testing.T) {
	t.Setenv("A3DAV_URL", "https://dav.example.org/below")
	t.Setenv("A3DAV_TOKEN", "secret")
	settings, err := settingsFor("", nil)
	equal(t, err, nil)
	equal(t, settings.base.String(), "https://dav.example.org/below/")
	equal(t, settings.credentials.(fixed), fixed("Bearer secret"))
}

func TestABaseURLWithAPasswordIsRefused(t *testing.T) {
	_, err := settingsFor("https://alice:secret@dav.example.org", nil)
	equal(t, err != nil && !strings.Contains(err.Error(), "secret"), true)
}

func TestADownloadIsReadAsItComesAndACutOneIsAnError(t *testing.T) {
	server := script(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "6")
		_, _ = io.WriteString(w, "abc")
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	core, _ := client(t, server)
	found, err := (&DAV{core}).Open(context.Background(), "/file")
	equal(t, err, nil)
	defer found.Close()
	equal(t, found.Size, 6)
	content, err := io.ReadAll(found)
	equal(t, string(content), "abc")
	equal(t, errors.Is(err, ErrConnection), true)
}

func TestADownloadThatStopsIsATimeout(t *testing.T) {
	server := script(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "abc")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	core, _ := client(t, server, WithTimeout(100*time.Millisecond))
	found, err := (&DAV{core}).Open(context.Background(), "/file")
	equal(t, err, nil)
	defer found.Close()
	_, err = io.ReadAll(found)
	equal(t, errors.Is(err, ErrTimeout), true)
}
