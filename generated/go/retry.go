package a3dav

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// retryClass says when a request may be sent again.
type retryClass uint8

const (
	never retryClass = iota
	// keyed requests carry an Idempotency-Key, which is the same on each attempt.
	keyed
	idempotent
	safe
)

// classes are those of the registry of methods at IANA.
var classes = map[string]retryClass{
	"GET": safe, "HEAD": safe, "OPTIONS": safe, "TRACE": safe, "PROPFIND": safe, "REPORT": safe, "QUERY": safe, "SEARCH": safe,
	"PUT": idempotent, "DELETE": idempotent, "PROPPATCH": idempotent, "MKCOL": idempotent, "MKCALENDAR": idempotent,
	"COPY": idempotent, "MOVE": idempotent, "ACL": idempotent, "UNLOCK": idempotent,
}

const (
	mostRetryAfter = 60 * time.Second
	firstDelay     = 500 * time.Millisecond
	mostDelay      = 8 * time.Second
)

func worthRetrying(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// delay is how long to wait before retry n, the first being 1, when the first wait is of this length.
func delay(n int, first time.Duration, random Random) time.Duration {
	whole := math.Min(float64(mostDelay), float64(first)*math.Pow(2, float64(min(n, 31)-1)))
	return time.Duration(whole * (1 - 0.5*random.Float64()))
}

// retryAfter reads seconds or an HTTP-date; what is broken or negative counts as absent.
func retryAfter(header http.Header, now time.Time) (time.Duration, bool) {
	text := strings.TrimSpace(header.Get("Retry-After"))
	if text == "" {
		return 0, false
	}
	if strings.Trim(text, "0123456789") == "" {
		seconds, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			return math.MaxInt64, true // more digits than any wait
		}
		return time.Duration(seconds) * time.Second, true
	}
	date, err := http.ParseTime(text)
	if err != nil || date.Before(now) {
		return 0, false
	}
	return date.Sub(now), true
}

// wait decides on another attempt: how long to wait for it, and whether there is one.
func (c *call) wait(failure *Error, r *request, attempt int) (time.Duration, bool) {
	if r.class == never || attempt > c.retries || !failure.mayPass() || !r.body.again() {
		return 0, false
	}
	pause, asked := retryAfter(failure.Header, c.clock.Now())
	if !asked {
		pause = delay(attempt, firstDelay, c.random)
	}
	return pause, pause <= mostRetryAfter && c.clock.Now().Add(pause).Before(c.deadline)
}

// mayPass tells whether the same request may fare better a little later.
func (e *Error) mayPass() bool {
	return e.Code == ErrConnection || (e.Code == codeOf(e.Status) && worthRetrying(e.Status))
}
