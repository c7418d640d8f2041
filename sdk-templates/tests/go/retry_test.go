package a3dav

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestARequestIsSentAgainAsItsClassSays(t *testing.T) {
	good := says(200, `{"name": "a"}`)
	for name, c := range map[string]struct {
		method string
		class  retryClass
		first  http.HandlerFunc
		sent   int
	}{
		"a safe one behind 503":           {"GET", safe, says(503), 2},
		"a safe one behind 408":           {"GET", safe, says(408), 2},
		"a safe one behind 502":           {"GET", safe, says(502), 2},
		"a safe one behind 504":           {"GET", safe, says(504), 2},
		"a safe one behind 429":           {"QUERY", safe, says(429), 2},
		"a safe one behind a cut body":    {"GET", safe, cut, 2},
		"a safe one without an answer":    {"GET", safe, hangUp, 2},
		"a safe one, but not behind 500":  {"GET", safe, says(500), 1},
		"a safe one, but not behind 404":  {"GET", safe, says(404), 1},
		"a safe one, but not bad JSON":    {"GET", safe, says(200, `{"name"`), 1},
		"an idempotent one":               {"PUT", idempotent, hangUp, 2},
		"one with a key":                  {"POST", keyed, hangUp, 2},
		"one with a key behind 503":       {"POST", keyed, says(503), 2},
		"no other":                        {"POST", never, says(503), 1},
		"no other that had no answer too": {"PATCH", never, hangUp, 1},
	} {
		t.Run(name, func(t *testing.T) {
			server := script(t, c.first, good)
			core, _ := client(t, server)
			_, err := ask(core, c.method, c.class)
			equal(t, server.count(), c.sent)
			equal(t, err == nil, c.sent == 2)
		})
	}
}

func TestAKeptConnectionThatBreaksIsNoSilentSecondAttempt(t *testing.T) {
	server := script(t, says(200, `{"name": "a"}`), hangUp)
	for _, c := range []struct {
		method string
		class  retryClass
	}{{"GET", safe}, {"POST", keyed}} {
		server.seen = nil
		core, _ := client(t, server, WithRetries(0))
		_, first := ask(core, c.method, c.class)
		_, second := ask(core, c.method, c.class)
		equal(t, first, nil)
		equal(t, errors.Is(second, ErrConnection), true)
		equal(t, server.count(), 2)
	}
}

func TestTheKeyIsTheSameOnEachAttempt(t *testing.T) {
	server := script(t, says(503), hangUp, says(200, `{"name": "a"}`))
	core, _ := client(t, server)
	_, err := ask(core, "POST", keyed)
	equal(t, err, nil)
	for _, request := range server.seen {
		equal(t, request.header.Get("Idempotency-Key"), strings.Repeat("8", 32))
		equal(t, request.body, `{"name":"sent"}`)
	}
}

func TestDelaysGrowAndAreBounded(t *testing.T) {
	server := script(t, says(503))
	core, clock := client(t, server, WithRetries(6))
	_, err := ask(core, "GET", safe)
	equal(t, failure(t, err).Attempts, 7)
	equal(t, fmt.Sprint(clock.sleeps), "[375ms 750ms 1.5s 3s 6s 6s]")
}

func TestRetryAfterReplacesTheDelay(t *testing.T) {
	for text, wanted := range map[string]string{
		"7":                             "[7s]",
		"0":                             "[]",
		"59":                            "[59s]",
		"Thu, 01 Jan 2026 00:00:09 GMT": "[9s]",
		"Wed, 31 Dec 2025 23:59:59 GMT": "[375ms]",
		"-3":                            "[375ms]",
		"soon":                          "[375ms]",
		"1.5":                           "[375ms]",
	} {
		t.Run(text, func(t *testing.T) {
			core, clock := client(t, script(t, says(429, "Retry-After: "+text), says(200, `{"name": "a"}`)))
			_, err := ask(core, "GET", safe)
			equal(t, err, nil)
			equal(t, fmt.Sprint(clock.sleeps), wanted)
		})
	}
}

func TestALongRetryAfterIsAnErrorAtOnce(t *testing.T) {
	for _, text := range []string{"61", "99999999999999999999", "Thu, 01 Jan 2026 00:01:01 GMT"} {
		core, clock := client(t, script(t, says(503, "Retry-After: "+text)), WithTimeout(1000*time.Hour))
		_, err := ask(core, "GET", safe)
		equal(t, errors.Is(err, ErrUnavailable), true)
		equal(t, failure(t, err).Attempts, 1)
		equal(t, len(clock.sleeps), 0)
	}
}

func TestAFailedPreconditionOfARetryTellsItsAttempts(t *testing.T) {
	core, _ := client(t, script(t, hangUp, says(412)))
	_, err := ask(core, "PUT", idempotent)
	equal(t, failure(t, err).Code, ErrPreconditionFailed)
	equal(t, failure(t, err).Attempts, 2)
}

func TestABodyThatWasReadIsNotSentAgain(t *testing.T) {
	server := script(t, says(503))
	core, _ := client(t, server)
	dav := &DAV{core}
	_, err := dav.Put(context.Background(), "/a", Upload{Reader: onlyReader{strings.NewReader("abc")}}, Anyway())
	equal(t, errors.Is(err, ErrUnavailable), true)
	equal(t, server.count(), 1)
}

func TestABodyThatCanBeReadAgainIsSentAgain(t *testing.T) {
	server := script(t, says(503), says(201, "ETag: \"1\""))
	core, _ := client(t, server)
	etag, err := (&DAV{core}).Put(context.Background(), "/a", UploadBytes([]byte("abc"), "text/plain"), IfAbsent())
	equal(t, err, nil)
	equal(t, etag, `"1"`)
	equal(t, server.seen[1].body, "abc")
	equal(t, server.seen[1].header.Get("If-None-Match"), "*")
}

func TestASlowAnswerIsATimeoutAndNotSentAgain(t *testing.T) {
	server := script(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	core, _ := client(t, server, WithTimeout(50*time.Millisecond))
	_, err := ask(core, "GET", safe)
	equal(t, failure(t, err).Code, ErrTimeout)
	equal(t, server.count(), 1)
}

func TestADelayThatWouldNotEndInTimeIsNotBegun(t *testing.T) {
	core, clock := client(t, script(t, says(503, "Retry-After: 20")), WithTimeout(20*time.Second))
	_, err := ask(core, "GET", safe)
	equal(t, failure(t, err).Attempts, 1)
	equal(t, len(clock.sleeps), 0)
}

func TestWhoStopsTheCallGetsCancelledAndNoRetry(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := script(t, func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	core, _ := client(t, server)
	_, err := fetch[*named](ctx, core, newRequest("things.get", "GET", "/things", safe), nil)
	equal(t, failure(t, err).Code, ErrCancelled)
	equal(t, errors.Is(err, context.Canceled), true)
	equal(t, server.count(), 1)
}

func TestADeadlineOfTheCallerIsATimeoutAndNoRetry(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	server := script(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	core, _ := client(t, server)
	_, err := fetch[*named](ctx, core, newRequest("things.get", "GET", "/things", safe), nil)
	equal(t, failure(t, err).Code, ErrTimeout)
	equal(t, errors.Is(err, context.DeadlineExceeded), true)
	equal(t, server.count(), 1)
}
